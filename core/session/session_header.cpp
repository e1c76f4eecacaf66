// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session_header.h"

#include "core/base/files.h"
#include "core/session/fingerprint.h"

#include <ctime>
#include <filesystem>

namespace inverso {

namespace {

std::string utcNow()
{
    const std::time_t now = std::time(nullptr);
    std::tm parts = {};
    gmtime_r(&now, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text;
}

// A session may be resumed from another folder. The name of a table or of images stays as it is.
std::string lastingPath(const std::string& source)
{
    std::error_code ignored; // a name may be too long for a path
    return std::filesystem::exists(source, ignored) ? files::absolute(source).string() : source;
}

} // namespace

SessionHeader sessionHeader(const std::string& program, const Benchmark& benchmark, const std::string& weights)
{
    SessionHeader header;
    header.program = program;
    header.created = utcNow();
    header.space = benchmark.space().name();
    header.dataset = benchmark.dataset();
    header.benchmark = lastingPath(benchmark.source());
    header.benchmarkHash = contentHash(benchmark);
    if (!weights.empty()) {
        header.weights = lastingPath(weights);
        header.weightsHash = fileHash(weights);
    }
    return header;
}

} // namespace inverso
