// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmark/benchmark.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace inverso {

/// A hash of every label that the benchmark knows, as 16 hexadecimal digits: the same for a moved or
/// re-ordered file, another as soon as one accuracy differs. Asks no query. Of a source that makes labels when they
/// are asked for it is the hash of its recipe.
std::string contentHash(const Benchmark& table);

/// A hash of a text, in the same form.
std::string textHash(std::string_view text);

/// A hash of many bytes, in the same form: eight at a time, and so another one than textHash().
std::string bytesHash(std::string_view bytes);

/// A hash of a file's bytes, in the same form. Throws Error when it cannot be read.
std::string fileHash(const std::filesystem::path& path);

} // namespace inverso
