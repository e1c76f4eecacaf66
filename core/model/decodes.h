// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace inverso {

/// Counts of the results of decoding latents. The rest of `total` are new cells.
struct Decodes
{
    int total = 0;
    int invalid = 0;    ///< not a cell of the space
    int duplicates = 0; ///< labelled, or decoded already
    int lacking = 0;    ///< cells missing from the benchmark; they may also be among `duplicates`

    Decodes& operator+=(const Decodes& more)
    {
        total += more.total;
        invalid += more.invalid;
        duplicates += more.duplicates;
        lacking += more.lacking;
        return *this;
    }
};

} // namespace inverso
