// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmark/table.h"

#include <QString>

#include <limits>
#include <vector>

namespace inverso::ui {

/// A search result as a publication prints it, percent; NaN where it prints nothing.
struct PrintedResult
{
    QString method;
    int queries = 0;
    double valid = 0.0;
    double validDeviation = std::numeric_limits<double>::quiet_NaN();
    double test = std::numeric_limits<double>::quiet_NaN();
    double testDeviation = std::numeric_limits<double>::quiet_NaN();
    QString source; ///< "thesis, Table 7"
};

/// What is printed (resources/reference) for that data set of that space. A data set that only has the name
/// of a printed one, but another optimum, gets nothing.
std::vector<PrintedResult> printedResults(const SearchSpace& space, const Table::Dataset& dataset);

} // namespace inverso::ui
