// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/training_journal.h"

#include "core/base/append_file.h"
#include "core/base/error.h"
#include "core/base/read_file.h"
#include "core/base/text.h"

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
    std::vector<std::string_view> fields;
    for (std::size_t comma = 0; comma != std::string_view::npos && fields.size() <= fieldCount;) {
        comma = line.find(',');
        fields.push_back(line.substr(0, comma));
        line.remove_prefix(comma == std::string_view::npos ? line.size() : comma + 1);
    }
    if (fields.size() != fieldCount)
        return false;
    const auto functionalClass = parseNumber<std::uint32_t>(fields[0]);
    const auto seed = parseNumber<std::uint64_t>(fields[1]);
    if (!functionalClass || !seed)
        return false;
    record.functionalClass = *functionalClass;
    record.seed = *seed;
    double* const values[] = {&record.valid, &record.test, &record.seconds, &record.parameters, &record.flops};
    for (std::size_t i = 0; i < std::size(values); ++i) {
        const auto value = parseNumber<double>(fields[i + 2]);
        if (!value)
            return false;
        *values[i] = *value;
    }
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
