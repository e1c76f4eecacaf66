// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to core/export: the parts of toPython().
#include "core/cell/nasbench101.h"

#include <string>

namespace inverso {

// The code between the head line of the file and its self-check: imports, the cell, the benchmark's network as the
// class Network.
std::string nasbench101Python(const NasBench101Form& form);
std::string nasbench201Python(const SearchSpace& space, CellIndex cell);

} // namespace inverso
