// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/text.h"

#include <string>
#include <vector>

namespace inverso::cli {

/// Rows of text in aligned columns, numbers to the right.
class TextTable
{
public:
    enum class Align { Left, Right };

    void addColumn(std::string title, Align align);
    /// As many cells as there are columns.
    void addRow(std::vector<std::string> cells) { m_rows.push_back(std::move(cells)); }
    [[nodiscard]] std::string text() const;

private:
    std::vector<Align> m_aligns;
    std::vector<std::vector<std::string>> m_rows = {{}};
};

} // namespace inverso::cli
