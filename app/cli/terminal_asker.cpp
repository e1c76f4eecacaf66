// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal_asker.h"

#include "core/base/error.h"

#include <poll.h>
#include <unistd.h>

#include <charconv>
#include <cmath>
#include <cstdio>
#include <limits>
#include <memory>
#include <optional>
#include <sstream>
#include <utility>
#include <vector>

namespace inverso::cli {

namespace {

constexpr int pollMilliseconds = 50; // well below the 100 ms in which a stop is to be heeded

/// Lines of stdin, with a stop heeded while it waits for one.
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

/// The answer in a line, or what is wrong with it.
std::optional<Label> labelIn(const std::string& line, std::string& problem)
{
    std::istringstream words(line);
    std::vector<double> numbers;
    for (std::string word; words >> word;) {
        double number = 0.0;
        const auto [end, failure] = std::from_chars(word.data(), word.data() + word.size(), number);
        if (failure != std::errc() || end != word.data() + word.size()) {
            problem = "\"" + word + "\" is no number.";
            return std::nullopt;
        }
        numbers.push_back(number);
    }
    if (numbers.empty() || numbers.size() > 2) {
        problem = numbers.empty() ? "That is nothing." : "Those are more than two numbers.";
        return std::nullopt;
    }
    const Label label{numbers[0], numbers.size() == 2 ? numbers[1] : std::numeric_limits<double>::quiet_NaN()};
    if (!isPercent(label.valid) || !(std::isnan(label.test) || isPercent(label.test))) {
        problem = "Allowed: 0 to 100.";
        return std::nullopt;
    }
    if (looksLikeFraction(label.valid)) {
        problem = "That would be less than one percent: 0.93 is written 93.";
        return std::nullopt;
    }
    return label;
}

} // namespace

AskedBenchmark::Ask terminalAsker()
{
    return [input = std::make_shared<StandardInput>()](const SearchSpace& space, CellIndex cell,
                                                       const std::stop_token& stop) {
        std::fprintf(stderr, "The accuracy of %s, in percent: validation [test]\n", space.text(cell).c_str());
        for (;;) {
            const std::optional<std::string> line = input->line(stop);
            if (!line)
                throw Cancelled();
            std::string problem;
            if (const auto label = labelIn(*line, problem))
                return *label;
            std::fprintf(stderr,
                         "%s Give the validation accuracy in percent, and the test accuracy if it is known, "
                         "such as: 91.2 90.8\n",
                         problem.c_str());
        }
    };
}

} // namespace inverso::cli
