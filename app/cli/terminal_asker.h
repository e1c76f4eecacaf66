// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmark/asked_benchmark.h"

namespace inverso::cli {

/// Asks for labels on the terminal: the question on stderr, the answer "valid [test]" in percent from stdin. After an
/// invalid answer it asks again; at the end of the input it cancels.
AskedBenchmark::Ask terminalAsker();

} // namespace inverso::cli
