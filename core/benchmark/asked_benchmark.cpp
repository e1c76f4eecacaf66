// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/benchmark/asked_benchmark.h"

#include "core/base/append_file.h"
#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/read_file.h"
#include "core/base/text.h"
#include "core/benchmark/csv_key.h"
#include "core/benchmark/csv_reader.h"
#include "core/benchmark/table.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <limits>

namespace inverso {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view prefix = "ask:";
constexpr int gzipMark = 0x1f; // first byte of a gzip file, of no text
constexpr std::size_t largestFile = std::size_t{1} << 28;

std::vector<std::string_view> columnsOf(const SearchSpace& space)
{
    std::vector<std::string_view> columns(space.keyColumns().begin(), space.keyColumns().end());
    columns.insert(columns.end(), {"valid", "test"});
    return columns;
}

std::string numberOf(double value)
{
    char text[32];
    return std::isnan(value) ? std::string() : std::string(text, std::snprintf(text, sizeof text, "%.9g", value));
}

// Tables hold floats: an answer must equal the value that a later run reads. The numbers go through memory, because
// GCC 12 omits the conversion to float and back if it sees both at once.
Label asFloats(const Label& label)
{
    const std::array<volatile float, 2> floats{static_cast<float>(label.valid), static_cast<float>(label.test)};
    return {double{floats[0]}, double{floats[1]}};
}

int lastByte(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    stream.seekg(-1, std::ios::end);
    return stream.get();
}

} // namespace

AskedBenchmark::AskedBenchmark(const SearchSpace& space, fs::path file, Ask ask)
    : m_space(space)
    , m_file(std::move(file))
    , m_ask(std::move(ask))
    , m_source(std::string(prefix) + m_file.string())
{
    if (files::exists(m_file))
        read();
}

void AskedBenchmark::read()
{
    if (std::ifstream(m_file, std::ios::binary).get() == gzipMark)
        throw Error(m_file.string() + " is compressed, so no label can be added to it: unpack it first.");
    const std::string text = readFile(m_file, largestFile);
    CsvReader csv(text, m_file.string());
    bool header = csv.next();
    while (header && !csv.fields().empty() && csv.fields()[0].starts_with('#'))
        header = csv.next();
    if (header && csv.fields() != columnsOf(m_space))
        throw Error(csv.where() + ": to add your labels, the columns must be \"" + joined(columnsOf(m_space), ",")
                    + "\".");
    if (!header || !csv.next())
        return; // no label yet
    const auto table = Table::parse(text, m_file.string());
    const Table::Dataset& dataset = table->dataset(m_dataset);
    for (CellIndex cell = 0; cell < m_space.size(); ++cell) {
        if (!std::isnan(dataset.valid[cell]))
            m_labels[cell] = {double{dataset.valid[cell]}, double{dataset.test[cell]}};
    }
}

void AskedBenchmark::expect(std::span<const CellIndex> cells) const
{
    const std::scoped_lock lock(m_mutex);
    m_next.assign(cells.begin(), cells.end());
}

Label AskedBenchmark::label(CellIndex cell, std::stop_token stop) const
{
    std::unique_lock lock(m_mutex);
    while (!m_labels.contains(cell)) {
        if (!m_answered.wait(lock, stop, [&] { return !m_isAsking || m_labels.contains(cell); }))
            throw Cancelled();
        if (m_labels.contains(cell))
            break;
        m_isAsking = true;
        const Question asked = question(cell);
        lock.unlock();
        const auto ends = [&] {
            lock.lock();
            m_isAsking = false;
            m_answered.notify_all();
        };
        Answers answers;
        try {
            answers = m_ask(m_space, asked, stop);
        } catch (...) {
            ends();
            throw;
        }
        ends();
        take(answers);
    }
    return m_labels[cell];
}

// Called with the mutex locked, as the next two are.
AskedBenchmark::Question AskedBenchmark::question(CellIndex cell) const
{
    Question question{cell, {}};
    std::ranges::copy_if(m_next, std::back_inserter(question.next),
                         [&](CellIndex other) { return other != cell && !m_labels.contains(other); });
    return question;
}

void AskedBenchmark::take(const Answers& answers) const
{
    Answers fresh;
    for (const auto& [cell, label] : answers) {
        if (!isPercent(label.valid) || !(std::isnan(label.test) || isPercent(label.test)))
            throw Error("An accuracy must be a percentage from 0 to 100.");
        const auto isCell = [cell = cell](const auto& answer) { return answer.first == cell; };
        if (!m_labels.contains(cell) && std::ranges::none_of(fresh, isCell))
            fresh.emplace_back(cell, label);
    }
    keep(fresh);
    for (const auto& [cell, label] : fresh)
        m_labels[cell] = asFloats(label);
}

// Appends rows, synced to the disk before the search continues.
void AskedBenchmark::keep(const Answers& answers) const
{
    if (answers.empty())
        return;
    std::string rows;
    if (!files::exists(m_file) || files::size(m_file) == 0)
        rows = joined(columnsOf(m_space), ",") + '\n';
    else if (lastByte(m_file) != '\n')
        rows = "\n";
    for (const auto& [cell, label] : answers)
        rows += csvKey(m_space, cell) + ',' + numberOf(label.valid) + ',' + numberOf(label.test) + '\n';
    appendDurably(m_file, rows, "The label is not kept: check that the folder is there and can be written.");
}

std::size_t AskedBenchmark::known() const
{
    const std::scoped_lock lock(m_mutex);
    return m_labels.size();
}

bool isPercent(double value)
{
    return value >= 0.0 && value <= 100.0;
}

bool looksLikeFraction(double value)
{
    return value > 0.0 && value < 1.0;
}

bool isAskedName(std::string_view name)
{
    return name.starts_with(prefix);
}

fs::path askedFile(std::string_view name)
{
    return name.substr(prefix.size());
}

} // namespace inverso
