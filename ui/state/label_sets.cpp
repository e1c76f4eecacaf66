// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/label_sets.h"

#include <map>
#include <mutex>
#include <string>

namespace inverso::ui {

namespace {

std::vector<LabelSet> makeLabelSets(const SearchSpace& space)
{
    std::vector<LabelSet> sets(space.size(), 0);
    const std::size_t count = space.labels().size();
    for (CellIndex cell = 0; cell < sets.size(); ++cell) {
        for (const std::uint8_t label : space.graph(cell).labels)
            sets[cell] |= label < count ? LabelSet{1} << label : 0; // padding is not a label
    }
    return sets;
}

} // namespace

const std::vector<LabelSet>& labelSets(const SearchSpace& space)
{
    static std::mutex mutex;
    static std::map<std::string, std::vector<LabelSet>, std::less<>> made; // protected by mutex
    const std::scoped_lock lock(mutex);
    if (const auto found = made.find(space.name()); found != made.end())
        return found->second;
    return made.emplace(std::string(space.name()), makeLabelSets(space)).first->second;
}

} // namespace inverso::ui
