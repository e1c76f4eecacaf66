// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmark/benchmark.h"
#include "core/session/session_file.h"

#include <string>

namespace inverso {

/// The header for searches on this benchmark, with the present time and that version of the program. `weights` is a
/// path; empty: they have no model. Throws Error when the weights cannot be read.
SessionHeader sessionHeader(const std::string& program, const Benchmark& benchmark, const std::string& weights);

} // namespace inverso
