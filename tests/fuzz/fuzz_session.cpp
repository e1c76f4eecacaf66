// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions, and the settings that are JSON in them.
#include "core/session/session_file.h"
#include "core/session/settings_json.h"
#include "tests/fuzz/fuzz_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace inverso;
    fuzz::attempt([&] { (void)settingsFromJson(fuzz::textOf(data, size)); });
    const std::filesystem::path path = fuzz::fileOf(data, size, ".inverso");
    for (const char* beside : {"-wal", "-shm", "-journal"})
        std::filesystem::remove(path.string() + beside);
    return fuzz::attempt([&] {
        SessionFile session = SessionFile::open(path);
        (void)session.runs();
        session.finish(0, 1.0);
    });
}
