// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/worker/fake_engine.h"

#include <memory>
#include <string>

namespace inverso::test {

using ui::FakeEngine;
using FakeSettings = FakeEngine::Settings;

inline std::string smallTableCsv()
{
    return FakeEngine::tableCsv(searchSpace("nasbench201"));
}

inline std::shared_ptr<const Table> smallTable()
{
    return FakeEngine::table(searchSpace("nasbench201"));
}

inline std::shared_ptr<const LatentSpace> fakeLatents()
{
    return FakeEngine::latents(searchSpace("nasbench201"));
}

inline ui::SearchEnginePtr fakeEngine(const FakeSettings& settings = {})
{
    return std::make_shared<FakeEngine>(settings);
}

} // namespace inverso::test
