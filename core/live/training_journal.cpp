// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/training_journal.h"

#include "core/base/append_file.h"
#include "core/base/error.h"
#include "core/base/read_file.h"

#include <charconv>
#include <sstream>
#include <vector>

namespace inverso {

namespace {

constexpr int fieldCount = 7;
constexpr const char* advice = "What was trained before is kept there.";
constexpr std::size_t largestJournal = std::size_t{1} << 30; // some ten million trainings

std::string lineOf(const TrainingRecord& r)
{
    std::ostringstream line;
    line.precision(9);
    line << r.functionalClass << ',' << r.seed << ',' << r.valid << ',' << r.test << ',' << r.seconds << ','
         << r.parameters << ',' << r.flops << '\n';
    return line.str();
}

bool parseLine(std::string_view line, TrainingRecord& record)
{
    std::vector<double> fields;
    const char* at = line.data();
    const char* end = at + line.size();
    while (fields.size() < fieldCount) {
        double value = 0.0;
        const auto [next, failure] = std::from_chars(at, end, value);
        if (failure != std::errc())
            return false;
        fields.push_back(value);
        if (next == end)
            break;
        if (*next != ',')
            return false;
        at = next + 1;
    }
    if (fields.size() != fieldCount)
        return false;
    record = {static_cast<std::uint32_t>(fields[0]),
              static_cast<std::uint64_t>(fields[1]),
              fields[2],
              fields[3],
              fields[4],
              fields[5],
              fields[6]};
    return true;
}

struct Content
{
    std::string heading; // empty: not even that is whole
    TrainingRecords records;
    std::size_t whole = 0; // bytes of the file that are whole lines
};

Content parse(const std::string& text, const std::filesystem::path& path)
{
    Content content;
    std::size_t& whole = content.whole;
    int number = 0;
    for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', whole)) {
        const std::string line = text.substr(whole, end - whole);
        whole = end + 1;
        TrainingRecord record;
        if (number++ == 0) {
            content.heading = line.starts_with("# ") ? line.substr(2) : line;
        } else if (parseLine(line, record)) {
            content.records[{record.functionalClass, record.seed}] = record;
        } else {
            throw Error(path.string() + ", line " + std::to_string(number)
                        + ": not a finished training. Remove the line, or start another file.");
        }
    }
    return content;
}

Content parse(const std::string& text, const std::string& heading, const std::filesystem::path& path)
{
    const std::string first = text.substr(0, text.find('\n'));
    if (text.size() > first.size() && first != "# " + heading)
        throw Error(path.string() + " holds trainings of something else: \"" + first + "\" instead of \"# " + heading
                    + "\". Name another file.");
    return parse(text, path);
}

} // namespace

TrainingJournal::TrainingJournal(std::filesystem::path path, std::string heading)
    : m_path(std::move(path))
{
    if (std::filesystem::exists(m_path)) {
        Content content = parse(readFile(m_path, largestJournal), heading, m_path);
        m_records = std::move(content.records);
        if (content.whole < std::filesystem::file_size(m_path))
            std::filesystem::resize_file(m_path, content.whole);
        if (content.whole > 0)
            return;
    }
    appendDurably(m_path, "# " + heading + "\n", advice);
}

void TrainingJournal::append(const TrainingRecord& record)
{
    appendDurably(m_path, lineOf(record), advice);
    m_records[{record.functionalClass, record.seed}] = record;
}

TrainingRecords TrainingJournal::read(const std::filesystem::path& path, const std::string& heading)
{
    return std::filesystem::exists(path) ? parse(readFile(path, largestJournal), heading, path).records
                                         : TrainingRecords();
}

std::pair<std::string, TrainingRecords> TrainingJournal::readAny(const std::filesystem::path& path)
{
    Content content = parse(readFile(path, largestJournal), path);
    return {std::move(content.heading), std::move(content.records)};
}

std::string TrainingJournal::headingFor(const SearchSpace& space, const CellTrainer& trainer,
                                        const std::stop_token& stop)
{
    const TrainingSettings& s = trainer.settings();
    std::ostringstream text;
    text << space.name() << " on " << trainer.images().name << " (" << trainer.images().checksum(stop)
         << "): " << s.channels << " channels, " << s.stages << " stages of " << s.cellsPerStage << " cells, "
         << s.trainingImages << "/" << s.validationImages << "/" << s.testImages << " images, " << s.epochs
         << " epochs, batch " << s.batch << ", peak rate " << s.peakRate << ", warm-up " << s.warmUp << ", momentum "
         << s.momentum << ", weight decay " << s.weightDecay << "; " << trainingKernels();
    return text.str();
}

} // namespace inverso
