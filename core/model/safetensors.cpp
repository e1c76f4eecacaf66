// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/safetensors.h"

#include "core/base/error.h"
#include "core/base/new_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <cstring>

namespace inverso {

using nlohmann::json;

// The format is little-endian; so is every machine this program is built for.
static_assert(std::endian::native == std::endian::little);

namespace {

constexpr std::uint64_t largestHeader = 4U << 20U; // parsed JSON needs many times the memory of its text
constexpr std::uint64_t largestFile = 1U << 30U;

[[noreturn]] void fail(const std::filesystem::path& path, const std::string& what)
{
    throw Error("The weights file " + path.string() + " " + what
                + " Make it again with ./dev weights, or choose another.");
}

/// The place and the type of a tensor's values in the data.
struct Entry
{
    std::string name;
    std::vector<std::int64_t> shape;
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};

// nlohmann::json would convert 1e300 to a whole number, which is undefined.
std::vector<std::uint64_t> wholeNumbers(const std::filesystem::path& path, const json& list, const std::string& wrong)
{
    std::vector<std::uint64_t> numbers;
    if (!list.is_array())
        fail(path, wrong);
    for (const json& value : list) {
        if (!value.is_number_unsigned())
            fail(path, wrong);
        numbers.push_back(value.get<std::uint64_t>());
    }
    return numbers;
}

Entry readEntry(const std::filesystem::path& path, const std::string& name, const json& json, std::uint64_t dataSize)
{
    if (json.at("dtype").get<std::string>() != "F32")
        fail(path, "stores '" + name + "' in another type than F32.");
    Entry entry;
    entry.name = name;
    const std::string impossible = "has a tensor with an impossible shape.";
    std::uint64_t count = 1;
    for (const std::uint64_t extent : wholeNumbers(path, json.at("shape"), impossible)) {
        if (extent > largestFile || count * extent > largestFile) // both factors are below 2^31
            fail(path, impossible);
        count *= extent;
        entry.shape.push_back(static_cast<std::int64_t>(extent));
    }
    const std::string outside = "is truncated: '" + name + "' lies outside the file.";
    const auto offsets = wholeNumbers(path, json.at("data_offsets"), outside);
    if (offsets.size() != 2 || offsets[0] > offsets[1] || offsets[1] > dataSize)
        fail(path, outside);
    entry.begin = offsets[0];
    entry.end = offsets[1];
    if (count * sizeof(float) != entry.end - entry.begin)
        fail(path, "is damaged: the size of '" + name + "' does not fit its shape.");
    return entry;
}

// Checked before the allocation: many tensors on the same bytes would need many times the file's size.
void requireApart(const std::filesystem::path& path, std::vector<Entry>& entries)
{
    std::ranges::sort(entries, {}, [](const Entry& entry) { return std::pair(entry.begin, entry.end); });
    for (std::size_t i = 1; i < entries.size(); ++i)
        if (entries[i].begin < entries[i - 1].end)
            fail(path, "is damaged: two tensors overlap.");
}

SafeTensors readHeader(const std::filesystem::path& path, const json& header, std::string_view data)
{
    SafeTensors result;
    std::vector<Entry> entries;
    for (const auto& [name, entry] : header.items()) {
        if (name == "__metadata__")
            result.metadata = entry.get<std::map<std::string, std::string>>();
        else
            entries.push_back(readEntry(path, name, entry, data.size()));
    }
    requireApart(path, entries);
    for (const Entry& entry : entries) {
        StoredTensor tensor{entry.shape, std::vector<float>((entry.end - entry.begin) / sizeof(float))};
        if (!tensor.values.empty())
            std::memcpy(tensor.values.data(), data.data() + entry.begin, entry.end - entry.begin);
        result.tensors.emplace(entry.name, std::move(tensor));
    }
    return result;
}

std::string readWhole(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::error_code error;
    const std::uintmax_t size = file ? std::filesystem::file_size(path, error) : 0;
    if (!file || error)
        throw Error("The weights file " + path.string()
                    + " cannot be opened. Make it with ./dev weights, or choose another.");
    if (size > largestFile)
        fail(path, "is over the limit of " + std::to_string(largestFile >> 20U) + " MB.");
    std::string content(size, '\0');
    file.read(content.data(), static_cast<std::streamsize>(size));
    if (static_cast<std::uintmax_t>(file.gcount()) != size)
        fail(path, "cannot be read to its end.");
    return content;
}

} // namespace

SafeTensors SafeTensors::read(const std::filesystem::path& path)
{
    return parse(readWhole(path), path);
}

SafeTensors SafeTensors::parse(std::string_view content, const std::filesystem::path& path)
{
    std::uint64_t headerSize = 0;
    if (content.size() < sizeof(headerSize))
        fail(path, "is truncated: it has no header.");
    std::memcpy(&headerSize, content.data(), sizeof(headerSize));
    if (headerSize > largestHeader)
        fail(path, "is not a safetensors file (its header would be too large).");
    if (content.size() - sizeof(headerSize) < headerSize)
        fail(path, "is truncated in its header.");
    const std::string_view text = content.substr(sizeof(headerSize), headerSize);
    try {
        return readHeader(path, json::parse(text), content.substr(sizeof(headerSize) + headerSize));
    } catch (const json::exception&) {
        fail(path, "is not a safetensors file (its header cannot be read).");
    }
}

std::string SafeTensors::bytes() const
{
    json header = json::object();
    if (!metadata.empty())
        header["__metadata__"] = metadata;
    std::uint64_t offset = 0;
    for (const auto& [name, tensor] : tensors) {
        const std::uint64_t size = tensor.values.size() * sizeof(float);
        header[name] = {{"dtype", "F32"}, {"shape", tensor.shape}, {"data_offsets", {offset, offset + size}}};
        offset += size;
    }
    std::string text = header.dump();
    text.resize((text.size() + 7) / 8 * 8, ' '); // tensors start aligned
    const std::uint64_t headerSize = text.size();

    std::string content;
    content.reserve(sizeof(headerSize) + text.size() + offset);
    content.append(reinterpret_cast<const char*>(&headerSize), sizeof(headerSize));
    content += text;
    for (const auto& [name, tensor] : tensors)
        content.append(reinterpret_cast<const char*>(tensor.values.data()), tensor.values.size() * sizeof(float));
    return content;
}

void SafeTensors::write(const std::filesystem::path& path) const
{
    const std::string content = bytes();
    NewFile file(path, "Check that the folder exists, may be written and is not full.");
    file.stream().write(content.data(), static_cast<std::streamsize>(content.size()));
    file.commit();
}

const StoredTensor& SafeTensors::tensor(const std::string& name, const std::vector<std::int64_t>& shape) const
{
    const auto it = tensors.find(name);
    if (it == tensors.end())
        throw Error("The weights do not have the tensor '" + name
                    + "'. They were made for another network; make them again with ./dev weights.");
    if (it->second.shape != shape)
        throw Error("The weights hold '" + name
                    + "' in another shape. They were made for another network; make them again with ./dev weights.");
    return it->second;
}

} // namespace inverso
