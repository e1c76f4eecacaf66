// SPDX-License-Identifier: GPL-3.0-or-later
// Which NAS-Bench-201 cells compute the same function, for any weights.
//
// The value of a node is a formal sum of terms: the input x, the result of one convolution, or a
// pooled term. `none` adds nothing (so an edge after a constant node disappears as well),
// `skip_connect` adds the source's own terms, and edges that do not lead to the output never enter the
// output's sum. Pooling is linear: the pool of a sum is the sum of the pooled terms (the finer
// equivalence keeps it together as one term). A convolution (ReLU, conv, batch norm) has weights of its
// own: two of one kind on one source are two different terms, while one convolution that is used twice
// stays one term in two places. So convolutions are named, and two cells are the same when some
// renaming of convolutions makes their expressions equal.
#include "core/cell/nasbench201.h"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>

namespace inverso {

namespace {

using TermIndex = std::uint8_t;
/// A multiset of terms; the order has no meaning.
using Sum = std::vector<TermIndex>;

struct Term
{
    enum Kind : char { Input = 'x', Conv1 = 'a', Conv3 = 'b', Pool = 'p' };
    Kind kind = Input;
    Sum argument;
};

bool isConvolution(const Term& term)
{
    return term.kind == Term::Conv1 || term.kind == Term::Conv3;
}

/// The output of one cell as an expression, and its canonical text.
class Expression
{
public:
    Expression(const NasBench201::Operations& operations, bool poolingIsLinear);
    /// Equal for two cells exactly when they compute the same function; empty for constant cells.
    [[nodiscard]] std::string canonicalText() const;

private:
    /// The name of a convolution by its term; 0 = write the whole convolution out.
    using Names = std::vector<char>;

    Sum apply(NasBench201::Operation operation, const Sum& source, bool poolingIsLinear);
    TermIndex addTerm(Term::Kind kind, Sum argument);
    [[nodiscard]] std::string text(const Sum& sum, const Names& names) const;
    [[nodiscard]] std::string text(TermIndex term, const Names& names) const;
    void collectConvolutions(const Sum& sum, std::vector<bool>& found) const;
    [[nodiscard]] std::string textWithNames(std::span<const std::vector<TermIndex>> groups) const;

    std::vector<Term> m_terms;
    Sum m_output;
};

Expression::Expression(const NasBench201::Operations& operations, bool poolingIsLinear)
{
    std::array<Sum, 4> nodes;
    nodes[0] = {addTerm(Term::Input, {})};
    std::size_t edge = 0;
    for (std::size_t node = 1; node < nodes.size(); ++node) {
        for (std::size_t source = 0; source < node; ++source) {
            const Sum added = apply(operations[edge++], nodes[source], poolingIsLinear);
            nodes[node].insert(nodes[node].end(), added.begin(), added.end());
        }
    }
    m_output = std::move(nodes.back());
}

TermIndex Expression::addTerm(Term::Kind kind, Sum argument)
{
    m_terms.push_back({kind, std::move(argument)});
    return static_cast<TermIndex>(m_terms.size() - 1);
}

Sum Expression::apply(NasBench201::Operation operation, const Sum& source, bool poolingIsLinear)
{
    if (source.empty())
        return {};
    switch (operation) {
    case NasBench201::None:
        return {};
    case NasBench201::SkipConnect:
        return source;
    case NasBench201::Conv1x1:
        return {addTerm(Term::Conv1, source)};
    case NasBench201::Conv3x3:
        return {addTerm(Term::Conv3, source)};
    case NasBench201::AvgPool3x3:
        if (!poolingIsLinear)
            return {addTerm(Term::Pool, source)};
        Sum pooled;
        for (const TermIndex term : source)
            pooled.push_back(addTerm(Term::Pool, {term}));
        return pooled;
    }
    return {};
}

std::string Expression::text(TermIndex index, const Names& names) const
{
    const Term& term = m_terms[index];
    if (term.kind == Term::Input)
        return {term.kind};
    if (names[index] != 0)
        return {names[index]};
    return std::string(1, term.kind) + '(' + text(term.argument, names) + ')';
}

std::string Expression::text(const Sum& sum, const Names& names) const
{
    if (sum.size() == 1)
        return text(sum.front(), names);
    std::vector<std::string> parts;
    for (const TermIndex term : sum)
        parts.push_back(text(term, names));
    std::ranges::sort(parts);
    std::string result;
    for (const std::string& part : parts) {
        if (!result.empty())
            result += '+';
        result += part;
    }
    return result;
}

void Expression::collectConvolutions(const Sum& sum, std::vector<bool>& found) const
{
    for (const TermIndex index : sum) {
        const Term& term = m_terms[index];
        if (isConvolution(term))
            found[index] = true;
        collectConvolutions(term.argument, found);
    }
}

/// The output and the definition of each convolution, where the convolutions are named in the order
/// of `groups`.
std::string Expression::textWithNames(std::span<const std::vector<TermIndex>> groups) const
{
    Names names(m_terms.size(), 0);
    char next = '0';
    for (const auto& group : groups) {
        for (const TermIndex convolution : group)
            names[convolution] = next++;
    }
    std::string result = text(m_output, names);
    for (const auto& group : groups) {
        for (const TermIndex convolution : group) {
            result += ';';
            result += static_cast<char>(m_terms[convolution].kind);
            result += text(m_terms[convolution].argument, names);
        }
    }
    return result;
}

std::string Expression::canonicalText() const
{
    std::vector<bool> used(m_terms.size(), false);
    collectConvolutions(m_output, used);
    // Convolutions that differ when written out cannot stand for each other: only those that read the
    // same are tried in every order, which is rarely more than one.
    const Names unnamed(m_terms.size(), 0);
    std::map<std::string, std::vector<TermIndex>> byText;
    for (std::size_t i = 0; i < m_terms.size(); ++i) {
        if (used[i])
            byText[text(static_cast<TermIndex>(i), unnamed)].push_back(static_cast<TermIndex>(i));
    }
    std::vector<std::vector<TermIndex>> groups;
    groups.reserve(byText.size());
    for (const auto& [written, members] : byText)
        groups.push_back(members);

    std::string best = textWithNames(groups);
    while (true) {
        // The next combination of permutations, like an odometer.
        const auto turned =
            std::ranges::find_if(groups, [](auto& group) { return std::ranges::next_permutation(group).found; });
        if (turned == groups.end())
            return best;
        best = std::min(best, textWithNames(groups));
    }
}

/// The class of every cell, numbered by their first cells.
struct Classes
{
    explicit Classes(bool poolingIsLinear)
    {
        const CellIndex size = NasBench201().size();
        std::unordered_map<std::string, std::uint32_t> numbers;
        byCell.reserve(size);
        for (CellIndex cell = 0; cell < size; ++cell) {
            const Expression expression(NasBench201::operations(cell), poolingIsLinear);
            const auto next = static_cast<std::uint32_t>(numbers.size());
            byCell.push_back(numbers.try_emplace(expression.canonicalText(), next).first->second);
        }
        count = static_cast<std::uint32_t>(numbers.size());
    }

    std::vector<std::uint32_t> byCell;
    std::uint32_t count = 0;
};

const Classes& coarseClasses()
{
    static const Classes classes(true);
    return classes;
}

const Classes& fineClasses()
{
    static const Classes classes(false);
    return classes;
}

} // namespace

std::uint32_t NasBench201::functionalClass(CellIndex cell) const
{
    return coarseClasses().byCell.at(cell);
}

std::uint32_t NasBench201::functionalClassCount() const
{
    return coarseClasses().count;
}

std::uint32_t NasBench201::fineFunctionalClass(CellIndex cell)
{
    return fineClasses().byCell.at(cell);
}

std::uint32_t NasBench201::fineFunctionalClassCount()
{
    return fineClasses().count;
}

} // namespace inverso
