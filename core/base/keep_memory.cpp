// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/keep_memory.h"

#include <cstdlib>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace inverso {

void keepFreedMemory()
{
#ifdef __GLIBC__
    static const bool kept = mallopt(M_MMAP_THRESHOLD, 1 << 25) != 0 && mallopt(M_TRIM_THRESHOLD, 1 << 27) != 0;
    static_cast<void>(kept);
#endif
}

} // namespace inverso
