// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace inverso {

/// Makes the C library keep freed memory for the next training step, which needs the same amount: new pages cost as
/// much time as the arithmetic. Applies to the whole process after the first call; does nothing without the GNU C
/// library.
void keepFreedMemory();

} // namespace inverso
