// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmark/benchmark.h"
#include "core/session/session_file.h"

#include <string>

namespace inverso {

/// What searches on this benchmark stand on, made now by that version of the program. `weights` is a path; empty: they
/// have no model. Throws Error when the weights cannot be read.
SessionHeader sessionHeader(const std::string& program, const Benchmark& benchmark, const std::string& weights);

} // namespace inverso
