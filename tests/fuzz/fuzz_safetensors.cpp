// SPDX-License-Identifier: GPL-3.0-or-later
// Weights and maps.
#include "core/model/safetensors.h"
#include "tests/fuzz/fuzz_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace inverso;
    return fuzz::attempt([&] {
        const SafeTensors read = SafeTensors::read(fuzz::fileOf(data, size, ".safetensors"));
        std::size_t bytes = 0;
        for (const auto& [name, tensor] : read.tensors)
            bytes += tensor.values.size() * sizeof(float);
        if (bytes > size) // more than the file has: bytes were read twice
            std::abort();
    });
}
