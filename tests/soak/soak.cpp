// SPDX-License-Identifier: GPL-3.0-or-later
// The window under an impatient user: opens, starts, pauses, steps, stops, generates and closes at random moments,
// again and again, on the real core; then generates cells and draws each. Tells the memory on the way and fails when it
// grows.
#include "ui/inspector/inspector_panel.h"
#include "ui/window/main_window.h"
#include "ui/worker/core_engine.h"

#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QSet>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <memory>
#include <vector>

using namespace inverso;
using namespace inverso::ui;

namespace {

constexpr int patience = 60000; // ms
constexpr double mostGrowth = 0.05;

bool waitUntil(const std::function<bool()>& reached)
{
    return QTest::qWaitFor(reached, patience);
}

double megabytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0.0;
    return file.readAll().split(' ').value(1).toDouble() * 4096.0 / 1e6;
}

class Soak
{
public:
    explicit Soak(quint32 seed)
        : m_random(seed)
    {
        m_options.engine = std::make_shared<CoreEngine>();
        m_options.tables = {QStringLiteral("nasbench201/fashion-mnist")};
    }

    void cycle()
    {
        MainWindow window(m_options);
        window.setConfirm([](const QString&) { return true; });
        window.resize(1300, 850);
        window.show();
        window.openFirstTable();
        if (m_random.bounded(8) == 0) { // closed while it opens
            QTest::qWait(m_random.bounded(300));
            window.close();
            return;
        }
        if (!waitUntil([&] { return window.state().workspace() != nullptr; }))
            return fail("the table did not open");
        auto* methods = window.findChild<QComboBox*>(QStringLiteral("method"));
        methods->setCurrentIndex(m_random.bounded(methods->count()));
        window.start();
        const int actions = m_random.bounded(2, 9);
        for (int i = 0; i < actions; ++i) {
            QTest::qWait(m_random.bounded(160));
            act(window);
        }
        if (m_random.bounded(3) > 0) {
            window.controller().stop();
            if (!waitUntil([&] { return !isActive(window.state().phase()); }))
                return fail("the search did not stop");
        } else {
            ++m_closedInTheMiddle;
        }
        window.close();
    }

    /// Cells for targets all over, each selected and so drawn by the inspector.
    int generateAndDraw(int wanted)
    {
        MainWindow window(m_options);
        window.resize(1300, 850);
        window.show();
        window.openFirstTable();
        waitUntil([&] { return window.state().workspace() != nullptr; });
        window.start();
        if (!waitUntil([&] { return window.state().phase() == RunPhase::Ended; })) {
            fail("the search did not end");
            return 0;
        }
        const ExplorerState& state = window.state();
        int drawn = 0;
        while (drawn < wanted) {
            const std::size_t before = state.generations().size();
            window.controller().inversion().generate(
                {.target = 60.0 + 0.3 * m_random.bounded(100), .count = 64, .noise = 1.0});
            if (!waitUntil(
                    [&] { return state.generations().size() > before || !window.controller().inversion().isGenerating(); })
                || state.generations().size() == before) {
                fail("nothing was generated");
                return drawn;
            }
            for (const auto& one : state.generations().back().inversion.cells) {
                window.selection().select(one.cell);
                if (window.findChild<InspectorPanel*>()->grab().isNull())
                    fail("a cell was not drawn");
                m_different.insert(one.cell);
                ++drawn;
            }
        }
        window.close();
        return drawn;
    }

    void fail(const char* what)
    {
        std::printf("FAILED: %s\n", what);
        ++m_failures;
    }
    [[nodiscard]] int failures() const { return m_failures; }
    [[nodiscard]] int closedInTheMiddle() const { return m_closedInTheMiddle; }
    [[nodiscard]] qsizetype different() const { return m_different.size(); }

private:
    void act(MainWindow& window)
    {
        SearchController& controller = window.controller();
        switch (m_random.bounded(8)) {
        case 0:
            return controller.pause();
        case 1:
            return controller.resume();
        case 2:
            return controller.step(Advance::Round);
        case 3:
            return controller.step(Advance::Phase);
        case 4:
            controller.stop();
            return;
        case 5:
            if (!isActive(window.state().phase()))
                window.start();
            return;
        case 6:
            if (window.state().hasModel())
                controller.inversion().generate({.target = 90.0, .count = 16});
            return;
        default:
            window.selection().select(static_cast<CellIndex>(m_random.bounded(15625)));
        }
    }

    MainWindow::Options m_options;
    QRandomGenerator m_random;
    int m_failures = 0;
    int m_closedInTheMiddle = 0;
    QSet<CellIndex> m_different;
};

double median(std::vector<double> values)
{
    std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2));
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    const int cycles = argc > 1 ? std::max(8, std::atoi(argv[1])) : 200;
    const quint32 seed = argc > 2 ? static_cast<quint32>(std::atoi(argv[2])) : 0;
    Soak soak(seed);
    QElapsedTimer time;
    time.start();
    std::vector<double> memory;
    for (int i = 0; i < cycles; ++i) {
        soak.cycle();
        memory.push_back(megabytes());
        if ((i + 1) % 20 == 0 || i + 1 == cycles) {
            std::printf("%d cycles, %.0f s, %.0f MB\n", i + 1, static_cast<double>(time.elapsed()) / 1000.0,
                        memory.back());
            std::fflush(stdout);
        }
    }
    const int drawn = soak.generateAndDraw(1000);
    // The first quarter warms up: fonts, layouts, memory that the libraries keep.
    const std::ptrdiff_t quarter = cycles / 4;
    const double early = median({memory.begin() + quarter, memory.begin() + 2 * quarter});
    const double late = median({memory.end() - quarter, memory.end()});
    const double growth = late / early - 1.0;
    std::printf(
        "%d cycles (%d closed in the middle of a search), seed %u, %.0f s; memory %.0f MB in the second quarter, "
        "%.0f MB in the last (%+.1f %%); %d cells generated and drawn, %lld different; %d failures\n",
        cycles, soak.closedInTheMiddle(), seed, static_cast<double>(time.elapsed()) / 1000.0, early, late,
        100.0 * growth, drawn, static_cast<long long>(soak.different()), soak.failures());
    return soak.failures() == 0 && growth <= mostGrowth ? 0 : 1;
}
