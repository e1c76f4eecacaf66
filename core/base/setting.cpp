// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/setting.h"

#include "core/base/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace inverso {

namespace {

constexpr std::array<std::string_view, 2> switchNames = {"off", "on"};

template <typename... Cases> struct Overloaded : Cases...
{
    using Cases::operator()...;
};
template <typename... Cases> Overloaded(Cases...) -> Overloaded<Cases...>;

/// The shortest text that reads back as the same number, with a point in every locale.
template <typename Number> std::string shortest(Number value)
{
    char text[64];
    return {text, std::to_chars(text, text + sizeof text, value).ptr};
}

template <> std::string shortest(double value) // 0.0001 and 100000, not 1e-04 and 1e+05
{
    constexpr double smallest = 1e-6;
    constexpr double largest = 1e15;
    const double size = std::abs(value);
    const bool plain = size == 0.0 || (size >= smallest && size < largest);
    char text[64];
    const auto format = plain ? std::chars_format::fixed : std::chars_format::scientific;
    return {text, std::to_chars(text, text + sizeof text, value, format).ptr};
}

[[noreturn]] void refuse(const SettingField& field, std::string_view value)
{
    throw SettingError(SettingError::Kind::Value, std::string(field.id), std::string(value), allowedText(field));
}

bool isInRange(const SettingField& field, double value)
{
    return std::isfinite(value) && value >= field.low && value <= field.high;
}

template <typename Number> Number numberOf(const SettingField& field, std::string_view text)
{
    const auto value = parseNumber<Number>(text);
    if (!value || !isInRange(field, static_cast<double>(*value)))
        refuse(field, text);
    return *value;
}

std::size_t indexOf(const SettingField& field, std::span<const std::string_view> names, std::string_view text)
{
    const auto found = std::ranges::find(names, text);
    if (found == names.end())
        refuse(field, text);
    return static_cast<std::size_t>(found - names.begin());
}

std::string_view withoutSpelling(std::string_view text) // other spellings of on and off
{
    if (text == "true" || text == "1")
        return "on";
    return text == "false" || text == "0" ? "off" : text;
}

std::string defaultSentence(SettingError::Kind kind, std::string_view name, const std::string& value,
                            const std::string& allowed)
{
    switch (kind) {
    case SettingError::Kind::NoUse:
        return std::string(name) + " has no effect with " + value + "; it is used by " + allowed + ".";
    case SettingError::Kind::Unknown:
        return std::string(name) + " is not a setting of " + value + "; allowed: " + allowed + ".";
    case SettingError::Kind::Value:
        break;
    }
    return std::string(name) + " is " + (parseNumber<double>(value) ? value : inQuotes(value)) + "; allowed: " + allowed
           + ".";
}

} // namespace

SettingError::SettingError(Kind kind, std::string setting, std::string value, std::string allowed)
    : UsageError(defaultSentence(kind, setting, value, allowed))
    , m_kind(kind)
    , m_setting(std::move(setting))
    , m_value(std::move(value))
    , m_allowed(std::move(allowed))
{
}

std::string SettingError::sentence(std::string_view name) const
{
    return defaultSentence(m_kind, name, m_value, m_allowed);
}

std::string textOf(const SettingField& field)
{
    return std::visit(Overloaded{[](const bool* value) { return std::string(switchNames[*value ? 1 : 0]); },
                                 [](const std::string* value) { return *value; },
                                 [](const Choice& choice) { return std::string(choice.names[choice.get()]); },
                                 [](const auto* number) { return shortest(*number); }},
                      field.value);
}

std::string allowedText(const SettingField& field)
{
    const auto range = [&]<typename Number>(const Number*) {
        const bool any = field.high >= static_cast<double>(std::numeric_limits<Number>::max());
        const std::string high = any ? shortest(std::numeric_limits<Number>::max()) : shortest(field.high);
        return shortest(field.decided ? field.low + 1.0 : field.low) + " to " + high;
    };
    return std::visit(Overloaded{[](const bool*) { return std::string("on or off"); },
                                 [](const std::string*) { return std::string(); },
                                 [](const Choice& choice) { return joined(choice.names); }, range},
                      field.value);
}

void assign(const SettingField& field, std::string_view text)
{
    std::visit(Overloaded{[&](bool* value) { *value = indexOf(field, switchNames, withoutSpelling(text)) == 1; },
                          [&](std::string* value) { *value = text; },
                          [&](const Choice& choice) { choice.set(indexOf(field, choice.names, text)); },
                          [&]<typename Number>(Number* value) { *value = numberOf<Number>(field, text); }},
               field.value);
}

void requireInRange(const SettingField& field)
{
    const auto check = [&](const auto* number) {
        if (!isInRange(field, static_cast<double>(*number)))
            refuse(field, textOf(field));
    };
    std::visit(Overloaded{[](const bool*) {}, [](const std::string*) {}, [](const Choice&) {}, check}, field.value);
}

const SettingField* findField(std::span<const SettingField> fields, std::string_view id)
{
    const auto found = std::ranges::find(fields, id, &SettingField::id);
    return found == fields.end() ? nullptr : &*found;
}

void applyOverrides(const Overrides& overrides, std::span<const SettingField> fields)
{
    for (const auto& [id, text] : overrides) {
        const SettingField* field = findField(fields, id);
        if (field == nullptr) {
            std::vector<std::string_view> ids;
            std::ranges::transform(fields, std::back_inserter(ids), &SettingField::id);
            throw SettingError(SettingError::Kind::Unknown, id, "this model", joined(ids));
        }
        assign(*field, text);
    }
}

} // namespace inverso
