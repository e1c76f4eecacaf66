// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window's thread is held up while a real search runs: by our own code, and by drawing.
#include "core/benchmark/catalogue.h"
#include "core/model/runtime.h"
#include "ui/window/main_window.h"
#include "ui/worker/core_engine.h"

#include <qcustomplot.h>

#include <QApplication>
#include <QEvent>
#include <QtTest>

#include <algorithm>
#include <ctime>
#include <vector>

using namespace inverso;
using namespace inverso::ui;

namespace {

// Of this thread's processor time: what else the machine does is not the window's fault.
double threadMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

struct Longest
{
    std::vector<double> times;
    double most = 0.0;
    double mostWall = 0.0; ///< of the clock on the wall, waiting and other load included
    QString what;          ///< was handled then

    void add(double milliseconds, double wall, const QObject& receiver, const QEvent& event)
    {
        mostWall = std::max(mostWall, wall);
        times.push_back(milliseconds);
        if (milliseconds <= most)
            return;
        most = milliseconds;
        what = QStringLiteral("%1 %2, event %3")
                   .arg(QString::fromLatin1(receiver.metaObject()->className()), receiver.objectName())
                   .arg(int(event.type()));
    }
    [[nodiscard]] double percentile(double share)
    {
        std::ranges::sort(times);
        return times.empty() ? 0.0 : times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
    }
};

/// Times every event that is handled while it is switched on; those inside others count for the outer one.
class Watchdog : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override
    {
        if (QThread::currentThread() != thread() || !m_on || m_inside) // workers' events pass here too
            return QApplication::notify(receiver, event);
        m_inside = true;
        const QPointer<QObject> alive(receiver);
        const bool drawing = isDrawing(*receiver, *event);
        QElapsedTimer wall;
        wall.start();
        const double before = threadMilliseconds();
        const bool handled = QApplication::notify(receiver, event);
        const double took = threadMilliseconds() - before;
        m_inside = false;
        if (alive)
            (drawing ? m_drawing : m_own).add(took, 1e-6 * static_cast<double>(wall.nsecsElapsed()), *receiver, *event);
        return handled;
    }
    void watch(bool on) { m_on = on; }
    [[nodiscard]] Longest& own() { return m_own; }
    [[nodiscard]] Longest& drawing() { return m_drawing; }

private:
    // A plot draws into its buffer before it is asked to paint.
    static bool isDrawing(const QObject& receiver, const QEvent& event)
    {
        switch (event.type()) {
        case QEvent::Paint:
        case QEvent::UpdateRequest:
        case QEvent::UpdateLater:
        case QEvent::Expose:
        case QEvent::LayoutRequest:
            return true;
        default:
            return event.type() == QEvent::MetaCall && receiver.inherits("QCustomPlot");
        }
    }

    bool m_on = false;
    bool m_inside = false;
    Longest m_own;
    Longest m_drawing;
};

} // namespace

class TestResponsiveness : public QObject
{
    Q_OBJECT

private slots:
    void theThreadIsFreeWhileASearchRuns()
    {
        QString name;
        for (const CatalogueEntry& entry : findTables()) {
            if (entry.name == "nasbench201")
                name = QString::fromStdString(entry.name);
        }
        if (!qEnvironmentVariableIsSet("INVERSO_BENCHMARKS") || name.isEmpty())
            QSKIP("INVERSO_BENCHMARKS has no nasbench201 table");
        setThreads(1);
        auto& watchdog = *static_cast<Watchdog*>(QCoreApplication::instance());
        MainWindow window({std::make_shared<CoreEngine>(), {name}, {}, false, {}});
        window.resize(1440, 900);
        window.show();
        window.openFirstTable();
        QVERIFY(QTest::qWaitFor([&] { return window.state().workspace() != nullptr; }, 60000));
        QTest::qWait(300);
        watchdog.watch(true);
        window.start();
        QVERIFY(QTest::qWaitFor([&] { return window.state().phase() == RunPhase::Ended; }, 240000));
        watchdog.watch(false);
        QCOMPARE(window.state().run().queries().size(), 190U);
        for (auto [title, part] : {std::pair("own code", &watchdog.own()), std::pair("drawing", &watchdog.drawing())}) {
            QVERIFY(part->times.size() > 50);
            qInfo("%s: %zu events, 99th percentile %.2f ms, longest %.2f ms (%s), by the clock %.2f ms", title,
                  part->times.size(), part->percentile(0.99), part->most, qPrintable(part->what), part->mostWall);
        }
        QVERIFY2(watchdog.own().most < 16.0, qPrintable(watchdog.own().what));
    }
};

int main(int argc, char** argv)
{
    Watchdog application(argc, argv);
    TestResponsiveness test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_responsiveness.moc"
