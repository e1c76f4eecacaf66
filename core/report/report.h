// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/plot.h"

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace inverso {

/// A number or a text in its displayed form, which is the same in every format of the report.
struct ReportCell
{
    std::string text;      ///< empty: not known
    std::string deviation; ///< standard deviation; empty: none

    ReportCell() = default;
    ReportCell(std::string words) // NOLINT(google-explicit-constructor): rows are lists of texts
        : text(std::move(words))
    {
    }
    /// The mean and, for two or more values, the standard deviation; empty for no values.
    static ReportCell of(std::span<const double> values, int decimals);
    /// A number; empty for NaN.
    static ReportCell of(double value, int decimals);
    static ReportCell of(double value, double deviation, int decimals);

    /// For people: with the standard deviation; a dash for an empty cell.
    [[nodiscard]] std::string shown() const;

    bool operator==(const ReportCell&) const = default;
};

struct ReportColumn
{
    enum class Kind {
        Number,
        Deviating, ///< numbers with a standard deviation: two columns in CSV
        Text,
        Wide, ///< a text that may wrap
        Cell, ///< a cell of a search space
    };
    std::string title;
    Kind kind = Kind::Number;

    bool operator==(const ReportColumn&) const = default;
};

struct ReportTable
{
    /// Values that all its rows have in common, by name: the first columns in CSV.
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
    std::string html = {}; ///< additional content, only for the page
};

/// A report without a format. All formats show the same texts.
struct Report
{
    std::string title;
    std::vector<std::string> notes;
    std::vector<ReportSection> sections;
};

/// All tables in one, with one heading line: the common values of each table, then the columns of all tables.
std::string toCsv(const Report& report);
std::string toMarkdown(const Report& report);
/// A self-contained page with the plots.
std::string toHtml(const Report& report);

} // namespace inverso
