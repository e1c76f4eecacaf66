// SPDX-License-Identifier: GPL-3.0-or-later
// CSV: tables, pasted labels.
#include "core/benchmark/label_lines.h"
#include "core/benchmark/table.h"
#include "tests/fuzz/fuzz_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace inverso;
    const std::string_view text = fuzz::textOf(data, size);
    fuzz::attempt([&] { (void)Table::parse(text, "input.csv"); });
    return fuzz::attempt([&] {
        (void)readLabelLines(text, searchSpace("nasbench201"));
        (void)readLabel(text);
    });
}
