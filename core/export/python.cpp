// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/export/cell_export.h"
#include "core/export/python_forms.h"

namespace inverso {

namespace {

constexpr std::string_view selfCheck = R"py(

if __name__ == "__main__":
    network = Network().eval()
    logits = network(torch.randn(2, 3, 32, 32))
    assert logits.shape == (2, 10)
    print(f"{sum(p.numel() for p in network.parameters()):,} parameters, logits {tuple(logits.shape)}")
)py";

} // namespace

std::string toPython(const SearchSpace& space, CellIndex cell)
{
    const std::string head = "\"\"\"" + std::string(space.title()) + " cell " + space.text(cell)
                             + "\n\nWritten by Inverso. Needs PyTorch only.\n\"\"\"\n";
    if (const auto* nasbench101 = dynamic_cast<const NasBench101*>(&space))
        return head + nasbench101Python(nasbench101->form(cell)) + std::string(selfCheck);
    if (space.name() == "nasbench201")
        return head + nasbench201Python(space, cell) + std::string(selfCheck);
    throw UsageError("The form \"python\" is not available for " + std::string(space.title())
                     + "; use text, json, hash, dot or svg.");
}

} // namespace inverso
