// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/training_journal.h"

#include "core/base/append_file.h"
#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/read_file.h"
#include "core/base/text.h"

#include <cerrno>
#include <limits>
#include <sstream>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace inverso {

namespace {

constexpr int fieldCount = 7;
constexpr const char* advice = "The earlier trainings are kept there.";
constexpr std::uint32_t anyClass = std::numeric_limits<std::uint32_t>::max();
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
    std::string heading; // empty when it is incomplete
    TrainingRecords records;
    std::size_t whole = 0; // bytes of the file that are whole lines
};

Content parse(const std::string& text, const std::filesystem::path& path, std::uint32_t classes)
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
        } else if (parseLine(line, record) && record.functionalClass < classes) {
            content.records[{record.functionalClass, record.seed}] = record;
        } else {
            throw Error(path.string() + ", line " + std::to_string(number)
                        + ": not a finished training. Remove the line, or start another file.");
        }
    }
    return content;
}

Content parse(const std::string& text, const std::string& heading, const std::filesystem::path& path,
              std::uint32_t classes)
{
    const std::string first = text.substr(0, text.find('\n'));
    if (text.size() > first.size() && first != "# " + heading)
        throw Error(path.string() + " holds other trainings: \"" + first + "\" instead of \"# " + heading
                    + "\". Choose another file.");
    return parse(text, path, classes);
}

} // namespace

TrainingJournal::TrainingJournal(std::filesystem::path path, std::string heading, std::uint32_t classes)
    : m_path(std::move(path))
    , m_heading(std::move(heading))
    , m_classes(classes)
{
    refresh();
}

void TrainingJournal::refresh()
{
    follow(FileLock::wait(m_path, advice));
}

// While the file is locked, no program writes: an unfinished line was left by a program that ended.
void TrainingJournal::follow(const FileLock& lock)
{
    std::error_code failure;
    const std::uintmax_t size = std::filesystem::file_size(m_path, failure);
    if (!failure && size > 0 && size == m_read)
        return;
    const std::string text = readFile(m_path, largestJournal);
    Content content = parse(text, m_heading, m_path, m_classes);
    m_records.merge(content.records); // a class that is known here keeps its accuracy
    if (content.whole < text.size() && ::ftruncate(lock.file(), static_cast<off_t>(content.whole)) != 0)
        throw Error("Cannot remove the unfinished last line of " + m_path.string() + ": "
                    + std::generic_category().message(errno) + ". " + advice);
    m_read = content.whole;
    if (m_read > 0)
        return;
    const std::string first = "# " + m_heading + "\n";
    appendDurably(lock, first, advice);
    m_read = first.size();
}

void TrainingJournal::append(const TrainingRecord& record)
{
    const FileLock lock = FileLock::wait(m_path, advice);
    follow(lock);
    const std::pair key{record.functionalClass, record.seed};
    if (m_records.contains(key))
        return;
    const std::string line = lineOf(record);
    appendDurably(lock, line, advice);
    m_read += line.size();
    m_records[key] = record;
}

TrainingRecords TrainingJournal::read(const std::filesystem::path& path, const std::string& heading,
                                      std::uint32_t classes)
{
    return files::exists(path) ? parse(readFile(path, largestJournal), heading, path, classes).records
                               : TrainingRecords();
}

std::pair<std::string, TrainingRecords> TrainingJournal::readAny(const std::filesystem::path& path)
{
    Content content = parse(readFile(path, largestJournal), path, anyClass);
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
