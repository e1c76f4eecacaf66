// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal_asker.h"

#include "core/base/error.h"
#include "core/benchmark/label_lines.h"

#include <poll.h>
#include <unistd.h>

#include <cstdio>
#include <memory>
#include <optional>
#include <utility>

namespace inverso::cli {

namespace {

constexpr int pollMilliseconds = 50; // well below the 100 ms within which a stop must take effect

/// Lines of stdin; a stop request ends the wait for one.
class StandardInput
{
public:
    /// None at the end of the input. Throws Cancelled.
    std::optional<std::string> line(const std::stop_token& stop)
    {
        for (;;) {
            if (const std::size_t end = m_read.find('\n'); end != std::string::npos) {
                std::string line = m_read.substr(0, end);
                m_read.erase(0, end + 1);
                return line;
            }
            if (stop.stop_requested())
                throw Cancelled();
            pollfd input{STDIN_FILENO, POLLIN, 0};
            if (poll(&input, 1, pollMilliseconds) <= 0)
                continue;
            char buffer[4096];
            const ssize_t count = read(STDIN_FILENO, buffer, sizeof buffer);
            if (count <= 0)
                return m_read.empty() ? std::nullopt : std::optional(std::exchange(m_read, {}));
            m_read.append(buffer, static_cast<std::size_t>(count));
        }
    }

private:
    std::string m_read;
};

/// A line is the label of the queried cell, or names its cell: several can be pasted. Throws Error.
AskedBenchmark::Answers answersIn(const std::string& line, const SearchSpace& space, CellIndex asked)
{
    const LabelLines named = readLabelLines(line, space);
    return named.labels.empty() ? AskedBenchmark::Answers{{asked, readLabel(line)}} : named.labels;
}

} // namespace

AskedBenchmark::Ask terminalAsker()
{
    return [input = std::make_shared<StandardInput>()](
               const SearchSpace& space, const AskedBenchmark::Question& question, const std::stop_token& stop) {
        std::fprintf(stderr, "The accuracy of %s, in percent: validation [test]\n", space.text(question.cell).c_str());
        for (;;) {
            const std::optional<std::string> line = input->line(stop);
            if (!line)
                throw Cancelled();
            try {
                return answersIn(*line, space, question.cell);
            } catch (const Error& error) {
                std::fprintf(stderr,
                             "%s Enter the validation accuracy in percent, and the test accuracy if it is known, "
                             "for example: 91.2 90.8. For another cell, write it before them.\n",
                             error.what());
            }
        }
    };
}

} // namespace inverso::cli
