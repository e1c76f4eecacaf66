// SPDX-License-Identifier: GPL-3.0-or-later
// The authors' graph hash. It is byte for byte that of their Python code, because files use it as a key.
#include "core/cell/nasbench101_hashes.h"

#include "core/base/parallel.h"
#include "core/cell/nasbench101.h"

#include <md5.h>

#include <algorithm>
#include <charconv>

namespace inverso {

namespace {

constexpr int inputLabel = -1;
constexpr int outputLabel = -2;

std::string md5(std::string_view text)
{
    MD5_CTX context;
    MD5Init(&context);
    MD5Update(&context, reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
    std::array<std::uint8_t, MD5_DIGEST_LENGTH> digest;
    MD5Final(digest.data(), &context);
    constexpr std::string_view digits = "0123456789abcdef";
    std::string result;
    result.reserve(2 * digest.size());
    for (const std::uint8_t byte : digest) {
        result += digits[byte >> 4];
        result += digits[byte & 15];
    }
    return result;
}

std::string joined(std::vector<std::string> hashes)
{
    std::ranges::sort(hashes);
    std::string result;
    for (const std::string& hash : hashes)
        result += hash;
    return result;
}

/// As Python prints a tuple of its out-degree, in-degree and label.
std::string described(const NasBench101Form& form, int vertex)
{
    int in = 0;
    int out = 0;
    for (int other = 0; other < form.vertices; ++other) {
        in += form.edge(other, vertex) ? 1 : 0;
        out += form.edge(vertex, other) ? 1 : 0;
    }
    const int label = vertex == 0                   ? inputLabel
                      : vertex == form.vertices - 1 ? outputLabel
                                                    : form.inner[static_cast<std::size_t>(vertex) - 1];
    return "(" + std::to_string(out) + ", " + std::to_string(in) + ", " + std::to_string(label) + ")";
}

} // namespace

std::string nasbench101Hash(const NasBench101Form& form)
{
    std::vector<std::string> hashes;
    for (int v = 0; v < form.vertices; ++v)
        hashes.push_back(md5(described(form, v)));
    for (int round = 0; round < form.vertices; ++round) {
        std::vector<std::string> next;
        for (int v = 0; v < form.vertices; ++v) {
            std::vector<std::string> sources;
            std::vector<std::string> targets;
            for (int other = 0; other < form.vertices; ++other) {
                if (form.edge(other, v))
                    sources.push_back(hashes[static_cast<std::size_t>(other)]);
                if (form.edge(v, other))
                    targets.push_back(hashes[static_cast<std::size_t>(other)]);
            }
            next.push_back(md5(joined(std::move(sources)) + "|" + joined(std::move(targets)) + "|"
                               + hashes[static_cast<std::size_t>(v)]));
        }
        hashes = std::move(next);
    }
    std::ranges::sort(hashes);
    std::string list; // as Python prints a list of strings
    for (const std::string& hash : hashes)
        list += (list.empty() ? "['" : ", '") + hash + "'";
    return md5(list + "]");
}

namespace {

std::uint64_t prefixOf(std::string_view hash)
{
    std::uint64_t prefix = 0;
    std::from_chars(hash.data(), hash.data() + 16, prefix, 16);
    return prefix;
}

} // namespace

std::optional<CellIndex> NasBench101Hashes::find(std::string_view hash, std::span<const std::uint64_t> keys)
{
    std::call_once(m_made, [&] {
        m_cells.resize(keys.size());
        constexpr std::size_t share = 4096;
        parallelFor(0, (keys.size() + share - 1) / share, [&](std::size_t part) {
            for (std::size_t i = part * share; i < std::min(keys.size(), (part + 1) * share); ++i)
                m_cells[i] = {prefixOf(nasbench101Hash(NasBench101Form::ofKey(keys[i]))), static_cast<CellIndex>(i)};
        });
        std::ranges::sort(m_cells);
    });
    const std::uint64_t prefix = prefixOf(hash);
    for (auto it = std::ranges::lower_bound(m_cells, std::pair(prefix, CellIndex{0}));
         it != m_cells.end() && it->first == prefix; ++it) {
        if (nasbench101Hash(NasBench101Form::ofKey(keys[it->second])) == hash)
            return it->second;
    }
    return std::nullopt;
}

} // namespace inverso
