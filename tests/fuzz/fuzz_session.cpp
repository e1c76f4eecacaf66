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
    const auto read = [](const SessionFile& session) {
        (void)session.runs();
        (void)session.checkpoint(0);
        (void)session.annotation("queue");
    };
    fuzz::attempt([&] { read(SessionFile::view(path)); });
    return fuzz::attempt([&] {
        SessionFile session = SessionFile::open(path);
        read(session);
        session.annotate("queue", "[]");
        session.finish(0, 1.0);
    });
}
