// SPDX-License-Identifier: GPL-3.0-or-later
// Cells as text: arch strings, adjacency and operations, graph hashes. What is read is written and read again.
#include "core/cell/nasbench101.h"
#include "core/cell/search_space.h"
#include "tests/fuzz/fuzz_file.h"

namespace {

using namespace inverso;

void readAgain(const SearchSpace& space, std::string_view text)
{
    fuzz::attempt([&] {
        const CellIndex cell = space.parse(text);
        if (space.parse(space.text(cell)) != cell || space.find(space.graph(cell)) != cell)
            std::abort();
    });
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int* /*argc*/, char*** /*argv*/)
{
    // The first hash that is asked hashes the whole space.
    (void)static_cast<const NasBench101&>(searchSpace("nasbench101")).findHash(std::string(32, '0'));
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text = fuzz::textOf(data, size);
    readAgain(searchSpace("nasbench201"), text);
    readAgain(searchSpace("nasbench101"), text);
    return 0;
}
