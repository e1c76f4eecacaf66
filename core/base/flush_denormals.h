// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#if defined(__SSE2__)
#include <xmmintrin.h>
#endif

namespace inverso {

/// During its lifetime, this thread and the threads that it starts treat denormal floats (below 2⁻¹²⁶) as zero.
/// Processors are a hundred times slower with denormals, and decaying averages such as Adam's never leave them. Does
/// nothing on an unknown processor.
class FlushDenormals
{
public:
#if defined(__SSE2__)
    FlushDenormals()
    {
        _mm_setcsr(m_before | resultsAndOperands);
    }
    ~FlushDenormals()
    {
        _mm_setcsr(m_before);
    }
#else
    FlushDenormals() = default;
#endif
    FlushDenormals(const FlushDenormals&) = delete;
    FlushDenormals& operator=(const FlushDenormals&) = delete;

private:
#if defined(__SSE2__)
    static constexpr unsigned resultsAndOperands = 0x8040;
    unsigned m_before = _mm_getcsr();
#endif
};

} // namespace inverso
