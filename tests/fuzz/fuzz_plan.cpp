// SPDX-License-Identifier: GPL-3.0-or-later
// Plans of experiments, and the lines of their results.
#include "core/experiment/plan.h"
#include "core/experiment/run_record.h"
#include "tests/fuzz/fuzz_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace inverso;
    const std::string_view text = fuzz::textOf(data, size);
    fuzz::attempt([&] { (void)parsePlan(text, "input.json"); });
    if (!readHead(text))
        return 0;
    fuzz::attempt([&] { (void)searchFromLine(text); });
    fuzz::attempt([&] { (void)evaluationFromLine(text); });
    return fuzz::attempt([&] { (void)planFromLine(text); });
}
