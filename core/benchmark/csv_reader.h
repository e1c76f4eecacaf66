// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace inverso {

/// Splits CSV text into lines and fields without copying it. Fields may be quoted ("" inside for a
/// quote, no line breaks inside); white space around fields is dropped; LF and CRLF both end a line.
class CsvReader
{
public:
    /// The longest line allowed, in bytes. Real tables stay far below; a file with longer lines is not a table.
    static constexpr std::size_t longestLine = 65536;

    /// `text` outlives the reader; `name` stands for the file in errors.
    CsvReader(std::string_view text, std::string name);

    /// Reads the next line that is not blank into fields(); false at the end. Throws Error with the line:
    /// too long, an open quote, a zero byte.
    bool next();
    /// Of the line just read; valid until the next call of next().
    [[nodiscard]] const std::vector<std::string_view>& fields() const { return m_fields; }
    /// Of the line just read, from 1.
    [[nodiscard]] std::size_t line() const { return m_line; }
    /// "file, line 7" for errors.
    [[nodiscard]] std::string where() const;

private:
    bool takeLine(std::string_view& line);
    void split(std::string_view line);
    std::string_view takeQuoted(std::string_view& rest);

    std::string_view m_rest;
    std::string m_name;
    std::size_t m_line = 0;
    std::vector<std::string_view> m_fields;
    std::deque<std::string> m_unescaped; ///< fields that had "" inside; m_fields points here
};

} // namespace inverso
