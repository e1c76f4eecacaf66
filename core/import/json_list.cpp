// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/json_list.h"

#include <charconv>
#include <utility>

namespace inverso {

namespace {

constexpr std::string_view escapes = "\"\\/bfnrt";
constexpr std::string_view escaped = "\"\\/\b\f\n\r\t";

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20;
}

} // namespace

void JsonList::skipBlanks()
{
    const std::size_t begin = m_rest.find_first_not_of(" \t\n\r");
    m_rest.remove_prefix(begin == std::string_view::npos ? m_rest.size() : begin);
}

bool JsonList::take(char c)
{
    skipBlanks();
    if (!m_rest.starts_with(c))
        return false;
    m_rest.remove_prefix(1);
    return true;
}

bool JsonList::advance()
{
    const char expected = std::exchange(m_opened, true) ? ',' : '[';
    if (!take(expected))
        return false;
    skipBlanks();
    return true;
}

bool JsonList::string(std::string_view& value, std::string& unescaped)
{
    if (!advance() || !take('"'))
        return false;
    for (std::size_t i = 0; i < m_rest.size(); ++i) {
        const char c = m_rest[i];
        if (c == '"') {
            value = m_rest.substr(0, i);
            m_rest.remove_prefix(i + 1);
            return true;
        }
        if (c == '\\') {
            unescaped.assign(m_rest.substr(0, i));
            m_rest.remove_prefix(i);
            if (!unescape(unescaped))
                return false;
            value = unescaped;
            return true;
        }
        if (isControl(c))
            return false;
    }
    return false;
}

/// From the first backslash to behind the closing quote.
bool JsonList::unescape(std::string& unescaped)
{
    while (!m_rest.empty()) {
        const char c = m_rest.front();
        m_rest.remove_prefix(1);
        if (c == '"')
            return true;
        if (isControl(c))
            return false;
        if (c != '\\') {
            unescaped.push_back(c);
            continue;
        }
        if (m_rest.empty())
            return false;
        const char kind = m_rest.front();
        m_rest.remove_prefix(1);
        if (const std::size_t which = escapes.find(kind); which != std::string_view::npos) {
            unescaped.push_back(escaped[which]);
            continue;
        }
        unsigned code = 0;
        const std::string_view digits = m_rest.substr(0, 4);
        const char* const end = digits.data() + digits.size();
        const auto [next, error] = std::from_chars(digits.data(), end, code, 16);
        if (kind != 'u' || digits.size() != 4 || error != std::errc() || next != end || code >= 0x80)
            return false;
        unescaped.push_back(static_cast<char>(code));
        m_rest.remove_prefix(digits.size());
    }
    return false;
}

bool JsonList::integer(std::int64_t& value)
{
    if (!advance())
        return false;
    const char* const end = m_rest.data() + m_rest.size();
    const auto [next, error] = std::from_chars(m_rest.data(), end, value);
    if (error != std::errc())
        return false;
    m_rest.remove_prefix(static_cast<std::size_t>(next - m_rest.data()));
    return true;
}

bool JsonList::end()
{
    if (!take(']'))
        return false;
    skipBlanks();
    return m_rest.empty();
}

} // namespace inverso
