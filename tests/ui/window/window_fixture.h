// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/fakes.h"
#include "ui/window/main_window.h"

#include <QtTest>

#include <utility>

namespace inverso::test {

/// A real window over the fake core, with the table of the space open.
struct WindowFixture
{
    explicit WindowFixture(const FakeSettings& fake = {})
        : WindowFixture(fakeEngine(fake))
    {
    }
    explicit WindowFixture(ui::SearchEnginePtr engine)
        : window({std::move(engine), {test::tableName()}, {}, false, {}})
    {
        window.resize(1300, 850);
        window.show();
        window.openFirstTable();
        opened = QTest::qWaitFor([this] { return state().workspace() != nullptr; }, 20000);
    }

    ui::ExplorerState& state() { return window.state(); }
    /// Starts a search with the settings that are there and waits for its end.
    bool runToTheEnd()
    {
        window.start();
        return opened && QTest::qWaitFor([this] { return state().phase() == ui::RunPhase::Ended; }, 20000);
    }
    /// Of the window, by its object name.
    template <typename Object> Object& find(const char* name)
    {
        auto* object = window.findChild<Object*>(QString::fromLatin1(name));
        Q_ASSERT(object != nullptr);
        return *object;
    }

    ui::MainWindow window;
    bool opened = false;
};

} // namespace inverso::test
