// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/parse.h"

#include "core/base/error.h"
#include "core/base/text.h"

#include <optional>
#include <string_view>

namespace inverso::cli {

std::vector<std::uint64_t> parseSeeds(const std::string& text)
{
    constexpr std::uint64_t most = 100000;
    const std::size_t dots = text.find("..");
    const auto first = parseNumber<std::uint64_t>(std::string_view(text).substr(0, dots));
    const auto last =
        dots == std::string::npos ? first : parseNumber<std::uint64_t>(std::string_view(text).substr(dots + 2));
    if (!first || !last || *last < *first || *last - *first >= most)
        throw UsageError("--seeds is \"" + text
                         + "\"; allowed: one number, or a range A..B with A not above B and at most "
                         + std::to_string(most) + " seeds, for example 0..9.");
    std::vector<std::uint64_t> seeds;
    for (std::uint64_t i = 0; i <= *last - *first; ++i)
        seeds.push_back(*first + i);
    return seeds;
}

LabelSplit parseLabels(const std::string& text, const std::string& option)
{
    if (const auto split = readLabelSplit(text))
        return *split;
    throw UsageError(option + " is \"" + text
                     + "\"; allowed: a number of labels, or T+V for training and validation, for example 50+50.");
}

Shard parseShard(const std::string& text)
{
    const std::size_t slash = text.find('/');
    const auto part = parseNumber<int>(std::string_view(text).substr(0, slash));
    const auto of =
        slash == std::string::npos ? std::nullopt : parseNumber<int>(std::string_view(text).substr(slash + 1));
    if (!part || !of || *part < 1 || *part > *of)
        throw UsageError("--shard is \"" + text + "\"; allowed: I/N with 1 ≤ I ≤ N, for example 1/2.");
    return {*part, *of};
}

Target parseTarget(const std::string& text)
{
    const auto value = parseNumber<double>(text);
    if (!value || !(*value >= 0.0) || *value > 100.0)
        throw UsageError("--target is \"" + text
                         + "\"; allowed: an accuracy as a fraction 0 to 1, or as percent above 1 and up to 100.");
    return *value <= 1.0 ? Target{*value * 100.0, false} : Target{*value, true};
}

CellIndex parseCell(const SearchSpace& space, const std::string& text)
{
    try {
        return space.parse(text);
    } catch (const Error& error) {
        throw UsageError(error.what());
    }
}

Overrides parseOverrides(const std::vector<std::string>& texts)
{
    Overrides overrides;
    for (const std::string& text : texts) {
        const std::size_t equals = text.find('=');
        if (equals == 0 || equals == std::string::npos)
            throw UsageError("--set is \"" + text + "\"; allowed: name=value.");
        overrides.emplace_back(text.substr(0, equals), text.substr(equals + 1));
    }
    return overrides;
}

} // namespace inverso::cli
