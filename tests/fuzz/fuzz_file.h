// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include <unistd.h>

namespace inverso::fuzz {

inline std::string_view textOf(const std::uint8_t* data, std::size_t size)
{
    return {reinterpret_cast<const char*>(data), size};
}

/// The input as a file, in memory where the machine has a file system there; another process has another one.
inline std::filesystem::path fileOf(const std::uint8_t* data, std::size_t size, const std::string& ending)
{
    namespace fs = std::filesystem;
    static const fs::path folder = [] {
        const fs::path memory = "/dev/shm";
        fs::path made = (fs::is_directory(memory) ? memory : fs::temp_directory_path())
                        / ("inverso-fuzz-" + std::to_string(::getpid()));
        fs::create_directories(made);
        std::atexit([] {
            std::error_code ignored;
            fs::remove_all(folder, ignored);
        });
        return made;
    }();
    fs::path path = folder / ("input" + ending);
    std::ofstream(path, std::ios::binary | std::ios::trunc)
        .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
    return path;
}

/// Runs a reader; that it refuses is what it is for.
template <typename Reader> int attempt(Reader read)
{
    try {
        read();
    } catch (const Error&) {
        return 0;
    }
    return 0;
}

} // namespace inverso::fuzz
