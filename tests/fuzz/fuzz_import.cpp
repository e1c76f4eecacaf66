// SPDX-License-Identifier: GPL-3.0-or-later
// The authors' files: TFRecord, the records in it, and their base64. The fuzzer cannot guess
// checksums, so a record is also read without its frame.
#include "core/import/base64.h"
#include "core/import/nasbench101_import.h"
#include "core/import/nasbench101_run.h"
#include "core/import/nasbench201_import.h"
#include "tests/fuzz/fuzz_file.h"

#include <sstream>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace inverso;
    const std::string_view bytes = fuzz::textOf(data, size);
    NasBench101Run run;
    (void)readNasBench101Run(bytes, NasBench101Import::epochs, run);
    std::string unpacked;
    (void)decodeBase64(bytes, unpacked);
    fuzz::attempt([&] {
        std::istringstream stream{std::string(bytes)};
        (void)importNasBench101(stream, size, "input.tfrecord");
    });
    return fuzz::attempt([&] { (void)importNasBench201(fuzz::fileOf(data, size, ".csv")); });
}
