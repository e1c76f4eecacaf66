// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmark/table.h"

#include <QString>

#include <limits>
#include <vector>

namespace inverso::ui {

/// A search result as printed in a publication, percent; NaN if it is not printed.
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

/// The printed results (resources/reference) for that data set of that space. Empty for a data set with the name of a
/// printed one but another optimum.
std::vector<PrintedResult> printedResults(const SearchSpace& space, const Table::Dataset& dataset);

} // namespace inverso::ui
