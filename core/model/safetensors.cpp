// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/safetensors.h"

#include "core/base/error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <cstring>
#include <fstream>

namespace inverso {

using nlohmann::json;

// The format is little-endian; so is every machine this program is built for.
static_assert(std::endian::native == std::endian::little);

namespace {

constexpr std::uint64_t largestHeader = 16U << 20U;

[[noreturn]] void fail(const std::filesystem::path& path, const std::string& what)
{
    throw Error("The weights file " + path.string() + " " + what
                + " Make it again with ./dev weights, or choose another.");
}

std::uint64_t elementCount(const std::filesystem::path& path, const std::vector<std::int64_t>& shape)
{
    std::uint64_t count = 1;
    for (const std::int64_t extent : shape) {
        if (extent < 0 || extent > (1 << 28))
            fail(path, "has a tensor with an impossible shape.");
        count *= static_cast<std::uint64_t>(extent);
        if (count > (1ULL << 32))
            fail(path, "has a tensor with an impossible shape.");
    }
    return count;
}

StoredTensor readTensor(const std::filesystem::path& path, const std::string& name, const json& entry,
                        std::string_view data)
{
    if (entry.at("dtype").get<std::string>() != "F32")
        fail(path, "stores '" + name + "' in another type than F32.");
    StoredTensor tensor;
    tensor.shape = entry.at("shape").get<std::vector<std::int64_t>>();
    const auto offsets = entry.at("data_offsets").get<std::vector<std::uint64_t>>();
    if (offsets.size() != 2 || offsets[0] > offsets[1] || offsets[1] > data.size())
        fail(path, "is truncated: '" + name + "' lies outside the file.");
    const std::uint64_t bytes = offsets[1] - offsets[0];
    if (elementCount(path, tensor.shape) * sizeof(float) != bytes)
        fail(path, "is damaged: the size of '" + name + "' does not fit its shape.");
    tensor.values.resize(bytes / sizeof(float));
    std::memcpy(tensor.values.data(), data.data() + offsets[0], bytes);
    return tensor;
}

SafeTensors readHeader(const std::filesystem::path& path, const json& header, std::string_view data)
{
    SafeTensors result;
    std::vector<std::pair<std::uint64_t, std::uint64_t>> ranges;
    for (const auto& [name, entry] : header.items()) {
        if (name == "__metadata__") {
            result.metadata = entry.get<std::map<std::string, std::string>>();
            continue;
        }
        result.tensors.emplace(name, readTensor(path, name, entry, data));
        const auto offsets = entry.at("data_offsets").get<std::vector<std::uint64_t>>();
        ranges.emplace_back(offsets[0], offsets[1]);
    }
    std::sort(ranges.begin(), ranges.end());
    for (std::size_t i = 1; i < ranges.size(); ++i)
        if (ranges[i].first < ranges[i - 1].second)
            fail(path, "is damaged: two tensors overlap.");
    return result;
}

} // namespace

SafeTensors SafeTensors::read(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw Error("The weights file " + path.string()
                    + " cannot be opened. Make it with ./dev weights, or choose another.");
    const std::string content((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    std::uint64_t headerSize = 0;
    if (content.size() < sizeof(headerSize))
        fail(path, "is truncated: it has no header.");
    std::memcpy(&headerSize, content.data(), sizeof(headerSize));
    if (headerSize > largestHeader)
        fail(path, "is not a safetensors file (its header would be too large).");
    if (content.size() - sizeof(headerSize) < headerSize)
        fail(path, "is truncated in its header.");
    const std::string_view all(content);
    const std::string_view text = all.substr(sizeof(headerSize), headerSize);
    try {
        return readHeader(path, json::parse(text), all.substr(sizeof(headerSize) + headerSize));
    } catch (const json::exception&) {
        fail(path, "is not a safetensors file (its header cannot be read).");
    }
}

void SafeTensors::write(const std::filesystem::path& path) const
{
    json header = json::object();
    if (!metadata.empty())
        header["__metadata__"] = metadata;
    std::uint64_t offset = 0;
    for (const auto& [name, tensor] : tensors) {
        const std::uint64_t bytes = tensor.values.size() * sizeof(float);
        header[name] = {{"dtype", "F32"}, {"shape", tensor.shape}, {"data_offsets", {offset, offset + bytes}}};
        offset += bytes;
    }
    std::string text = header.dump();
    text.resize((text.size() + 7) / 8 * 8, ' '); // tensors start aligned
    const std::uint64_t headerSize = text.size();

    std::filesystem::path temporary = path;
    temporary += ".part";
    {
        std::ofstream file(temporary, std::ios::binary | std::ios::trunc);
        file.write(reinterpret_cast<const char*>(&headerSize), sizeof(headerSize));
        file.write(text.data(), static_cast<std::streamsize>(text.size()));
        for (const auto& [name, tensor] : tensors)
            file.write(reinterpret_cast<const char*>(tensor.values.data()),
                       static_cast<std::streamsize>(tensor.values.size() * sizeof(float)));
        file.flush();
        if (!file) {
            std::error_code ignored;
            std::filesystem::remove(temporary, ignored);
            throw Error("Cannot write the weights to " + path.string()
                        + ". Check that the folder exists, may be written and is not full.");
        }
    }
    std::filesystem::rename(temporary, path);
}

const StoredTensor& SafeTensors::tensor(const std::string& name, const std::vector<std::int64_t>& shape) const
{
    const auto it = tensors.find(name);
    if (it == tensors.end())
        throw Error("The weights lack the tensor '" + name
                    + "'. They were made for another network; make them again with ./dev weights.");
    if (it->second.shape != shape)
        throw Error("The weights hold '" + name
                    + "' in another shape. They were made for another network; make them again with ./dev weights.");
    return it->second;
}

} // namespace inverso
