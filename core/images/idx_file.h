// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <vector>

namespace inverso {

/// An array of bytes in the IDX format of the MNIST files, plain or gzip: magic 0, 0, 0x08, rank; sizes as
/// big-endian 32-bit numbers; the bytes.
struct IdxArray
{
    std::vector<std::uint32_t> sizes;
    std::vector<std::uint8_t> bytes;
};

/// Throws Error naming the file: cannot be opened, broken compression, not an IDX file of bytes, shorter or longer than
/// its header says. Throws Cancelled soon after `stop`.
IdxArray readIdx(const std::filesystem::path& path, const std::stop_token& stop);

} // namespace inverso
