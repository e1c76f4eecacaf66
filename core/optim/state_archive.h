// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/model/safetensors.h"

#include <span>
#include <string>
#include <vector>

namespace inverso {

/// Writes the state of an object to SafeTensors, or reads it from there: an object lists its parts once, for both. The
/// state that is read equals the written one bit for bit. All functions throw Error when a part is missing or has
/// another type or size; the object is then partly read.
class StateArchive
{
public:
    /// Writes.
    StateArchive() = default;
    /// Reads.
    explicit StateArchive(SafeTensors stored)
        : m_stored(std::move(stored))
        , m_reads(true)
    {
    }

    [[nodiscard]] bool reads() const { return m_reads; }
    [[nodiscard]] const SafeTensors& stored() const { return m_stored; }

    /// A fixed number of values.
    void numbers(const std::string& name, std::span<float> values);
    /// Any number of values.
    void list(const std::string& name, std::vector<float>& values);
    void number(const std::string& name, float& value) { numbers(name, {&value, 1}); }
    void number(const std::string& name, double& value);
    void number(const std::string& name, int& value);
    void stream(const std::string& name, Rng& rng);

private:
    std::string& text(const std::string& name);

    SafeTensors m_stored;
    bool m_reads = false;
};

} // namespace inverso
