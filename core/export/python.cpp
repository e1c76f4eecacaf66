// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/export/cell_export.h"
#include "core/export/python_forms.h"

namespace inverso {

std::string toPython(const SearchSpace& space, CellIndex cell)
{
    const std::string head = "\"\"\"" + std::string(space.title()) + " cell " + space.text(cell)
                             + "\n\nWritten by Inverso. Needs PyTorch only.\n\"\"\"\n";
    if (const auto* nasbench101 = dynamic_cast<const NasBench101*>(&space))
        return head + nasbench101Python(nasbench101->form(cell));
    if (space.name() == "nasbench201")
        return head + nasbench201Python(space, cell);
    throw UsageError("The form \"python\" is not available for " + std::string(space.title())
                     + "; use text, json, hash, dot or svg.");
}

} // namespace inverso
