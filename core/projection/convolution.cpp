// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/projection/convolution.h"

#include "core/base/parallel.h"
#include "core/projection/spline.h"

#include <fftw3.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <mutex>
#include <new>
#include <numbers>
#include <utility>
#include <vector>

namespace inverso {

namespace {

constexpr std::size_t block = 16; // columns transformed together: complex pairs of two cache lines

std::mutex plannerMutex; // FFTW plans may be made by one thread at a time

/// Floats on cache-line boundaries, so that a plan made for one row fits all.
class Buffer
{
public:
    explicit Buffer(std::size_t count = 0)
        : m_count(count)
        , m_data(count > 0 ? static_cast<float*>(::operator new(count * sizeof(float), alignment)) : nullptr)
    {
        clear();
    }
    ~Buffer() { ::operator delete(m_data, alignment); }
    Buffer(Buffer&& other) noexcept
        : m_count(std::exchange(other.m_count, 0))
        , m_data(std::exchange(other.m_data, nullptr))
    {
    }
    Buffer& operator=(Buffer&& other) noexcept
    {
        std::swap(m_count, other.m_count);
        std::swap(m_data, other.m_data);
        return *this;
    }

    float* data() { return m_data; }
    void clear() { std::fill_n(m_data, m_count, 0.0F); }

private:
    static constexpr std::align_val_t alignment{64};
    std::size_t m_count;
    float* m_data;
};

fftwf_complex* asComplex(float* values)
{
    return reinterpret_cast<fftwf_complex*>(values);
}

/// The transforms of one padded length. Planned by estimate: a measured plan would differ from run to run,
/// and with it the rounding.
class Transforms
{
public:
    explicit Transforms(std::size_t length)
        : m_length(length)
    {
        const int n = static_cast<int>(length);
        Buffer row(length + 2);
        Buffer columns(2 * block * length);
        fftwf_complex* c = asComplex(columns.data());
        const std::lock_guard lock(plannerMutex);
        m_rowForward = fftwf_plan_dft_r2c_1d(n, row.data(), asComplex(row.data()), FFTW_ESTIMATE);
        m_rowBackward = fftwf_plan_dft_c2r_1d(n, asComplex(row.data()), row.data(), FFTW_ESTIMATE);
        m_columnsForward = planColumns(n, c, FFTW_FORWARD);
        m_columnsBackward = planColumns(n, c, FFTW_BACKWARD);
    }
    ~Transforms()
    {
        const std::lock_guard lock(plannerMutex);
        for (fftwf_plan plan : {m_rowForward, m_rowBackward, m_columnsForward, m_columnsBackward})
            fftwf_destroy_plan(plan);
    }
    Transforms(const Transforms&) = delete;
    Transforms& operator=(const Transforms&) = delete;

    [[nodiscard]] std::size_t length() const { return m_length; }
    void rowForward(float* row) const { fftwf_execute_dft_r2c(m_rowForward, row, asComplex(row)); }
    void rowBackward(float* row) const { fftwf_execute_dft_c2r(m_rowBackward, asComplex(row), row); }
    /// length × block complex numbers.
    void columnsForward(float* c) const { fftwf_execute_dft(m_columnsForward, asComplex(c), asComplex(c)); }
    void columnsBackward(float* c) const { fftwf_execute_dft(m_columnsBackward, asComplex(c), asComplex(c)); }

private:
    static fftwf_plan planColumns(int n, fftwf_complex* c, int sign)
    {
        constexpr int together = block;
        return fftwf_plan_many_dft(1, &n, together, c, nullptr, together, 1, c, nullptr, together, 1, sign,
                                   FFTW_ESTIMATE);
    }

    std::size_t m_length;
    fftwf_plan m_rowForward = nullptr;
    fftwf_plan m_rowBackward = nullptr;
    fftwf_plan m_columnsForward = nullptr;
    fftwf_plan m_columnsBackward = nullptr;
};

/// The smallest multiple of 16 that is at least `count` and has no prime factor above 5.
std::size_t quickLength(std::size_t count)
{
    for (std::size_t sixteenths = (count + 15) / 16;; ++sixteenths) {
        std::size_t rest = sixteenths;
        for (const std::size_t prime : {2U, 3U, 5U})
            while (rest % prime == 0)
                rest /= prime;
        if (rest == 1)
            return 16 * sixteenths;
    }
}

} // namespace

struct CauchyConvolution::Grid
{
    std::unique_ptr<Transforms> transforms;
    std::size_t nodes = 0;
    std::size_t columnBlocks = 0;
    double spacing = 0.0;
    double offset = 0.0;
    Buffer charges;                 ///< nodes rows
    std::vector<float> spectrum;    ///< (length/2+1) rows × columnBlocks·block, of the lowered kernel, normalised
    std::vector<Buffer> workspaces; ///< one per thread

    [[nodiscard]] std::size_t length() const { return transforms->length(); }
    [[nodiscard]] std::size_t pitch() const { return 2 * block * columnBlocks; }
    [[nodiscard]] std::size_t foldedRow(std::size_t row) const { return std::min(row, length() - row); }

    void sampleKernel();
    void transformKernelColumns(float* rows);
    void convolveColumns(std::size_t columnBlock, float* workspace);
};

CauchyConvolution::CauchyConvolution()
    : m_grid(std::make_unique<Grid>())
{
}

CauchyConvolution::~CauchyConvolution() = default;

void CauchyConvolution::resize(std::size_t nodes, double spacing)
{
    // The nodes next to half the padded length would see the kink where the periodic kernel meets itself.
    constexpr std::size_t guard = 8;
    const std::size_t length = quickLength(2 * (nodes + guard));
    const bool sameLength = m_grid->transforms && m_grid->length() == length;
    if (sameLength && m_grid->spacing == spacing)
        return;
    if (!sameLength) {
        m_grid->transforms = std::make_unique<Transforms>(length);
        m_grid->nodes = length / 2 - guard;
        m_grid->columnBlocks = (length / 2 + block) / block;
        m_grid->charges = Buffer(m_grid->nodes * m_grid->pitch());
        m_grid->workspaces.clear();
    }
    m_grid->spacing = spacing;
    m_grid->sampleKernel();
}

/// The kernel is even along both axes and symmetric, so its spectrum is real, and a quarter of it is enough.
void CauchyConvolution::Grid::sampleKernel()
{
    const std::size_t half = length() / 2;
    const double across = 2.0 * std::pow(spacing * static_cast<double>(nodes), 2);
    offset = 1.0 / (1.0 + across);
    Buffer rows((half + 1) * pitch());
    for (std::size_t y = 0; y <= half; ++y) {
        float* row = rows.data() + y * pitch();
        for (std::size_t x = 0; x < length(); ++x) {
            const double squared = spacing * spacing * static_cast<double>(y * y + foldedRow(x) * foldedRow(x));
            row[x] = static_cast<float>((across - squared) / ((1.0 + squared) * (1.0 + across)));
        }
        transforms->rowForward(row);
    }
    transformKernelColumns(rows.data());
}

void CauchyConvolution::Grid::transformKernelColumns(float* rows)
{
    const std::size_t half = length() / 2;
    const std::size_t columns = columnBlocks * block;
    const double turn = 2.0 * std::numbers::pi / static_cast<double>(length());
    std::vector<double> filter(columns, 1.0);
    for (std::size_t k = 0; k <= half; ++k)
        filter[k] = std::pow(QuinticSpline::response(std::cos(turn * static_cast<double>(k))), 2);
    const double scale = 1.0 / static_cast<double>(length() * length());
    spectrum.assign((half + 1) * columns, 0.0F);
    Buffer work(2 * block * length());
    for (std::size_t b = 0; b < columnBlocks; ++b) {
        for (std::size_t y = 0; y < length(); ++y)
            std::copy_n(rows + foldedRow(y) * pitch() + 2 * block * b, 2 * block, work.data() + 2 * block * y);
        transforms->columnsForward(work.data());
        for (std::size_t y = 0; y <= half; ++y)
            for (std::size_t x = 0; x < block; ++x)
                spectrum[y * columns + b * block + x] =
                    static_cast<float>(work.data()[2 * (block * y + x)] * scale / (filter[y] * filter[b * block + x]));
    }
}

void CauchyConvolution::Grid::convolveColumns(std::size_t columnBlock, float* workspace)
{
    constexpr std::size_t width = 2 * block;
    float* grid = charges.data() + width * columnBlock;
    for (std::size_t y = 0; y < nodes; ++y)
        std::copy_n(grid + y * pitch(), width, workspace + width * y);
    std::fill(workspace + width * nodes, workspace + width * length(), 0.0F);
    transforms->columnsForward(workspace);
    for (std::size_t y = 0; y < length(); ++y) {
        const float* factors = spectrum.data() + foldedRow(y) * columnBlocks * block + columnBlock * block;
        float* row = workspace + width * y;
        for (std::size_t x = 0; x < block; ++x) {
            row[2 * x] *= factors[x];
            row[2 * x + 1] *= factors[x];
        }
    }
    transforms->columnsBackward(workspace);
    for (std::size_t y = 0; y < nodes; ++y)
        std::copy_n(workspace + width * y, width, grid + y * pitch());
}

std::size_t CauchyConvolution::nodes() const
{
    return m_grid->nodes;
}

float* CauchyConvolution::grid()
{
    return m_grid->charges.data();
}

std::size_t CauchyConvolution::pitch() const
{
    return m_grid->pitch();
}

void CauchyConvolution::clear()
{
    m_grid->charges.clear();
}

double CauchyConvolution::offset() const
{
    return m_grid->offset;
}

void CauchyConvolution::run(int threads)
{
    constexpr std::size_t rowsTogether = 16;
    Grid& g = *m_grid;
    const auto rows = [&](auto transform) {
        parallelFor(threads, (g.nodes + rowsTogether - 1) / rowsTogether, [&](std::size_t task) {
            const std::size_t end = std::min(g.nodes, (task + 1) * rowsTogether);
            for (std::size_t y = task * rowsTogether; y < end; ++y)
                transform(g.charges.data() + y * g.pitch());
        });
    };
    const std::size_t workers = static_cast<std::size_t>(threads > 0 ? threads : hardwareThreads());
    while (g.workspaces.size() < workers)
        g.workspaces.emplace_back(2 * block * g.length());
    rows([&](float* row) { g.transforms->rowForward(row); });
    parallelFor(threads, workers, [&](std::size_t worker) {
        for (std::size_t b = worker; b < g.columnBlocks; b += workers)
            g.convolveColumns(b, g.workspaces[worker].data());
    });
    rows([&](float* row) { g.transforms->rowBackward(row); });
}

} // namespace inverso
