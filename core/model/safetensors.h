// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace inverso {

/// A float32 tensor in memory, row-major.
struct StoredTensor
{
    std::vector<std::int64_t> shape;
    std::vector<float> values;
};

/// The content of a safetensors file: named float32 tensors and string metadata. The format holds data
/// only: loading a file executes no code. Python's safetensors library can read the files of write().
struct SafeTensors
{
    std::map<std::string, StoredTensor> tensors;
    std::map<std::string, std::string> metadata;

    /// Throws Error naming the file, before it allocates for a tensor: cannot be opened, over 1 GiB, truncated, header
    /// over 4 MiB or not JSON, a type other than F32, offsets that overlap, leave the file or disagree with the shape.
    static SafeTensors read(const std::filesystem::path& path);
    /// The same from memory; `name` stands for the file.
    static SafeTensors parse(std::string_view content, const std::filesystem::path& name);
    /// The content of the file of write().
    [[nodiscard]] std::string bytes() const;
    /// Writes a temporary file beside `path` and renames it, so that a reader never sees half a file.
    /// Throws Error when the folder cannot be written or is full.
    void write(const std::filesystem::path& path) const;

    /// Throws Error when the tensor is missing or has another shape.
    [[nodiscard]] const StoredTensor& tensor(const std::string& name, const std::vector<std::int64_t>& shape) const;
};

} // namespace inverso
