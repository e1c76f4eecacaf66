// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace inverso {

/// The number in the first sizeof(Unsigned) bytes, lowest first.
template <typename Unsigned> Unsigned littleEndian(const char* bytes)
{
    Unsigned value = 0;
    if constexpr (std::endian::native == std::endian::little) {
        std::memcpy(&value, bytes, sizeof value); // a plain load, which GCC 12 does not make of the loop
    } else {
        for (std::size_t i = 0; i < sizeof value; ++i)
            value |= static_cast<Unsigned>(static_cast<unsigned char>(bytes[i])) << (8 * i);
    }
    return value;
}

} // namespace inverso
