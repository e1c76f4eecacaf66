// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace inverso {

/// Reads a flat JSON list of strings and integers, element by element, in place: a general parser takes longer for a
/// record than all else together. Each call returns false where the text is no such list.
class JsonList
{
public:
    /// `text` outlives the list and the strings taken from it.
    explicit JsonList(std::string_view text)
        : m_rest(text)
    {
    }

    /// `value` lies in the text, or in `unescaped` where the string has escapes; of \u only ASCII is taken.
    bool string(std::string_view& value, std::string& unescaped);
    bool integer(std::int64_t& value);
    /// Behind the last element: the list is closed, and nothing follows.
    bool end();

private:
    void skipBlanks();
    bool take(char c);
    /// To the next element: the opening bracket, or a comma.
    bool advance();
    bool unescape(std::string& unescaped);

    std::string_view m_rest;
    bool m_opened = false;
};

} // namespace inverso
