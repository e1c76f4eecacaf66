// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace inverso::test {

/// How long to wait for what only a hang keeps from coming, in milliseconds. Qt Test's own limit on a function comes
/// first: five minutes, an hour under the sanitizers (CMakePresets.json), where a real search may take many.
inline constexpr int patience = 3'600'000;

} // namespace inverso::test
