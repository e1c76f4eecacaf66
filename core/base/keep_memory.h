// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace inverso {

/// Tells the C library to keep freed memory for the next step of a training, which needs the same again: fresh pages
/// cost as much as the arithmetic. For the whole process, from the first call on; nothing where it is not the GNU
/// library.
void keepFreedMemory();

} // namespace inverso
