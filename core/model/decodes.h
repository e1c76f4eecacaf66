// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace inverso {

/// What became of latents that were decoded. The rest of `total` are new cells.
struct Decodes
{
    int total = 0;
    int invalid = 0;    ///< no cell of the space
    int duplicates = 0; ///< labelled, or decoded already
    int lacking = 0;    ///< cells that the benchmark cannot answer for; they may be among `duplicates`, too

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
