// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/crc32c.h"

#include "core/import/little_endian.h"

#include <array>
#include <cstddef>

#if defined(__GNUC__) && defined(__x86_64__)
#define INVERSO_CRC_INSTRUCTION
#include <nmmintrin.h>
#endif

namespace inverso {

namespace {

constexpr std::uint32_t polynomial = 0x82f63b78U; // 0x1edc6f41, bits reversed
constexpr std::size_t word = 8;

/// Slicing by eight: table k is the effect of a byte with k bytes behind it.
using Tables = std::array<std::array<std::uint32_t, 256>, word>;

constexpr Tables makeTables()
{
    Tables tables = {};
    for (std::uint32_t byte = 0; byte < 256; ++byte) {
        std::uint32_t crc = byte;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1U) != 0 ? polynomial : 0U);
        tables[0][byte] = crc;
    }
    for (std::size_t k = 1; k < word; ++k)
        for (std::size_t byte = 0; byte < 256; ++byte)
            tables[k][byte] = (tables[k - 1][byte] >> 8) ^ tables[0][tables[k - 1][byte] & 0xffU];
    return tables;
}

constexpr Tables tables = makeTables();

std::uint32_t addByte(std::uint32_t crc, char byte)
{
    return (crc >> 8) ^ tables[0][(crc ^ static_cast<unsigned char>(byte)) & 0xffU];
}

#ifdef INVERSO_CRC_INSTRUCTION
__attribute__((target("sse4.2"))) std::uint32_t byInstruction(std::string_view bytes)
{
    std::uint64_t crc = 0xffffffffU;
    const char* at = bytes.data();
    const char* const end = at + bytes.size();
    for (; static_cast<std::size_t>(end - at) >= word; at += word)
        crc = _mm_crc32_u64(crc, littleEndian<std::uint64_t>(at));
    auto rest = static_cast<std::uint32_t>(crc);
    for (; at != end; ++at)
        rest = _mm_crc32_u8(rest, static_cast<unsigned char>(*at));
    return ~rest;
}

bool hasInstruction()
{
    static const bool has = __builtin_cpu_supports("sse4.2") != 0;
    return has;
}
#endif

} // namespace

std::uint32_t crc32cByTable(std::string_view bytes)
{
    std::uint32_t crc = 0xffffffffU;
    const char* at = bytes.data();
    const char* const end = at + bytes.size();
    for (; static_cast<std::size_t>(end - at) >= word; at += word) {
        const std::uint64_t next = littleEndian<std::uint64_t>(at) ^ crc;
        crc = 0;
        for (std::size_t k = 0; k < word; ++k)
            crc ^= tables[word - 1 - k][(next >> (8 * k)) & 0xffU];
    }
    for (; at != end; ++at)
        crc = addByte(crc, *at);
    return ~crc;
}

std::uint32_t crc32c(std::string_view bytes)
{
#ifdef INVERSO_CRC_INSTRUCTION
    if (hasInstruction())
        return byInstruction(bytes);
#endif
    return crc32cByTable(bytes);
}

} // namespace inverso
