// SPDX-License-Identifier: GPL-3.0-or-later
// PNG and JPEG pictures. Which of them a file is, its name says; here its first byte.
#include "core/images/picture_file.h"
#include "tests/fuzz/fuzz_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace inverso;
    constexpr std::uint8_t pngBegins = 0x89;
    const std::string ending = size > 0 && data[0] == pngBegins ? ".png" : ".jpg";
    return fuzz::attempt([&] {
        const Picture picture = readPicture(fuzz::fileOf(data, size, ending));
        if (picture.pixels.size() != static_cast<std::size_t>(picture.channels * picture.height * picture.width))
            std::abort();
    });
}
