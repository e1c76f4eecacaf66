// SPDX-License-Identifier: GPL-3.0-or-later
// The latent map dragged about: a frame is a move of the pointer and all that is drawn for it, up to the window's
// pixels. Every cell of NAS-Bench-201, and of NAS-Bench-101 (423,624), on the maps that the program brings along; at
// the screen's scale and at twice that. Wanted: 30 frames a second.
#include "core/projection/latent_map.h"
#include "tests/ui/fakes.h"
#include "ui/map/latent_map.h"
#include "ui/state/explorer_state.h"
#include "ui/state/filter.h"
#include "ui/state/selection.h"

#include <benchmark/benchmark.h>

#include <QApplication>
#include <QMouseEvent>
#include <QProcess>

#include <cstdio>
#include <memory>

using namespace inverso;

namespace {

constexpr QSize mapSize(1300, 650); // in a window that fills a 1920 × 1080 screen

enum class Space { NasBench201, NasBench101 };

// Every hundredth cell of NAS-Bench-101 with an accuracy, as of a table that has a part.
std::shared_ptr<const Table> sparseTable()
{
    static const std::shared_ptr<const Table> table = [] {
        const SearchSpace& space = searchSpace("nasbench101");
        std::vector<std::pair<CellIndex, Label>> labels;
        for (CellIndex cell = 0; cell < space.size(); cell += 100)
            labels.push_back({cell, {80.0 + cell % 1000 * 0.01, 80.0}});
        return Table::empty(space, "sparse", "alpha")->with("alpha", labels);
    }();
    return table;
}

ui::WorkspacePtr workspace(Space space)
{
    const bool small = space == Space::NasBench201;
    auto result = std::make_shared<ui::Workspace>();
    result->table = small ? test::table() : sparseTable();
    result->latents = small ? test::fakeLatents() : nullptr;
    const LatentMap map =
        LatentMap::read(std::string(INVERSO_MAPS) + (small ? "/nasbench201" : "/nasbench101") + "-default.safetensors");
    result->layouts.push_back(std::make_shared<const ui::MapLayout>(
        ui::MapLayout{.kind = ui::MapLayout::Kind::Ready, .places = ui::mapPlaces(map.positions)}));
    return result;
}

struct Fixture
{
    explicit Fixture(Space space)
    {
        state.setWorkspace(workspace(space));
        state.setChosenDataset("alpha");
        map.resize(mapSize);
        map.show();
        QApplication::processEvents();
    }

    // The candidates and labelled cells of a search of 300 labels.
    void search()
    {
        SearchSettings settings;
        state.beginRun(settings, "alpha");
        std::vector<Round> rounds(20);
        for (int i = 0; i < 20; ++i) {
            rounds[i].number = i;
            for (CellIndex k = 0; k < 200; ++k)
                rounds[i].candidates.push_back({(k * 73U + static_cast<CellIndex>(i) * 1009U) % 15625U, 70.0F, 1.0F});
            for (CellIndex k = 0; k < 15; ++k)
                rounds[i].queries.push_back(
                    {0, (k * 911U + static_cast<CellIndex>(i) * 127U) % 15625U, {70.0, 70.0}, i, 70.0F});
        }
        state.appendRounds(std::move(rounds), 1.0);
    }

    void send(QEvent::Type type, QPointF at)
    {
        const bool release = type == QEvent::MouseButtonRelease;
        QMouseEvent event(type, at, map.mapToGlobal(at), type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton,
                          release ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&map, &event);
    }

    ui::ExplorerState state;
    ui::Selection selection;
    ui::LatentMap map{state, selection};
};

void pan(benchmark::State& bench, bool coloured, bool busy, Space space = Space::NasBench201)
{
    Fixture f(space);
    if (coloured)
        f.map.setColouring({ui::CellColouring::Kind::TrueAccuracy});
    if (busy) {
        f.search();
        std::vector<CellIndex> group;
        for (CellIndex cell = 0; cell < 15625; cell += 4)
            group.push_back(cell);
        f.selection.setGroup(std::move(group));
        f.selection.select(7);
    }
    QPointF at(mapSize.width() / 2.0, mapSize.height() / 2.0);
    f.send(QEvent::MouseButtonPress, at);
    int number = 0;
    const auto frame = [&] {
        at += (number++ / 40) % 2 == 0 ? QPointF(5, 2) : QPointF(-5, -2); // there and back
        f.send(QEvent::MouseMove, at);
        f.map.repaint();
    };
    frame(); // the first gets its memory
    for (auto _ : bench)
        frame();
    f.send(QEvent::MouseButtonRelease, at);
    bench.counters["frames/s"] =
        benchmark::Counter(static_cast<double>(bench.iterations()), benchmark::Counter::kIsRate);
}

void panGrey(benchmark::State& bench)
{
    pan(bench, false, false);
}
BENCHMARK(panGrey)->Unit(benchmark::kMillisecond)->UseRealTime();

void panColoured(benchmark::State& bench)
{
    pan(bench, true, false);
}
BENCHMARK(panColoured)->Unit(benchmark::kMillisecond)->UseRealTime();

// With a search's marks and a group of 3,907 cells.
void panSearched(benchmark::State& bench)
{
    pan(bench, false, true);
}
BENCHMARK(panSearched)->Unit(benchmark::kMillisecond)->UseRealTime();

void panSearchedColoured(benchmark::State& bench)
{
    pan(bench, true, true);
}
BENCHMARK(panSearchedColoured)->Unit(benchmark::kMillisecond)->UseRealTime();

void panNasBench101(benchmark::State& bench)
{
    pan(bench, false, false, Space::NasBench101);
}
BENCHMARK(panNasBench101)->Unit(benchmark::kMillisecond)->UseRealTime();

void panNasBench101Coloured(benchmark::State& bench)
{
    pan(bench, true, false, Space::NasBench101);
}
BENCHMARK(panNasBench101Coloured)->Unit(benchmark::kMillisecond)->UseRealTime();

// A scale holds for a whole process.
int again(const QString& scale)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_SCALE_FACTOR"), scale);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(QCoreApplication::applicationFilePath(), QCoreApplication::arguments().mid(1));
    return process.waitForFinished(-1) ? process.exitCode() : 1;
}

} // namespace

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    if (qEnvironmentVariableIsEmpty("QT_SCALE_FACTOR"))
        return std::max(again(QStringLiteral("1")), again(QStringLiteral("2")));
    std::printf("Scale %s\n", qPrintable(qEnvironmentVariable("QT_SCALE_FACTOR")));
    std::fflush(stdout);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
