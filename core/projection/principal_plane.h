// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"

#include <stop_token>

namespace inverso {

/// n × 2: the points (n × D) seen along their two leading principal axes, scaled so that the first coordinate has
/// the standard deviation `spread`. The largest entry of an axis is made positive, so that the picture does not
/// depend on the machine. Points without any spread all map to 0. Throws Cancelled.
Matrix principalPlane(const Matrix& points, double spread, int threads, const std::stop_token& stop = {});

} // namespace inverso
