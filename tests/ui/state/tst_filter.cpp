// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fakes.h"
#include "ui/state/explorer_state.h"
#include "ui/state/filter.h"

#include <QSignalSpy>
#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace inverso;
using namespace inverso::ui;

namespace {

/// NAS-Bench-201 under another name, which counts how often a graph is made.
class CountingSpace : public SearchSpace
{
public:
    std::string_view name() const override { return "counting"; }
    std::string_view title() const override { return "Counting"; }
    int vertexCount() const override { return m_space.vertexCount(); }
    std::span<const std::string_view> labels() const override { return m_space.labels(); }
    bool hasFixedEdges() const override { return m_space.hasFixedEdges(); }
    CellIndex size() const override { return m_space.size(); }
    Graph graph(CellIndex cell) const override
    {
        ++graphs;
        return m_space.graph(cell);
    }
    std::optional<CellIndex> find(const Graph& graph) const override { return m_space.find(graph); }
    std::string text(CellIndex cell) const override { return m_space.text(cell); }
    CellIndex parse(std::string_view text) const override { return m_space.parse(text); }
    std::span<const std::string_view> keyColumns() const override { return m_space.keyColumns(); }
    CellIndex parseKey(std::span<const std::string_view> values) const override { return m_space.parseKey(values); }
    std::string identity(CellIndex cell) const override { return m_space.identity(cell); }
    std::uint32_t functionalClass(CellIndex cell) const override { return m_space.functionalClass(cell); }
    std::uint32_t functionalClassCount() const override { return m_space.functionalClassCount(); }
    std::vector<CellIndex> neighbours(CellIndex cell) const override { return m_space.neighbours(cell); }
    CellIndex mutate(CellIndex cell, Rng& rng) const override { return m_space.mutate(cell, rng); }
    std::span<const std::string_view> descriptorNames() const override { return m_space.descriptorNames(); }
    std::vector<float> descriptors(CellIndex cell) const override { return m_space.descriptors(cell); }

    mutable std::size_t graphs = 0;

private:
    const SearchSpace& m_space = test::space();
};

} // namespace

class TestFilter : public QObject
{
    Q_OBJECT

private:
    static void open(ExplorerState& state)
    {
        auto workspace = std::make_shared<Workspace>();
        workspace->table = test::table();
        state.setWorkspace(workspace);
        state.setChosenDataset("alpha");
    }

    // Queries: 1, 2 training, 3 validation, then 20 in round 1, where 21 and 22 are only proposed.
    static void run(ExplorerState& state)
    {
        SearchSettings settings;
        settings.initialTraining = 2;
        settings.initialValidation = 1;
        state.beginRun(settings, "alpha");
        Round first;
        for (int i = 1; i <= 3; ++i)
            first.queries.push_back({i, CellIndex(i), {50.0 + i, 50.0}, 0, NAN});
        Round second;
        second.number = 1;
        second.candidates = {{20, 80.0F, 0.0F}, {21, 79.0F, 0.0F}, {22, 78.0F, 0.0F}};
        second.queries.push_back({4, 20, {70.0, 70.0}, 1, 80.0});
        state.appendRounds({first, second}, 1.0);
    }

    static std::vector<CellIndex> accepted(const ExplorerState& state)
    {
        std::vector<CellIndex> cells;
        for (CellIndex cell = 0; cell < state.space()->size(); ++cell)
            if (state.filter().accepts(cell))
                cells.push_back(cell);
        return cells;
    }
    using Cells = std::vector<CellIndex>;

private slots:
    // A search renews the filter many times a second, and a space may have 423,624 cells.
    void everyGraphIsLookedAtOnce()
    {
        static const CountingSpace space;
        ExplorerState state;
        auto workspace = std::make_shared<Workspace>();
        workspace->table = Table::empty(space, "counted", "alpha");
        state.setWorkspace(workspace);
        FilterCriteria criteria;
        criteria.labels = {2, 3};
        criteria.predicted = Interval{0.0, 100.0};
        state.filter().setCriteria(criteria);
        for (int round = 0; round < 5; ++round) {
            auto snapshot = std::make_shared<Snapshot>();
            snapshot->predictions.assign(space.size(), {50.0F + static_cast<float>(round), 0.0F});
            state.setSnapshot(snapshot);
        }
        QVERIFY(state.filter().count() > 0);
        QCOMPARE(space.graphs, std::size_t{space.size()});
    }

    void withoutCriteriaEverythingPasses()
    {
        ExplorerState state;
        QVERIFY(state.filter().accepts(5)); // even with nothing open
        open(state);
        QVERIFY(!state.filter().isActive());
        QVERIFY(state.filter().accepts(test::space().size() - 1));
    }

    void rolesAndRounds()
    {
        ExplorerState state;
        open(state);
        run(state);
        Filter& filter = state.filter();
        FilterCriteria wanted;
        wanted.roles = {CellRole::Training};
        filter.setCriteria(wanted);
        QCOMPARE(accepted(state), (Cells{1, 2, 20}));
        QCOMPARE(filter.count(), 3U);
        wanted.roles = {CellRole::Validation, CellRole::Proposed};
        filter.setCriteria(wanted);
        QCOMPARE(accepted(state), (Cells{3, 21, 22}));
        wanted.rounds = Interval{0.0, 0.0};
        filter.setCriteria(wanted);
        QCOMPARE(accepted(state), Cells{3});
        wanted.roles.clear();
        wanted.rounds = Interval{1.0, 5.0};
        filter.setCriteria(wanted);
        QCOMPARE(accepted(state), (Cells{20, 21, 22}));
    }

    void accuraciesAreClosedIntervals()
    {
        ExplorerState state;
        open(state);
        const Table::Dataset& alpha = *state.dataset();
        FilterCriteria wanted;
        const CellIndex known = test::knownCell(7);
        wanted.accuracy = Interval{double{alpha.valid[known]}, double{alpha.valid[known]}};
        state.filter().setCriteria(wanted);
        QVERIFY(state.filter().accepts(known));
        QCOMPARE(state.filter().count(), static_cast<std::size_t>(std::ranges::count(alpha.valid, alpha.valid[known])));
        wanted = {};
        wanted.predicted = Interval{0.0, 100.0};
        state.filter().setCriteria(wanted);
        QCOMPARE(state.filter().count(), 0U); // no model has predicted anything
    }

    void operationsMustAllBeThere()
    {
        ExplorerState state;
        open(state);
        FilterCriteria wanted;
        wanted.labels = {2, 3};
        state.filter().setCriteria(wanted);
        QVERIFY(state.filter().count() > 0 && state.filter().count() < state.space()->size());
        for (const CellIndex cell : accepted(state)) {
            const Graph graph = state.space()->graph(cell);
            for (const std::uint8_t label : wanted.labels)
                QVERIFY(std::ranges::find(graph.labels, label) != graph.labels.end());
        }
    }

    void isolatedCellsMayComeInAnyOrder()
    {
        ExplorerState state;
        open(state);
        FilterCriteria wanted;
        wanted.isolated = {9, 4, 700};
        state.filter().setCriteria(wanted);
        QCOMPARE(accepted(state), (Cells{4, 9, 700}));
        QSignalSpy changes(&state.filter(), &Filter::changed);
        wanted.isolated = {700, 4, 9}; // the same
        state.filter().setCriteria(wanted);
        QCOMPARE(changes.count(), 0);
        state.filter().clear();
        QCOMPARE(changes.count(), 1);
        QVERIFY(!state.filter().isActive());
    }

    void followsTheRun()
    {
        ExplorerState state;
        open(state);
        FilterCriteria wanted;
        wanted.roles = {CellRole::Training};
        state.filter().setCriteria(wanted);
        QCOMPARE(state.filter().count(), 0U);
        QSignalSpy changes(&state.filter(), &Filter::changed);
        run(state);
        QCOMPARE(state.filter().count(), 3U);
        QVERIFY(changes.count() > 0);
        open(state); // another table: its cells are others
        QVERIFY(!state.filter().isActive());
    }
};

QTEST_GUILESS_MAIN(TestFilter)
#include "tst_filter.moc"
