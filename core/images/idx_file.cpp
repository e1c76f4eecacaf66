// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/images/idx_file.h"

#include "core/base/error.h"
#include "core/base/read_file.h"

#include <string_view>

namespace inverso {

namespace {

constexpr std::size_t mostBytes = std::size_t{1} << 30; // a larger size means a broken header

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
    constexpr char unsignedByte = 0x08;
    constexpr std::size_t longestHeader = 4 + 4 * std::size_t{4};
    const std::string start = readStart(path, longestHeader, stop);
    if (start.size() < 4 || start[0] != 0 || start[1] != 0 || start[2] != unsignedByte || start[3] < 1 || start[3] > 4)
        fail(path, "it is not an IDX file of bytes");
    const auto rank = static_cast<std::size_t>(start[3]);
    const std::size_t header = 4 + 4 * rank;
    if (start.size() < header)
        fail(path, "it ends within its header");
    IdxArray array;
    std::uint64_t total = 1;
    for (std::size_t i = 0; i < rank; ++i) {
        array.sizes.push_back(bigEndian(std::string_view(start).substr(4 + 4 * i, 4)));
        if (array.sizes.back() != 0 && total > mostBytes / array.sizes.back())
            fail(path, "its header gives an impossible size");
        total *= array.sizes.back();
    }
    // One byte more shows that a file is too long, and a packed file of gigabytes is not unpacked to its end.
    const std::string text = readStart(path, header + total + 1, stop);
    if (text.size() != header + total)
        fail(path, "it has " + (text.size() > header + total ? "more" : "only " + std::to_string(text.size() - header))
                       + " bytes of data, but its header says " + std::to_string(total));
    array.bytes.assign(text.begin() + static_cast<std::ptrdiff_t>(header), text.end());
    return array;
}

} // namespace inverso
