// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/model/safetensors.h"

#include <span>
#include <string>
#include <vector>

namespace inverso {

/// Writes what an object is made of to SafeTensors, or reads it from there: an object names its parts once, for both.
/// What is read is what was written, to the last bit. All functions throw Error when what they are to read is missing
/// or is something else; then the object is half read.
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

    /// As many numbers as there are.
    void numbers(const std::string& name, std::span<float> values);
    /// However many.
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
