// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace inverso {

/// The number in the first sizeof(Unsigned) bytes, lowest first; a plain load where the processor stores them so.
template <typename Unsigned> Unsigned littleEndian(const char* bytes)
{
    Unsigned value = 0;
    for (std::size_t i = 0; i < sizeof value; ++i)
        value |= static_cast<Unsigned>(static_cast<Unsigned>(static_cast<unsigned char>(bytes[i])) << (8 * i));
    return value;
}

} // namespace inverso
