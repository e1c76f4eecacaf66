// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/nasbench101_import.h"

#include "core/base/error.h"
#include "core/import/nasbench101_table.h"
#include "core/import/tf_record.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <utility>

namespace inverso {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view files = "nasbench_only108.tfrecord or nasbench_full.tfrecord of NAS-Bench-101";

[[noreturn]] void fail(const std::string& name, const std::string& what)
{
    throw Error(name + " " + what + " Give " + std::string(files) + ".");
}

std::string megabytes(std::uint64_t bytes)
{
    return std::to_string(bytes / 1000000);
}

/// Reports the position of the reader, once per MiB.
class ProgressReport
{
public:
    ProgressReport(const ProgressSink& sink, std::uint64_t size)
        : m_sink(sink)
        , m_size(size)
    {
    }

    void at(std::uint64_t offset, std::size_t cells)
    {
        constexpr std::uint64_t step = std::uint64_t{1} << 20;
        if (!m_sink || offset < m_next)
            return;
        m_next = offset + step;
        m_sink({.phase = "Importing",
                .fraction = static_cast<double>(offset) / static_cast<double>(m_size),
                .detail = megabytes(offset) + " of " + megabytes(m_size) + " MB, " + std::to_string(cells) + " cells"});
    }

private:
    const ProgressSink& m_sink;
    std::uint64_t m_size;
    std::uint64_t m_next = 0;
};

/// No cell was found in the file, which is the file's fault.
[[noreturn]] void failWithoutCells(const NasBench101Import& result, std::uint64_t size, const std::string& name)
{
    if (result.otherEpochs > 0)
        fail(name, "holds " + std::to_string(result.otherEpochs) + " records, but none of 108 epochs.");
    const bool allPassedOver = result.skipped.size() == 1 && result.skipped.front().bytes == size;
    if (result.skipped.empty() || allPassedOver)
        fail(name, "is not a TFRecord file: it has no record with a correct checksum.");
    fail(name, "holds no record of NAS-Bench-101; the first record checked, at byte "
                   + std::to_string(result.skipped.front().offset) + ": " + std::string(result.skipped.front().problem)
                   + ".");
}

} // namespace

NasBench101Import importNasBench101(std::istream& stream, std::uint64_t size, const std::string& name,
                                    const ProgressSink& progress, std::stop_token stop)
{
    if (size == 0)
        fail(name, "is empty.");
    NasBench101Import result;
    NasBench101Table table;
    TfRecordReader records(stream, size, std::move(stop));
    NasBench101Run run;
    ProgressReport report(progress, size);
    while (const auto frame = records.next()) {
        report.at(records.offset(), table.cells());
        std::string_view problem = frame->problem;
        if (frame->kind == TfFrame::CutOff) {
            result.cutOff = {.offset = frame->offset, .missing = frame->missing};
            continue;
        }
        if (frame->kind == TfFrame::Record)
            problem = readNasBench101Run(frame->data, NasBench101Import::epochs, run);
        if (!problem.empty()) {
            result.skipped.push_back({.offset = frame->offset, .bytes = frame->bytes, .problem = problem});
            continue;
        }
        ++result.records;
        if (run.epochs == NasBench101Import::epochs)
            table.add(run);
        else
            ++result.otherEpochs;
    }
    result.cells = table.cells();
    if (result.cells == 0)
        failWithoutCells(result, size, name);
    result.incomplete = table.cellsBelow(NasBench101Import::runs);
    result.table = table.csv();
    return result;
}

NasBench101Import importNasBench101(const fs::path& path, const ProgressSink& progress, std::stop_token stop)
{
    const std::string name = path.string();
    std::error_code error;
    if (fs::is_directory(path, error))
        fail(name, "is a folder, not a file.");
    std::ifstream stream(path, std::ios::binary);
    const std::uintmax_t size = stream ? fs::file_size(path, error) : 0;
    if (!stream || error) {
        throw Error("Cannot open " + name + ": " + std::strerror(error ? error.value() : errno)
                    + ". Check the path and its permissions.");
    }
    return importNasBench101(stream, size, name, progress, std::move(stop));
}

} // namespace inverso
