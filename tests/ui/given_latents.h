// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/fakes.h"

#include <utility>

namespace inverso::test {

/// Latents of test::space() that a test gives itself: a row for each cell. Nothing can be decoded.
class GivenLatents : public LatentSpace
{
public:
    /// `map` has two columns.
    GivenLatents(Matrix means, Matrix map)
        : m_means(std::move(means))
        , m_map(std::move(map))
    {
    }

    [[nodiscard]] const SearchSpace& space() const override { return test::space(); }
    using LatentSpace::means;
    [[nodiscard]] const Matrix& means() const override { return m_means; }
    [[nodiscard]] const std::string& source() const override { return m_source; }
    [[nodiscard]] std::vector<std::optional<CellIndex>> decode(const Matrix& latents) const override
    {
        return std::vector<std::optional<CellIndex>>(latents.rows);
    }
    [[nodiscard]] Matrix principalMap() const override { return m_map; }

private:
    Matrix m_means;
    Matrix m_map;
    std::string m_source = "given";
};

} // namespace inverso::test
