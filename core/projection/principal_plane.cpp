// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/projection/principal_plane.h"

#include "core/base/error.h"
#include "core/base/parallel.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace inverso {

namespace {

constexpr std::size_t rowsTogether = 2048;

using Vector = std::vector<double>;

double dot(const Vector& a, const Vector& b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

Vector meanOf(const Matrix& points)
{
    Vector mean(points.columns, 0.0);
    for (std::size_t i = 0; i < points.rows; ++i)
        for (std::size_t j = 0; j < points.columns; ++j)
            mean[j] += static_cast<double>(points(i, j));
    for (double& m : mean)
        m /= static_cast<double>(points.rows);
    return mean;
}

/// D × D covariance times n.
Vector scatter(const Matrix& points, const Vector& mean, int threads, const std::stop_token& stop)
{
    const std::size_t d = points.columns;
    const std::size_t tasks = (points.rows + rowsTogether - 1) / rowsTogether;
    std::vector<Vector> parts(tasks);
    parallelFor(threads, tasks, [&](std::size_t task) {
        if (stop.stop_requested())
            return;
        Vector& part = parts[task];
        part.assign(d * d, 0.0);
        Vector row(d);
        for (std::size_t i = task * rowsTogether; i < std::min(points.rows, (task + 1) * rowsTogether); ++i) {
            for (std::size_t j = 0; j < d; ++j)
                row[j] = static_cast<double>(points(i, j)) - mean[j];
            for (std::size_t a = 0; a < d; ++a)
                for (std::size_t b = 0; b < d; ++b)
                    part[a * d + b] += row[a] * row[b];
        }
    });
    if (stop.stop_requested())
        throw Cancelled();
    Vector sum(d * d, 0.0);
    for (const Vector& part : parts)
        std::ranges::transform(sum, part, sum.begin(), std::plus());
    return sum;
}

void normalise(Vector& v)
{
    const double length = std::sqrt(dot(v, v));
    for (double& x : v)
        x /= length > 0.0 ? length : 1.0;
}

/// The leading axis of the symmetric matrix that is orthogonal to `above` (empty: none), by power iteration.
/// Axes of nearly equal spread may be mixed, which gives an equally good picture.
Vector leadingAxis(const Vector& matrix, std::size_t d, const Vector& above)
{
    constexpr int mostSteps = 1000;
    constexpr double enough = 1e-10;
    Vector axis(d);
    for (std::size_t j = 0; j < d; ++j)
        axis[j] = 1.0 + static_cast<double>((j * 7919) % 101) / 101.0; // not orthogonal to anything likely
    for (int step = 0; step < mostSteps; ++step) {
        Vector next(d, 0.0);
        for (std::size_t a = 0; a < d; ++a)
            next[a] =
                std::inner_product(axis.begin(), axis.end(), matrix.begin() + static_cast<std::ptrdiff_t>(a * d), 0.0);
        if (!above.empty()) {
            const double along = dot(next, above);
            for (std::size_t j = 0; j < d; ++j)
                next[j] -= along * above[j];
        }
        normalise(next);
        const double change = 1.0 - std::abs(dot(next, axis));
        axis = std::move(next);
        if (step > 0 && change < enough)
            break;
    }
    const auto largest = std::ranges::max_element(axis, {}, [](double x) { return std::abs(x); });
    if (largest != axis.end() && *largest < 0.0)
        for (double& x : axis)
            x = -x;
    return axis;
}

} // namespace

Matrix principalPlane(const Matrix& points, double spread, int threads, const std::stop_token& stop)
{
    const std::size_t d = points.columns;
    const Vector mean = meanOf(points);
    const Vector covariance = scatter(points, mean, threads, stop);
    const Vector first = leadingAxis(covariance, d, {});
    const Vector second = leadingAxis(covariance, d, first);
    Vector x(points.rows, 0.0);
    Vector y(points.rows, 0.0);
    for (std::size_t i = 0; i < points.rows; ++i) {
        for (std::size_t j = 0; j < d; ++j) {
            const double centred = static_cast<double>(points(i, j)) - mean[j];
            x[i] += centred * first[j];
            y[i] += centred * second[j];
        }
    }
    const double deviation = std::sqrt(dot(x, x) / static_cast<double>(std::max<std::size_t>(points.rows, 1)));
    const double scale = deviation > 0.0 ? spread / deviation : 0.0;
    Matrix plane(points.rows, 2);
    for (std::size_t i = 0; i < points.rows; ++i) {
        plane(i, 0) = static_cast<float>(scale * x[i]);
        plane(i, 1) = static_cast<float>(scale * y[i]);
    }
    return plane;
}

} // namespace inverso
