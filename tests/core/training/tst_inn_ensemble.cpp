// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/statistics.h"
#include "core/optim/state_archive.h"
#include "core/training/inn_ensemble.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <stop_token>

using namespace inverso;

namespace {

constexpr std::size_t dimension = 8;

Matrix normalRows(std::size_t count, Rng& rng)
{
    Matrix x(count, dimension);
    for (float& value : x.values)
        value = static_cast<float>(rng.normal());
    return x;
}

/// Rows whose y is a function of some axes, and others that have none.
struct Rows
{
    explicit Rows(std::uint64_t seed, std::size_t count = 200)
        : Rows(Rng(seed), count)
    {
    }
    [[nodiscard]] InnEnsemble::Data data() const { return {labelled, targets, unlabelled, spread}; }
    [[nodiscard]] std::vector<double> wanted() const { return {targets.begin(), targets.end()}; }

    Matrix labelled;
    Matrix unlabelled;
    std::vector<float> targets;
    std::vector<float> spread = std::vector<float>(dimension, 1.0F);

private:
    Rows(Rng rng, std::size_t count)
        : labelled(normalRows(count, rng))
        , unlabelled(normalRows(400, rng))
    {
        for (std::size_t i = 0; i < labelled.rows; ++i)
            targets.push_back(0.8F * std::tanh(labelled(i, 0)) - 0.5F * labelled(i, 3) + 0.3F * labelled(i, 7));
    }
};

EnsembleSettings small()
{
    EnsembleSettings settings;
    settings.network.hiddenWidth = 16;
    settings.network.blocks = 2;
    settings.members = 3;
    return settings;
}

InnEnsemble trained(const Rows& rows, std::uint64_t seed, int threads, int steps, std::vector<int>* told = nullptr,
                    std::vector<InnEnsemble::Losses>* losses = nullptr)
{
    InnEnsemble ensemble(small(), rows.spread, threads, Rng(seed));
    ensemble.train(rows.data(), steps,
                   [&](const InnEnsemble::Losses& now, int done) {
                       if (told)
                           told->push_back(done);
                       if (losses)
                           losses->push_back(now);
                   },
                   {});
    return ensemble;
}

} // namespace

class TestInnEnsemble : public QObject
{
    Q_OBJECT

private slots:
    void testLearnsAndGeneralises()
    {
        std::vector<InnEnsemble::Losses> losses;
        const Rows known(1);
        const Rows other(2);
        const InnEnsemble ensemble = trained(known, 3, 1, 400, nullptr, &losses);
        const InnEnsemble::Scores scores = ensemble.scores(other.labelled);
        const std::vector<double> predicted(scores.mean.begin(), scores.mean.end());
        const double correlation = spearman(predicted, other.wanted());
        QVERIFY2(correlation > 0.9, qPrintable(QString::number(correlation)));
        QVERIFY(losses.back().regression < 0.2F * losses.front().regression);
        QVERIFY(losses.back().likelihood < losses.front().likelihood);
    }

    void testReportsEveryTenStepsAndTheEnd()
    {
        std::vector<int> told;
        trained(Rows(1), 3, 2, 25, &told);
        QCOMPARE(told, (std::vector<int>{10, 20, 25}));
    }

    void testThreadsDoNotMatterButSeedsDo()
    {
        const Rows rows(1);
        const auto means = [&](std::uint64_t seed, int threads) {
            return trained(rows, seed, threads, 40).scores(rows.unlabelled).mean;
        };
        QCOMPARE(means(1, 1), means(1, 2));
        QCOMPARE(means(1, 1), means(1, 5));
        QVERIFY(means(1, 1) != means(2, 1));
    }

    void testLossesDoNotDependOnThreads()
    {
        const Rows rows(1);
        const auto curve = [&](int threads) {
            std::vector<InnEnsemble::Losses> losses;
            trained(rows, 4, threads, 60, nullptr, &losses);
            std::vector<float> values;
            for (const auto& loss : losses)
                values.insert(values.end(), {loss.regression, loss.likelihood});
            return values;
        };
        QCOMPARE(curve(1).size(), std::size_t{12});
        QCOMPARE(curve(1), curve(2));
    }

    void testScoresAreThoseOfTheMembers()
    {
        const Rows rows(1);
        const InnEnsemble ensemble = trained(rows, 5, 1, 20);
        QCOMPARE(ensemble.size(), std::size_t{3});
        const InnEnsemble::Scores scores = ensemble.scores(rows.unlabelled);
        std::vector<double> values;
        for (std::size_t i = 0; i < ensemble.size(); ++i) {
            const Matrix out = ensemble.network(i).forward(rows.unlabelled);
            values.push_back(out(17, dimension - 1));
        }
        const double mean = (values[0] + values[1] + values[2]) / 3.0;
        double squares = 0.0;
        for (const double value : values)
            squares += (value - mean) * (value - mean);
        QVERIFY(std::abs(scores.mean[17] - mean) < 1e-5);
        QVERIFY(std::abs(scores.deviation[17] - std::sqrt(squares / 2.0)) < 1e-4);
        QVERIFY(scores.deviation[17] > 0.0F);
    }

    void testStopEndsTheTraining()
    {
        const Rows rows(1);
        InnEnsemble ensemble(small(), rows.spread, 2, Rng(6));
        std::stop_source source;
        int told = 0;
        const auto report = [&](const InnEnsemble::Losses&, int done) {
            told = done;
            source.request_stop();
        };
        QVERIFY_THROWS_EXCEPTION(Cancelled, ensemble.train(rows.data(), 100000, report, source.get_token()));
        QVERIFY(told < 1000);
    }

    void testGoesOnFromItsState()
    {
        const Rows rows(1);
        const auto none = [](const InnEnsemble::Losses&, int) {};
        InnEnsemble first = trained(rows, 7, 1, 30);
        StateArchive written;
        first.exchange(written);
        StateArchive read(written.stored());
        InnEnsemble second(small(), rows.spread, 1, Rng(8));
        second.exchange(read);
        first.train(rows.data(), 30, none, {});
        second.train(rows.data(), 30, none, {});
        QCOMPARE(first.scores(rows.unlabelled).mean, second.scores(rows.unlabelled).mean);
    }
};

QTEST_APPLESS_MAIN(TestInnEnsemble)
#include "tst_inn_ensemble.moc"
