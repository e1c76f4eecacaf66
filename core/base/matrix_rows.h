// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <span>

namespace inverso {

/// Some rows of a matrix, in the order asked for.
template <std::unsigned_integral Index> Matrix rowsOf(const Matrix& all, std::span<const Index> rows)
{
    Matrix some(rows.size(), all.columns);
    for (std::size_t i = 0; i < rows.size(); ++i)
        std::ranges::copy(all.row(rows[i]), some.row(i).begin());
    return some;
}

/// `count` rows from `first` on.
inline Matrix rowRange(const Matrix& all, std::size_t first, std::size_t count)
{
    Matrix some(count, all.columns);
    std::copy_n(all.data() + first * all.columns, some.values.size(), some.data());
    return some;
}

/// Puts the rows of `more` below those of `to`, which may have none yet.
inline void appendRows(Matrix& to, const Matrix& more)
{
    if (more.rows == 0)
        return;
    to.columns = more.columns;
    to.rows += more.rows;
    to.values.insert(to.values.end(), more.values.begin(), more.values.end());
}

} // namespace inverso
