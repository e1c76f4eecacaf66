// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace inverso {

/// CRC-32C (Castagnoli polynomial, reflected) as in RFC 3720, appendix B.4; by the processor's own instruction
/// where it has one.
std::uint32_t crc32c(std::string_view bytes);
/// The same without that instruction.
std::uint32_t crc32cByTable(std::string_view bytes);

/// As TFRecord files store a checksum, so that a CRC over data that has CRCs in it stays meaningful.
constexpr std::uint32_t masked(std::uint32_t crc)
{
    return ((crc >> 15) | (crc << 17)) + 0xa282ead8U;
}

} // namespace inverso
