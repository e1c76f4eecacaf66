// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace inverso {

/// Seeded random numbers. All randomness of a run derives from one user-visible seed:
/// split() gives each part (a phase, a worker, an ensemble member) its own stream, so
/// that results do not depend on the order in which parts run. Not thread-safe: one per thread.
/// The distributions are our own, so that a seed means the same on every standard library.
class Rng
{
public:
    explicit Rng(std::uint64_t seed);

    /// An independent stream named by `tag`; does not advance this one.
    [[nodiscard]] Rng split(std::string_view tag) const;
    [[nodiscard]] Rng split(std::uint64_t tag) const;

    std::uint64_t next() { return m_engine(); }
    /// Uniform in [0, 1).
    double uniform();
    /// Uniform in [low, high).
    double uniform(double low, double high) { return low + (high - low) * uniform(); }
    /// Uniform in 0 … n−1 without modulo bias; n > 0.
    std::size_t below(std::size_t n);
    /// Standard normal (polar method).
    double normal();
    void fillNormal(std::span<float> out);

    template <typename T> void shuffle(std::vector<T>& items)
    {
        for (std::size_t i = items.size(); i > 1; --i)
            std::swap(items[i - 1], items[below(i)]);
    }
    /// `count` distinct numbers of 0 … n−1, in random order; count ≤ n.
    std::vector<std::uint32_t> sample(std::size_t n, std::size_t count);

    /// The state of the stream as text. After setState() the same numbers are drawn as before. Throws Error for a text
    /// that is not a state.
    [[nodiscard]] std::string state() const;
    void setState(const std::string& state);

private:
    std::uint64_t m_seed;
    std::mt19937_64 m_engine;
    double m_spare = 0.0;
    bool m_hasSpare = false;
};

} // namespace inverso
