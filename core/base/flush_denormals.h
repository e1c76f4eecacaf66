// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#if defined(__SSE2__)
#include <xmmintrin.h>
#endif

namespace inverso {

/// While it lives, numbers of this thread, and of those that it starts, that are too small for a normal float (2⁻¹²⁶)
/// count as zero. Processors are a hundred times slower with them, and a fading average, as those of Adam, gets stuck
/// among them for ever. Does nothing where the processor is not known.
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
