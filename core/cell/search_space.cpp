// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cell/search_space.h"

#include "core/base/error.h"
#include "core/cell/nasbench101.h"
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
    KnownSpace{"nasbench101", instance<NasBench101>},
};

constexpr std::array commonForms = {CellForm::OperationsOnVertices, CellForm::Simplified};

} // namespace

std::span<const CellForm> SearchSpace::forms() const
{
    return commonForms;
}

CellDiagram SearchSpace::diagram(CellIndex cell, CellForm form) const
{
    switch (form) {
    case CellForm::OperationsOnVertices:
        return vertexDiagram(graph(cell));
    case CellForm::Simplified:
        return simplifiedDiagram(graph(cell), labels());
    case CellForm::OperationsOnEdges:
        break;
    }
    throw UsageError(std::string(title()) + " has no form with operations on edges.");
}

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
