// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/plot.h"

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace inverso {

/// A number or a text as it is shown, the same in every form of the report.
struct ReportCell
{
    std::string text;      ///< empty: nothing is known
    std::string deviation; ///< standard deviation; empty: none

    ReportCell() = default;
    ReportCell(std::string words) // NOLINT(google-explicit-constructor): rows are lists of texts
        : text(std::move(words))
    {
    }
    /// Mean and, of two values or more, standard deviation; nothing of none.
    static ReportCell of(std::span<const double> values, int decimals);
    /// A number; nothing for NaN.
    static ReportCell of(double value, int decimals);
    static ReportCell of(double value, double deviation, int decimals);

    /// As people read it: with the deviation; a dash for nothing.
    [[nodiscard]] std::string shown() const;

    bool operator==(const ReportCell&) const = default;
};

struct ReportColumn
{
    enum class Kind {
        Number,
        Deviating, ///< numbers with a standard deviation: two columns in CSV
        Text,
        Wide, ///< a text that may be broken
        Cell, ///< a cell of a search space
    };
    std::string title;
    Kind kind = Kind::Number;

    bool operator==(const ReportColumn&) const = default;
};

struct ReportTable
{
    /// What all its rows are about, by name: the first columns in CSV.
    std::vector<std::pair<std::string, std::string>> about;
    std::vector<ReportColumn> columns;
    std::vector<std::vector<ReportCell>> rows; ///< as long as there are columns

    bool operator==(const ReportTable&) const = default;
};

struct ReportSection
{
    int level = 2; ///< of its heading: 2, 3 or 4
    std::string title;
    std::vector<std::string> notes = {};
    std::optional<ReportTable> table = {};
    std::vector<Plot> plots = {};
    std::string html = {}; ///< more, for the page alone
};

/// A report before it has a form. All forms show the same texts.
struct Report
{
    std::string title;
    std::vector<std::string> notes;
    std::vector<ReportSection> sections;
};

/// All tables one below the other with one heading line: what each is about, then every column that one of them has.
std::string toCsv(const Report& report);
std::string toMarkdown(const Report& report);
/// A page that stands alone, with the plots.
std::string toHtml(const Report& report);

} // namespace inverso
