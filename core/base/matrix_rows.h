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

} // namespace inverso
