// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/optim/state_archive.h"

#include "core/base/error.h"

#include <algorithm>
#include <charconv>

namespace inverso {

namespace {

[[noreturn]] void fail(const std::string& name)
{
    throw Error("The stored state of a search has no '" + name + "', or one that does not fit this search.");
}

template <typename Number> std::string written(Number value)
{
    char digits[64]; // the shortest text that reads as the same number
    return {digits, std::to_chars(digits, digits + sizeof digits, value).ptr};
}

template <typename Number> Number read(const std::string& name, const std::string& text)
{
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        fail(name);
    return value;
}

} // namespace

std::string& StateArchive::text(const std::string& name)
{
    if (m_reads && !m_stored.metadata.contains(name))
        fail(name);
    return m_stored.metadata[name];
}

void StateArchive::numbers(const std::string& name, std::span<float> values)
{
    if (!m_reads) {
        m_stored.tensors[name] = {{static_cast<std::int64_t>(values.size())}, {values.begin(), values.end()}};
        return;
    }
    std::vector<float> stored;
    list(name, stored);
    if (stored.size() != values.size())
        fail(name);
    std::ranges::copy(stored, values.begin());
}

void StateArchive::list(const std::string& name, std::vector<float>& values)
{
    if (!m_reads)
        return numbers(name, values);
    const auto it = m_stored.tensors.find(name);
    if (it == m_stored.tensors.end())
        fail(name);
    values = std::move(it->second.values);
}

void StateArchive::number(const std::string& name, double& value)
{
    if (m_reads)
        value = read<double>(name, text(name));
    else
        text(name) = written(value);
}

void StateArchive::number(const std::string& name, int& value)
{
    if (m_reads)
        value = read<int>(name, text(name));
    else
        text(name) = written(value);
}

void StateArchive::stream(const std::string& name, Rng& rng)
{
    if (m_reads)
        rng.setState(text(name));
    else
        text(name) = rng.state();
}

} // namespace inverso
