// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/strategy.h"

namespace inverso {

PhaseSeconds& PhaseSeconds::operator+=(const PhaseSeconds& more)
{
    fineTune += more.fineTune;
    retrain += more.retrain;
    generate += more.generate;
    predict += more.predict;
    other += more.other;
    return *this;
}

} // namespace inverso
