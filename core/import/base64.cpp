// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/base64.h"

#include <array>
#include <cstdint>

namespace inverso {

namespace {

enum : std::uint8_t { Blank = 64, Padding = 65, Foreign = 66 };

constexpr std::array<std::uint8_t, 256> makeDigits()
{
    std::array<std::uint8_t, 256> digits = {};
    digits.fill(Foreign);
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (std::size_t i = 0; i < alphabet.size(); ++i)
        digits[static_cast<unsigned char>(alphabet[i])] = static_cast<std::uint8_t>(i);
    for (const char blank : {'\n', '\r', ' ', '\t'})
        digits[static_cast<unsigned char>(blank)] = Blank;
    digits['='] = Padding;
    return digits;
}

constexpr std::array<std::uint8_t, 256> digits = makeDigits();

} // namespace

bool decodeBase64(std::string_view text, std::string& bytes)
{
    bytes.resize(text.size() / 4 * 3 + 3); // at most; cut at the end
    std::size_t size = 0;
    const auto put = [&](std::uint32_t byte) { bytes[size++] = static_cast<char>(byte & 0xffU); };
    std::uint32_t group = 0;
    int held = 0; // digits in the group
    int padding = 0;
    for (const char c : text) {
        const std::uint8_t digit = digits[static_cast<unsigned char>(c)];
        if (digit == Blank)
            continue;
        if (digit == Foreign || (padding > 0 && digit != Padding))
            return false;
        if (digit == Padding) {
            ++padding;
            continue;
        }
        group = group << 6 | digit;
        if (++held == 4) {
            put(group >> 16);
            put(group >> 8);
            put(group);
            group = 0;
            held = 0;
        }
    }
    if (held == 1 || (held == 0 ? padding != 0 : held + padding != 4))
        return false;
    group <<= 6 * padding;
    if (held > 1)
        put(group >> 16);
    if (held > 2)
        put(group >> 8);
    bytes.resize(size);
    return true;
}

} // namespace inverso
