// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmark/benchmark.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace inverso {

/// A hash of all labels of the benchmark, as 16 hexadecimal digits: equal for a moved or re-ordered file, different as
/// soon as one accuracy differs. Makes no query. For a source that computes labels on demand it is the hash of its
/// recipe.
std::string contentHash(const Benchmark& table);

/// A hash of a text, in the same form.
std::string textHash(std::string_view text);

/// A hash of many bytes, in the same form. It reads eight bytes at a time, so it differs from textHash().
std::string bytesHash(std::string_view bytes);

/// A hash of a file's bytes, in the same form. Throws Error when it cannot be read.
std::string fileHash(const std::filesystem::path& path);

} // namespace inverso
