// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/benchmark/label_lines.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/benchmark/asked_benchmark.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace inverso {

namespace {

constexpr std::string_view separators = " \t,;%\r"; // all numbers are percent, so % is ignored

std::string_view trimmed(std::string_view text, std::string_view what)
{
    const std::size_t first = text.find_first_not_of(what);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(what) - first + 1);
}

// Removes the last word from the text and returns it.
std::string_view lastWord(std::string_view& text)
{
    text = trimmed(text, separators);
    const std::size_t gap = text.find_last_of(separators);
    const std::string_view word = gap == std::string_view::npos ? text : text.substr(gap + 1);
    text.remove_suffix(word.size());
    return word;
}

Label labelOf(const std::vector<double>& numbers)
{
    if (numbers.size() > 2)
        throw Error("There are more than two numbers.");
    const Label label{numbers[0], numbers.size() == 2 ? numbers[1] : std::numeric_limits<double>::quiet_NaN()};
    if (!isPercent(label.valid) || !(std::isnan(label.test) || isPercent(label.test)))
        throw Error("Allowed: 0 to 100.");
    if (looksLikeFraction(label.valid))
        throw Error("An accuracy below one percent is not accepted: write 93 for 0.93.");
    return label;
}

std::pair<CellIndex, Label> readLine(std::string_view line, const SearchSpace& space)
{
    std::vector<double> numbers;
    std::string_view rest = line;
    for (std::string_view before = rest; numbers.size() < 3; rest = before) {
        const auto number = parseNumber<double>(lastWord(before));
        if (!number)
            break;
        numbers.insert(numbers.begin(), *number);
    }
    const std::string_view cell = trimmed(trimmed(rest, separators), "\"'");
    if (cell.empty())
        throw Error("The line has no cell.");
    if (numbers.empty())
        throw Error("The line has no accuracy.");
    const CellIndex index = space.parse(std::string(cell));
    return {index, labelOf(numbers)};
}

bool isHeading(std::string_view line, const SearchSpace& space)
{
    return trimmed(line, separators).starts_with(space.keyColumns().front());
}

} // namespace

Label readLabel(std::string_view text)
{
    std::vector<double> numbers;
    for (std::string_view word = lastWord(text); !word.empty(); word = lastWord(text)) {
        const auto number = parseNumber<double>(word);
        if (!number)
            throw Error("\"" + std::string(word) + "\" is not a number.");
        numbers.insert(numbers.begin(), *number);
    }
    if (numbers.empty())
        throw Error("The line is empty.");
    return labelOf(numbers);
}

LabelLines readLabelLines(std::string_view text, const SearchSpace& space)
{
    LabelLines result;
    int number = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = trimmed(text.substr(0, end), separators);
        text.remove_prefix(std::min(end + 1, text.size()));
        ++number;
        if (line.empty() || line.starts_with('#') || (number == 1 && isHeading(line, space)))
            continue;
        try {
            const auto [cell, label] = readLine(line, space);
            const auto known = std::ranges::find(result.labels, cell, &std::pair<CellIndex, Label>::first);
            if (known == result.labels.end())
                result.labels.emplace_back(cell, label);
            else if (known->second.valid != label.valid)
                throw Error("The cell occurs twice with different accuracies; the first one counts.");
        } catch (const Error& error) {
            result.problems.push_back("Line " + std::to_string(number) + ": " + error.what());
        }
    }
    return result;
}

} // namespace inverso
