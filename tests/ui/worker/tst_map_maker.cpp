// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "ui/worker/map_maker.h"

#include <QtTest>

#include <array>
#include <cmath>

using namespace inverso;
using namespace inverso::ui;

namespace {

// Three well-parted clouds in eight dimensions.
std::shared_ptr<const Matrix> clouds(std::size_t points = 600)
{
    auto codes = std::make_shared<Matrix>(points, 8);
    Rng rng(5);
    for (std::size_t i = 0; i < points; ++i) {
        for (std::size_t k = 0; k < 8; ++k)
            (*codes)(i, k) = static_cast<float>(rng.normal() + (k == i % 3 ? 12.0 : 0.0));
    }
    return codes;
}

double distance(const MapLayout& layout, std::size_t a, std::size_t b)
{
    const QPointF d = layout.places[a] - layout.places[b];
    return std::hypot(d.x(), d.y());
}

} // namespace

class TestMapMaker : public QObject
{
    Q_OBJECT

private:
    struct Fixture
    {
        Fixture()
        {
            connect(&maker, &MapMaker::advanced, [this](const MapLayoutPtr& layout) { seen.push_back(layout); });
            connect(&maker, &MapMaker::failed, [this](const QString& sentence) { failure = sentence; });
        }
        void start(int iterations, double perplexity = 20.0, std::vector<QPointF> from = {})
        {
            MapRequest request;
            request.codes = clouds();
            request.settings.perplexity = perplexity;
            request.settings.iterations = iterations;
            if (!from.empty())
                request.settings.exaggerationIterations = 0;
            request.start = std::move(from);
            maker.start(std::move(request));
        }
        bool reaches(MapPhase phase)
        {
            return QTest::qWaitFor([&] { return maker.phase() == phase; }, 30000);
        }
        MapMaker maker;
        std::vector<MapLayoutPtr> seen;
        QString failure;
    };

private slots:
    void showsTheMapAsItForms()
    {
        Fixture f;
        QCOMPARE(f.maker.phase(), MapPhase::Idle);
        f.start(400);
        QCOMPARE(f.maker.phase(), MapPhase::Preparing);
        QVERIFY(f.reaches(MapPhase::Finished));
        QVERIFY(f.seen.size() > 2);
        QCOMPARE(f.seen.front()->iteration, 0);
        QCOMPARE(f.seen.back()->iteration, 400);
        for (std::size_t i = 1; i < f.seen.size(); ++i)
            QVERIFY(f.seen[i]->iteration > f.seen[i - 1]->iteration);
        QCOMPARE(f.seen.back()->kind, MapLayout::Kind::Live);
        QCOMPARE(f.seen.back()->perplexity, 20.0);
        QVERIFY(f.seen.back()->klDivergence < 0.7 * f.seen.front()->klDivergence);
        // The nearest to every point is one of its own cloud, and that lies nearer to it than another on the whole.
        const MapLayout& last = *f.seen.back();
        for (std::size_t i = 0; i < 300; ++i) {
            std::size_t nearest = i == 0 ? 1 : 0;
            std::array<double, 3> sums{};
            for (std::size_t j = 0; j < 300; ++j) {
                sums[j % 3] += distance(last, i, j);
                if (j != i && distance(last, i, j) < distance(last, i, nearest))
                    nearest = j;
            }
            QCOMPARE(nearest % 3, i % 3);
            QVERIFY(sums[i % 3] < sums[(i + 1) % 3] && sums[i % 3] < sums[(i + 2) % 3]);
        }
    }

    void pausesAndGoesOn()
    {
        Fixture f;
        f.start(100000);
        QVERIFY(QTest::qWaitFor([&] { return f.seen.size() > 2; }, 30000));
        f.maker.pause();
        QCOMPARE(f.maker.phase(), MapPhase::Paused);
        QTest::qWait(300); // what was on its way arrives
        const int iteration = f.seen.back()->iteration;
        QTest::qWait(300);
        QCOMPARE(f.seen.back()->iteration, iteration);
        f.maker.resume();
        QVERIFY(QTest::qWaitFor([&] { return f.seen.back()->iteration > iteration; }, 30000));
        f.maker.stop();
        QCOMPARE(f.maker.phase(), MapPhase::Idle);
        const std::size_t pictures = f.seen.size();
        QTest::qWait(200);
        QCOMPARE(f.seen.size(), pictures); // a given-up map is not heard of any more
    }

    void aFinishedMapGoesOnByAsMuchAgain()
    {
        Fixture f;
        f.start(30);
        QVERIFY(f.reaches(MapPhase::Finished));
        f.maker.resume();
        QCOMPARE(f.maker.iterations(), 60);
        QVERIFY(f.reaches(MapPhase::Finished));
        QCOMPARE(f.seen.back()->iteration, 60);
    }

    void startsFromTheMapThatIsShown()
    {
        Fixture f;
        f.start(600);
        QVERIFY(f.reaches(MapPhase::Finished));
        const MapLayoutPtr before = f.seen.back();
        f.seen.clear();
        f.start(20, 20.0, before->places);
        QVERIFY(f.reaches(MapPhase::Finished));
        double size = 0.0;
        double moved = 0.0;
        for (std::size_t i = 0; i < before->places.size(); ++i) {
            const QPointF place = before->places[i];
            const QPointF start = f.seen.front()->places[i] - place;
            const QPointF end = f.seen.back()->places[i] - place;
            QVERIFY(std::hypot(start.x(), start.y()) < 1e-4);
            size = std::max(size, std::hypot(place.x(), place.y()));
            moved = std::max(moved, std::hypot(end.x(), end.y()));
        }
        QVERIFY2(moved < 0.5 * size, qPrintable(QString::number(moved / size))); // the same codes: nothing tears apart
    }

    void anotherMapReplacesTheOneOnItsWay()
    {
        Fixture f;
        f.start(100000);
        QVERIFY(QTest::qWaitFor([&] { return f.seen.size() > 1; }, 30000));
        f.start(40, 10.0);
        f.seen.clear();
        QVERIFY(f.reaches(MapPhase::Finished));
        QCOMPARE(f.seen.back()->iteration, 40);
        for (const MapLayoutPtr& layout : f.seen)
            QCOMPARE(layout->perplexity, 10.0);
    }

    void saysWhatIsWrong()
    {
        Fixture f;
        f.start(100, 500.0); // of 600 points
        QVERIFY(QTest::qWaitFor([&] { return !f.failure.isEmpty(); }, 30000));
        QCOMPARE(f.maker.phase(), MapPhase::Idle);
        QVERIFY2(f.failure.contains(QStringLiteral("erplexity")), qPrintable(f.failure));
        f.failure.clear();
        f.start(10);
        QVERIFY(f.reaches(MapPhase::Finished)); // and the next one works
    }

    void canBeClosedAtAnyTime()
    {
        for (const int milliseconds : {0, 1, 30}) {
            Fixture f;
            f.start(100000);
            QTest::qWait(milliseconds);
        }
    }
};

QTEST_GUILESS_MAIN(TestMapMaker)
#include "tst_map_maker.moc"
