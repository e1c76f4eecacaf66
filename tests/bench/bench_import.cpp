// SPDX-License-Identifier: GPL-3.0-or-later
// How fast a published file is read, without the disk: cells of seven vertices, three trainings each.
#include "core/import/crc32c.h"
#include "core/import/nasbench101_import.h"
#include "core/import/tf_record.h"
#include "tests/core/import/nasbench101_records.h"

#include <benchmark/benchmark.h>

#include <cstdio>
#include <sstream>

using namespace inverso;

namespace {

constexpr unsigned cells = 30000;

const std::string& madeUpFile()
{
    static const std::string file = [] {
        std::string frames;
        MadeUpRun run{.adjacency = "0110000001000000010000000100000001000000010000000",
                      .operations = "input,conv1x1-bn-relu,conv3x3-bn-relu,maxpool3x3,conv3x3-bn-relu,"
                                    "conv1x1-bn-relu,output"};
        for (unsigned i = 0; i < 3 * cells; ++i) {
            char hash[33];
            std::snprintf(hash, sizeof hash, "%08x%024x", i / 3 * 2654435769U, i / 3);
            run.hash = hash;
            run.parameters = 1000000 + i / 3;
            frames += tfFrame(recordOf(run));
        }
        return frames;
    }();
    return file;
}

/// Rewinds instead of copying the file for each iteration, which takes longer than reading it.
class Source
{
public:
    explicit Source(const std::string& bytes)
        : m_stream(bytes)
    {
    }

    std::istream& fromStart()
    {
        m_stream.clear();
        m_stream.seekg(0);
        return m_stream;
    }

private:
    std::istringstream m_stream;
};

void setBytes(benchmark::State& state, std::size_t bytes)
{
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * static_cast<std::int64_t>(state.iterations()));
}

void importRuns(benchmark::State& state)
{
    const std::string& file = madeUpFile();
    Source source(file);
    for (auto _ : state) {
        benchmark::DoNotOptimize(importNasBench101(source.fromStart(), file.size(), "made-up"));
    }
    setBytes(state, file.size());
}

void frames(benchmark::State& state)
{
    const std::string& file = madeUpFile();
    Source source(file);
    for (auto _ : state) {
        TfRecordReader reader(source.fromStart(), file.size());
        while (reader.next())
            ;
    }
    setBytes(state, file.size());
}

/// The whole file is searched for a frame, and none is there.
void searchForFrame(benchmark::State& state)
{
    const std::string noise = madeUpFile().substr(1, 600);
    std::string file;
    while (file.size() < (std::size_t{32} << 20))
        file += noise.substr(0, 300);
    Source source(file);
    for (auto _ : state) {
        TfRecordReader reader(source.fromStart(), file.size());
        while (reader.next())
            ;
    }
    setBytes(state, file.size());
}

void checksum(benchmark::State& state)
{
    const std::string bytes(static_cast<std::size_t>(state.range(0)), 'x');
    for (auto _ : state)
        benchmark::DoNotOptimize(crc32c(bytes));
    setBytes(state, bytes.size());
}

void checksumByTable(benchmark::State& state)
{
    const std::string bytes(static_cast<std::size_t>(state.range(0)), 'x');
    for (auto _ : state)
        benchmark::DoNotOptimize(crc32cByTable(bytes));
    setBytes(state, bytes.size());
}

BENCHMARK(importRuns)->Unit(benchmark::kMillisecond);
BENCHMARK(frames)->Unit(benchmark::kMillisecond);
BENCHMARK(searchForFrame)->Unit(benchmark::kMillisecond);
BENCHMARK(checksum)->Arg(400)->Arg(1 << 20);
BENCHMARK(checksumByTable)->Arg(400)->Arg(1 << 20);

} // namespace

BENCHMARK_MAIN();
