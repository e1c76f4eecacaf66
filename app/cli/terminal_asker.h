// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmark/asked_benchmark.h"

namespace inverso::cli {

/// Asks for labels on the terminal: the question on stderr, the answer "valid [test]" in percent from stdin. What is no
/// answer is asked again; the end of the input gives up.
AskedBenchmark::Ask terminalAsker();

} // namespace inverso::cli
