// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/fakes.h"

#include <QtTest>

#include <atomic>

namespace inverso::test {

/// Opens tables only while its gate is open, so that a test can do things while a table is being opened.
class GatedEngine : public FakeEngine
{
public:
    using FakeEngine::FakeEngine;

    void close() { m_open = false; }
    void open()
    {
        m_open = true;
        m_open.notify_all();
    }
    std::shared_ptr<const Table> openTable(const std::string& nameOrPath) override
    {
        m_open.wait(false);
        return FakeEngine::openTable(nameOrPath);
    }

private:
    std::atomic<bool> m_open = true;
};

/// Opens the gate at the end of a test, however it ends.
class GateOpener
{
public:
    explicit GateOpener(GatedEngine& engine)
        : m_engine(engine)
    {
    }
    ~GateOpener() { m_engine.open(); }
    GateOpener(const GateOpener&) = delete;
    GateOpener& operator=(const GateOpener&) = delete;

private:
    GatedEngine& m_engine;
};

} // namespace inverso::test
