// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/fingerprint.h"

#include "core/base/error.h"

#include <bit>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <string_view>
#include <vector>

namespace inverso {

namespace {

/// FNV-1a, 64 bits: protects against mistakes, not against forgery.
class Hash
{
public:
    void add(unsigned char byte) { m_value = (m_value ^ byte) * 0x100000001b3ULL; }
    void add(std::uint64_t word)
    {
        for (int shift = 0; shift < 64; shift += 8)
            add(static_cast<unsigned char>(word >> shift));
    }
    void add(std::string_view text)
    {
        for (const char character : text)
            add(static_cast<unsigned char>(character));
    }
    void addWord(std::uint64_t word) { m_value = (m_value ^ word) * 0x100000001b3ULL; }
    void add(double value) { add(std::bit_cast<std::uint64_t>(std::isnan(value) ? -1.0 : value)); }

    [[nodiscard]] std::string text() const
    {
        char digits[17];
        std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(m_value));
        return digits;
    }

private:
    std::uint64_t m_value = 0xcbf29ce484222325ULL;
};

} // namespace

std::string contentHash(const Benchmark& table)
{
    if (const std::string recipe = table.recipe(); !recipe.empty())
        return textHash(recipe);
    Hash hash;
    for (CellIndex cell = 0; cell < table.space().size(); ++cell) {
        if (!table.knows(cell))
            continue;
        const Label label = table.label(cell, {});
        hash.add(std::uint64_t{cell});
        hash.add(label.valid);
        hash.add(label.test);
    }
    return hash.text();
}

std::string textHash(std::string_view text)
{
    Hash hash;
    hash.add(text);
    return hash.text();
}

std::string bytesHash(std::string_view bytes)
{
    Hash hash;
    hash.addWord(bytes.size());
    for (; bytes.size() >= sizeof(std::uint64_t); bytes.remove_prefix(sizeof(std::uint64_t))) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data(), sizeof word);
        hash.addWord(word);
    }
    hash.add(bytes);
    return hash.text();
}

std::string fileHash(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw Error("Cannot read " + path.string() + "; check the path and its permissions.");
    Hash hash;
    std::vector<char> block(1 << 16);
    while (file.read(block.data(), static_cast<std::streamsize>(block.size())) || file.gcount() > 0) {
        for (std::streamsize i = 0; i < file.gcount(); ++i)
            hash.add(static_cast<unsigned char>(block[static_cast<std::size_t>(i)]));
    }
    if (file.bad())
        throw Error("Cannot read " + path.string() + " to its end; check the disk, and that it is a file.");
    return hash.text();
}

} // namespace inverso
