// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cell/search_space.h"

#include "core/base/error.h"
#include "core/cell/nasbench201.h"

namespace inverso {

namespace {

template <typename Space> const SearchSpace& instance()
{
    static const Space space;
    return space;
}

struct KnownSpace
{
    std::string_view name;
    const SearchSpace& (*get)();
};

/// Built on first use: a space may be costly to enumerate.
constexpr std::array knownSpaces = {
    KnownSpace{"nasbench201", instance<NasBench201>},
};

} // namespace

const SearchSpace& searchSpace(std::string_view name)
{
    std::string known;
    for (const KnownSpace& space : knownSpaces) {
        if (space.name == name)
            return space.get();
        known += (known.empty() ? "" : ", ") + std::string(space.name);
    }
    throw UsageError("There is no search space named \"" + std::string(name) + "\"; known: " + known + ".");
}

std::vector<std::string_view> searchSpaceNames()
{
    std::vector<std::string_view> names;
    names.reserve(knownSpaces.size());
    for (const KnownSpace& space : knownSpaces)
        names.push_back(space.name);
    return names;
}

} // namespace inverso
