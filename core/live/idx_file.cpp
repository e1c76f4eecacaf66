// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/idx_file.h"

#include "core/base/error.h"
#include "core/base/read_file.h"

#include <string_view>

namespace inverso {

namespace {

constexpr std::size_t mostBytes = std::size_t{1} << 31; // larger is a broken header

[[noreturn]] void fail(const std::filesystem::path& path, const std::string& why)
{
    throw Error("Cannot use " + path.string() + ": " + why + ". Fetch the file again.");
}

std::uint32_t bigEndian(std::string_view four)
{
    std::uint32_t value = 0;
    for (const char byte : four)
        value = value << 8 | static_cast<std::uint8_t>(byte);
    return value;
}

} // namespace

IdxArray readIdx(const std::filesystem::path& path, const std::stop_token& stop)
{
    const std::string text = readFile(path, mostBytes, stop);
    constexpr char unsignedByte = 0x08;
    if (text.size() < 4 || text[0] != 0 || text[1] != 0 || text[2] != unsignedByte || text[3] < 1 || text[3] > 4)
        fail(path, "it is no IDX file of bytes");
    const auto rank = static_cast<std::size_t>(text[3]);
    const std::size_t header = 4 + 4 * rank;
    if (text.size() < header)
        fail(path, "it ends within its header");
    IdxArray array;
    std::uint64_t total = 1;
    for (std::size_t i = 0; i < rank; ++i) {
        array.sizes.push_back(bigEndian(std::string_view(text).substr(4 + 4 * i, 4)));
        if (array.sizes.back() != 0 && total > mostBytes / array.sizes.back())
            fail(path, "its header gives an impossible size");
        total *= array.sizes.back();
    }
    if (text.size() - header != total)
        fail(path, "it has " + std::to_string(text.size() - header) + " bytes of data, but its header says "
                       + std::to_string(total));
    constexpr std::size_t block = std::size_t{1} << 24; // a hundredth of a second
    array.bytes.reserve(total);
    for (std::size_t at = header; at < text.size(); at += block) {
        if (stop.stop_requested())
            throw Cancelled();
        const std::string_view part = std::string_view(text).substr(at, block);
        array.bytes.insert(array.bytes.end(), part.begin(), part.end());
    }
    return array;
}

} // namespace inverso
