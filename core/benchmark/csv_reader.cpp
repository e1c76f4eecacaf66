// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/benchmark/csv_reader.h"

#include "core/base/error.h"

namespace inverso {

namespace {

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" \t\r");
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

} // namespace

CsvReader::CsvReader(std::string_view text, std::string name)
    : m_rest(text)
    , m_name(std::move(name))
{
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    if (m_rest.starts_with(byteOrderMark))
        m_rest.remove_prefix(byteOrderMark.size());
}

std::string CsvReader::where() const
{
    return m_name + ", line " + std::to_string(m_line);
}

bool CsvReader::takeLine(std::string_view& line)
{
    if (m_rest.empty())
        return false;
    ++m_line;
    const std::size_t end = m_rest.find('\n');
    line = m_rest.substr(0, end);
    m_rest = end == std::string_view::npos ? std::string_view{} : m_rest.substr(end + 1);
    if (line.size() > longestLine) {
        throw Error(where() + ": the line is " + std::to_string(line.size()) + " bytes long, over the limit of "
                    + std::to_string(longestLine) + "; give a CSV table with one cell per line.");
    }
    if (line.find('\0') != std::string_view::npos)
        throw Error(where() + ": there is a zero byte; give a CSV table as UTF-8 text.");
    return true;
}

bool CsvReader::next()
{
    std::string_view line;
    do {
        if (!takeLine(line))
            return false;
        line = trimmed(line);
    } while (line.empty());
    split(line);
    return true;
}

void CsvReader::split(std::string_view line)
{
    m_fields.clear();
    m_unescaped.clear();
    std::string_view rest = line;
    while (true) {
        const std::size_t begin = rest.find_first_not_of(" \t");
        if (begin != std::string_view::npos && rest[begin] == '"') {
            rest.remove_prefix(begin + 1);
            m_fields.push_back(takeQuoted(rest));
        } else {
            m_fields.push_back(trimmed(rest.substr(0, rest.find(','))));
        }
        const std::size_t comma = rest.find(',');
        if (comma == std::string_view::npos)
            return;
        rest.remove_prefix(comma + 1);
    }
}

/// `rest` begins after the opening quote; afterwards it begins after the closing one.
std::string_view CsvReader::takeQuoted(std::string_view& rest)
{
    std::string unescaped;
    const std::string_view start = rest;
    while (true) {
        const std::size_t quote = rest.find('"');
        if (quote == std::string_view::npos)
            throw Error(where() + ": a quoted field is not closed; add the missing \" on the same line.");
        const bool doubled = rest.substr(quote + 1).starts_with('"');
        if (!doubled) {
            const std::string_view last = rest.substr(0, quote);
            rest.remove_prefix(quote + 1);
            const std::size_t next = rest.find_first_not_of(" \t");
            if (next != std::string_view::npos && rest[next] != ',')
                throw Error(where() + ": there is text after the closing quote of a field; put a comma there.");
            if (unescaped.empty())
                return start.substr(0, last.size());
            unescaped += last;
            return m_unescaped.emplace_back(std::move(unescaped));
        }
        unescaped += rest.substr(0, quote + 1);
        rest.remove_prefix(quote + 2);
    }
}

} // namespace inverso
