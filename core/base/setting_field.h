// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace inverso {

/// A setting that a person can change by name: where its value lives and what is allowed.
/// One list of these serves the command line, the window and the documentation.
struct SettingField
{
    std::string_view name;
    std::variant<int*, double*, bool*, std::string*> value;
    double low = 0.0; ///< for numbers, inclusive
    double high = 1e9;
    std::string_view help;
};

/// Sets fields from name=value pairs, later ones winning. Throws UsageError: unknown name (lists the
/// known ones), not a number, out of range (says the range).
void applyOverrides(const std::vector<std::pair<std::string, std::string>>& overrides,
                    std::span<const SettingField> fields);

} // namespace inverso
