// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/screenshot_script.h"

#include "ui/base/theme.h"
#include "ui/candidates/favourite_action.h"
#include "ui/experiments/experiments_window.h"
#include "ui/experiments/report_view.h"
#include "ui/inversion/inversion_panel.h"
#include "ui/manual/manual_window.h"
#include "ui/map/latent_map.h"
#include "ui/map/map_panel.h"
#include "ui/state/filter.h"
#include "ui/state/map_layouts.h"
#include "ui/state/run_queue.h"
#include "ui/window/experiments.h"
#include "ui/window/presentation.h"
#include "ui/window/window_help.h"

#include <QDir>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>
#include <QToolButton>

#include <cmath>

namespace inverso::ui {

namespace {

constexpr int patience = 180000; // ms for the longest step

bool waitUntil(const std::function<bool()>& reached)
{
    QElapsedTimer time;
    time.start();
    while (!reached() && time.elapsed() < patience) {
        QEventLoop loop;
        QTimer::singleShot(10, &loop, &QEventLoop::quit);
        loop.exec();
    }
    return reached();
}

// Waits also for some turns of the event loop: drawing a large window once may take all of the time.
void settle()
{
    constexpr int turns = 8;
    QElapsedTimer time;
    time.start();
    int turn = 0;
    waitUntil([&] { return turn++ >= turns && time.elapsed() > 150; });
}

class Photographer
{
public:
    explicit Photographer(QString folder)
        : m_folder(std::move(folder))
    {
    }

    // The state in both themes.
    void take(QWidget& window, const QString& state)
    {
        for (const Theme theme : {Theme::Light, Theme::Dark}) {
            applyTheme(theme);
            settle();
            const QString name =
                QStringLiteral("%1-%2-%3x.png")
                    .arg(state, theme == Theme::Light ? QStringLiteral("light") : QStringLiteral("dark"))
                    .arg(window.devicePixelRatioF()); // 1, 1.5, 2
            const QString path = QDir(m_folder).filePath(name);
            if (!window.grab().save(path)) {
                QTextStream(stderr) << MainWindow::tr("Cannot write %1: check the folder and the free space.").arg(path)
                                    << Qt::endl;
                m_ok = false;
            }
        }
    }
    [[nodiscard]] bool ok() const { return m_ok; }

private:
    QString m_folder;
    bool m_ok = true;
};

void takeEmptyStates(const MainWindow::Options& options, Photographer& photographer)
{
    MainWindow::Options without = options;
    without.tables.clear();
    MainWindow window(without);
    window.show();
    window.openFirstTable();
    photographer.take(window, QStringLiteral("empty"));
    bool answered = false;
    QObject::connect(&window.controller(), &SearchController::openFailed, &window, [&] { answered = true; });
    window.open(QStringLiteral("/nowhere/accuracies.csv"));
    waitUntil([&] { return answered; });
    photographer.take(window, QStringLiteral("bad-file"));
}

// Cells for a few targets below the best.
void generateSome(MainWindow& window)
{
    const ExplorerState& state = window.state();
    auto* inversion = window.findChild<InversionPanel*>();
    auto* target = window.findChild<QDoubleSpinBox*>(QStringLiteral("target"));
    for (int step = 0; step < 4 && state.hasModel(); ++step) {
        const std::size_t before = state.generations().size();
        target->setValue(target->value() - (step == 0 ? 6.0 : -2.0));
        inversion->requestGeneration();
        waitUntil([&] { return state.generations().size() > before; });
    }
}

// In the middle of a round, with queued runs.
void takePhase(MainWindow& window, Photographer& photographer)
{
    ExplorerState& state = window.state();
    const auto reached = [&state] { return state.steppedPhase() && state.steppedPhase()->kind == PhaseKind::Predict; };
    for (int i = 0; i < 8 && state.phase() == RunPhase::Paused && !reached(); ++i) {
        const PhasePtr before = state.steppedPhase();
        window.step(Advance::Phase);
        waitUntil([&] { return state.steppedPhase() != before && state.phase() == RunPhase::Paused; });
    }
    RunQueue::Entry entry{state.run().settings(), state.run().dataset()};
    for (++entry.settings.seed; entry.settings.seed <= state.run().settings().seed + 3; ++entry.settings.seed)
        state.queue().add(entry);
    photographer.take(window, QStringLiteral("phase"));
    state.queue().clear();
}

void takeSearch(MainWindow& window, Photographer& photographer)
{
    const ExplorerState& state = window.state();
    window.start();
    waitUntil([&] { return state.run().rounds().size() >= 12 || !isActive(state.phase()); });
    window.controller().pause();
    waitUntil([&] { return state.phase() == RunPhase::Paused || state.phase() == RunPhase::Ended; });
    if (const Query* best = state.run().best())
        window.selection().select(best->cell);
    photographer.take(window, QStringLiteral("paused"));
    takePhase(window, photographer);
    window.controller().resume();
    waitUntil([&] { return !isActive(state.phase()); });
    if (const Query* best = state.run().best())
        window.selection().select(best->cell);
    generateSome(window);
    photographer.take(window, QStringLiteral("finished"));
}

// The map coloured by another value, with a group selected by a box and all other cells filtered out.
void takeMap(MainWindow& window, Photographer& photographer)
{
    const LatentMap& map = window.mapPanel().map();
    window.mapPanel().setColouring({CellColouring::Kind::TrueAccuracy});
    photographer.take(window, QStringLiteral("map-accuracy"));
    std::vector<CellIndex> group;
    const Query* best = window.state().run().best();
    for (CellIndex cell = 0; best != nullptr && cell < window.state().space()->size(); ++cell) {
        const QPointF from = map.positionOf(cell) - map.positionOf(best->cell);
        if (std::hypot(from.x(), from.y()) < 60.0)
            group.push_back(cell);
    }
    window.selection().setGroup(group);
    window.mapPanel().isolateGroup();
    window.raisePane(QStringLiteral("filter"));
    photographer.take(window, QStringLiteral("map-group"));
    window.state().filter().clear();
    window.selection().setGroup({});
    window.raisePane(QStringLiteral("run"));
    window.mapPanel().setColouring({});
}

// A running t-SNE, paused.
void takeLiveMap(MainWindow& window, Photographer& photographer)
{
    MapLayouts& layouts = window.state().layouts();
    if (!layouts.shown())
        return;
    const MapLayout::Kind before = layouts.shown()->kind;
    window.mapPanel().showMaker(true);
    auto* run = window.findChild<QPushButton*>(QStringLiteral("mapRun"));
    run->click();
    waitUntil([&] { return layouts.live() && layouts.live()->iteration >= 320; });
    run->click();
    photographer.take(window, QStringLiteral("map-live"));
    window.mapPanel().showMaker(false);
    layouts.show(before);
}

// How well the model inverts many targets.
void takeMeasured(MainWindow& window, Photographer& photographer)
{
    if (!window.state().hasModel())
        return;
    window.findChild<QPushButton*>(QStringLiteral("measure"))->click();
    waitUntil([&] { return window.state().inversionReport() != nullptr; });
    photographer.take(window, QStringLiteral("inversion-measured"));
    window.findChild<QTabWidget*>(QStringLiteral("inversionPlots"))->setCurrentIndex(1);
    photographer.take(window, QStringLiteral("inversion-residuals"));
    window.findChild<QTabWidget*>(QStringLiteral("inversionPlots"))->setCurrentIndex(0);
}

void takeManual(MainWindow& window, Photographer& photographer)
{
    window.help().showManual();
    auto* manual = window.findChild<ManualWindow*>();
    photographer.take(*manual, QStringLiteral("manual"));
    manual->open(QStringLiteral("benchmarks.md"));
    photographer.take(*manual, QStringLiteral("manual-table"));
    manual->close();
}

void takePanes(MainWindow& window, Photographer& photographer)
{
    for (const char* pane : {"regression", "losses", "candidates", "runs"}) {
        window.raisePane(QLatin1String(pane));
        photographer.take(window, QLatin1String(pane));
    }
    window.star().trigger();
    window.raisePane(QStringLiteral("favourites"));
    photographer.take(window, QStringLiteral("favourites"));
    window.raisePane(QStringLiteral("compare"));
    photographer.take(window, QStringLiteral("compare"));
    window.raisePane(QStringLiteral("cell"));
    window.raisePane(QStringLiteral("tour"));
    photographer.take(window, QStringLiteral("tour"));
    window.findChild<QDockWidget*>(QStringLiteral("tour"))->hide();
    window.presentation().setOn(true);
    photographer.take(window, QStringLiteral("presentation"));
    window.presentation().setOn(false);
    window.raisePane(QStringLiteral("log"));
    if (auto* advanced = window.findChild<QToolButton*>(QStringLiteral("advancedToggle")))
        advanced->setChecked(true);
    photographer.take(window, QStringLiteral("rounds-advanced"));
    window.resize(1100, 700);
    window.raisePane(QStringLiteral("curve"));
    photographer.take(window, QStringLiteral("small"));
}

// The report of the shipped experiment with a few seeds, first while it runs.
void takeExperiments(MainWindow& window, Photographer& photographer)
{
    if (!window.experiments().runner().canRun())
        return;
    const QTemporaryDir folder;
    window.experiments().runner().open(folder.path());
    window.experiments().show();
    ExperimentsWindow& experiments = *window.experiments().window();
    photographer.take(experiments, QStringLiteral("experiments-empty"));
    ExperimentRunner& runner = window.experiments().runner();
    runner.run(QStringLiteral("peers"), 3);
    waitUntil([&] { return runner.report() != nullptr && runner.progress().finished >= 6; });
    experiments.view().choose(QStringLiteral("Fashion-MNIST"));
    photographer.take(experiments, QStringLiteral("experiments-running"));
    waitUntil([&] { return !runner.isRunning(); });
    settle();
    photographer.take(experiments, QStringLiteral("experiments"));
    experiments.close();
}

} // namespace

bool takeScreenshots(const MainWindow::Options& options, const QString& folder)
{
    if (!QDir().mkpath(folder)) {
        QTextStream(stderr) << MainWindow::tr("Cannot create the folder %1.").arg(folder) << Qt::endl;
        return false;
    }
    Photographer photographer(folder);
    takeEmptyStates(options, photographer);
    if (options.tables.isEmpty())
        return photographer.ok();

    MainWindow window(options);
    window.show();
    window.openFirstTable();
    waitUntil([&] { return !window.controller().isOpening(); });
    photographer.take(window, QStringLiteral("ready"));
    if (window.state().workspace()) {
        takeSearch(window, photographer);
        takeMap(window, photographer);
        takeLiveMap(window, photographer);
        takeMeasured(window, photographer);
        takePanes(window, photographer);
        takeExperiments(window, photographer);
        takeManual(window, photographer);
    }
    return photographer.ok();
}

} // namespace inverso::ui
