// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"

#include "core/base/error.h"

#include <bit>
#include <cmath>
#include <locale>
#include <sstream>
#include <unordered_map>

namespace inverso {

namespace {

// SplitMix64 finaliser (Steele, Lea & Flood 2014): decorrelates neighbouring seeds.
std::uint64_t mix(std::uint64_t x)
{
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

} // namespace

Rng::Rng(std::uint64_t seed)
    : m_seed(seed)
    , m_engine(mix(seed))
{
}

Rng Rng::split(std::string_view tag) const
{
    std::uint64_t hash = 0xcbf29ce484222325ULL; // FNV-1a
    for (const char c : tag)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return split(hash);
}

Rng Rng::split(std::uint64_t tag) const
{
    return Rng(mix(m_seed ^ mix(tag)));
}

double Rng::uniform()
{
    return static_cast<double>(m_engine() >> 11) * 0x1.0p-53;
}

std::size_t Rng::below(std::size_t n)
{
    const std::uint64_t limit = UINT64_MAX - UINT64_MAX % n;
    std::uint64_t x = m_engine();
    while (x >= limit)
        x = m_engine();
    return static_cast<std::size_t>(x % n);
}

double Rng::normal()
{
    if (m_hasSpare) {
        m_hasSpare = false;
        return m_spare;
    }
    double u = 0.0;
    double v = 0.0;
    double s = 0.0;
    do {
        u = uniform(-1.0, 1.0);
        v = uniform(-1.0, 1.0);
        s = u * u + v * v;
    } while (s >= 1.0 || s == 0.0);
    const double factor = std::sqrt(-2.0 * std::log(s) / s);
    m_spare = v * factor;
    m_hasSpare = true;
    return u * factor;
}

void Rng::fillNormal(std::span<float> out)
{
    for (float& x : out)
        x = static_cast<float>(normal());
}

std::vector<std::uint32_t> Rng::sample(std::size_t n, std::size_t count)
{
    // Sparse Fisher–Yates: memory grows with count, not with n.
    std::unordered_map<std::uint32_t, std::uint32_t> moved;
    std::vector<std::uint32_t> result;
    result.reserve(count);
    const auto at = [&](std::uint32_t i) {
        const auto it = moved.find(i);
        return it == moved.end() ? i : it->second;
    };
    for (std::size_t i = 0; i < count; ++i) {
        const auto here = static_cast<std::uint32_t>(i);
        const auto there = static_cast<std::uint32_t>(i + below(n - i));
        const std::uint32_t chosen = at(there);
        moved[there] = at(here);
        result.push_back(chosen);
    }
    return result;
}

std::string Rng::state() const
{
    std::ostringstream text;
    text.imbue(std::locale::classic());
    text << m_seed << ' ' << m_hasSpare << ' ' << std::bit_cast<std::uint64_t>(m_spare) << ' ' << m_engine;
    return text.str();
}

void Rng::setState(const std::string& state)
{
    std::istringstream text(state);
    text.imbue(std::locale::classic());
    Rng read(0);
    std::uint64_t spare = 0;
    text >> read.m_seed >> read.m_hasSpare >> spare >> read.m_engine;
    if (!text)
        throw Error("The stored state of a stream of random numbers cannot be read.");
    read.m_spare = std::bit_cast<double>(spare);
    *this = read;
}

} // namespace inverso
