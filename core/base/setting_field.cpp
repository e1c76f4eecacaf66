// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/setting_field.h"

#include "core/base/error.h"
#include "core/base/text.h"

#include <algorithm>
#include <cmath>
#include <sstream>

namespace inverso {

namespace {

std::string rangeText(const SettingField& field)
{
    std::ostringstream text;
    text.imbue(std::locale::classic());
    text << field.low << " to " << field.high;
    return text.str();
}

template <typename Number> Number checkedNumber(const SettingField& field, const std::string& text)
{
    const auto value = parseNumber<Number>(text);
    const auto number = static_cast<double>(value.value_or(Number{}));
    if (!value || !std::isfinite(number) || number < field.low || number > field.high)
        throw UsageError("The setting " + std::string(field.name) + " cannot be '" + text + "': give a number from "
                         + rangeText(field) + ".");
    return *value;
}

bool parseSwitch(const SettingField& field, const std::string& text)
{
    if (text == "on" || text == "true" || text == "1")
        return true;
    if (text == "off" || text == "false" || text == "0")
        return false;
    throw UsageError("The setting " + std::string(field.name) + " cannot be '" + text + "': give on or off.");
}

} // namespace

void applyOverrides(const std::vector<std::pair<std::string, std::string>>& overrides,
                    std::span<const SettingField> fields)
{
    for (const auto& [name, text] : overrides) {
        const auto field = std::find_if(fields.begin(), fields.end(), [&](const auto& f) { return f.name == name; });
        if (field == fields.end()) {
            std::string known;
            for (const SettingField& f : fields)
                known += (known.empty() ? "" : ", ") + std::string(f.name);
            throw UsageError("There is no setting '" + name + "'. Known are: " + known + ".");
        }
        if (auto* const* number = std::get_if<int*>(&field->value))
            **number = checkedNumber<int>(*field, text);
        else if (auto* const* real = std::get_if<double*>(&field->value))
            **real = checkedNumber<double>(*field, text);
        else if (auto* const* flag = std::get_if<bool*>(&field->value))
            **flag = parseSwitch(*field, text);
        else
            *std::get<std::string*>(field->value) = text;
    }
}

} // namespace inverso
