// SPDX-License-Identifier: GPL-3.0-or-later
// IDX files of images, plain and gzip.
#include "core/images/idx_file.h"
#include "tests/fuzz/fuzz_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace inverso;
    return fuzz::attempt([&] {
        const IdxArray array = readIdx(fuzz::fileOf(data, size, "-idx3-ubyte"), {});
        std::size_t total = 1;
        for (const std::uint32_t extent : array.sizes)
            total *= extent;
        if (total != array.bytes.size())
            std::abort();
    });
}
