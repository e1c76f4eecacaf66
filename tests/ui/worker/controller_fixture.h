// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/gated_engine.h"
#include "ui/state/explorer_state.h"
#include "ui/worker/search_controller.h"

#include <QtTest>

namespace inverso::test {

/// A controller on a fake engine, with a table open.
struct ControllerFixture
{
    explicit ControllerFixture(const FakeSettings& fake = {}, const QString& table = test::tableName())
        : ControllerFixture(std::make_shared<GatedEngine>(fake), table)
    {
    }
    ControllerFixture(std::shared_ptr<GatedEngine> from, const QString& table)
        : engine(std::move(from))
        , controller(engine, state)
        , opener(*engine)
    {
        controller.open(table);
        opened = QTest::qWaitFor([this] { return state.workspace() && !state.isOpening(); }, 20000);
    }
    void start(const char* method, int budget, ui::Advance first = ui::Advance::Run)
    {
        SearchSettings settings;
        settings.method = method;
        settings.budget = budget;
        controller.start(settings, "alpha", first);
    }
    bool reaches(ui::RunPhase phase, int milliseconds = 10000)
    {
        return QTest::qWaitFor([&] { return state.phase() == phase; }, milliseconds);
    }
    bool runToTheEnd()
    {
        start("fake", 60);
        return reaches(ui::RunPhase::Ended) && state.hasModel();
    }
    std::shared_ptr<GatedEngine> engine;
    ui::ExplorerState state;
    ui::SearchController controller;
    GateOpener opener;
    bool opened = false;
};

} // namespace inverso::test
