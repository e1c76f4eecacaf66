// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// Marks a user-visible text of the core for translation in the window. The context comes first, as in
/// QT_TRANSLATE_NOOP, which replaces it when the texts are collected (./dev translations).
#define INVERSO_TEXT(context, text) text

namespace inverso {

/// Settings by id and value, as the user writes them; later ones win.
using Overrides = std::vector<std::pair<std::string, std::string>>;

/// One of a few named values, bound to a variable of an enumeration whose values are 0, 1, … in the order of the names.
struct Choice
{
    std::function<std::size_t()> get;
    std::function<void(std::size_t)> set;
    std::span<const std::string_view> names;
};

template <typename Enum> Choice choiceOf(Enum& value, std::span<const std::string_view> names)
{
    return {[&value] { return static_cast<std::size_t>(value); },
            [&value](std::size_t index) { value = static_cast<Enum>(index); }, names};
}

/// The highest seed, as a bound of a SettingField.
inline constexpr double largestSeed = 18446744073709551615.0;

/// A setting: its name, where its value lives, and what is allowed. Command line, window, sessions, plans and reports
/// all read the lists of these; a setting is described nowhere else.
struct SettingField
{
    enum class Recorded {
        WhenSet, ///< where it differs from its default: a new setting leaves the ids of finished runs as they are
        Always,  ///< those of version 0.1, which the ids of its runs contain
        Never,   ///< it does not change results
    };

    std::string_view id; ///< as in sessions, plans and --set
    std::variant<int*, std::uint64_t*, double*, bool*, std::string*, Choice> value;
    double low = 0.0; ///< of a number, inclusive
    double high = 1e9;
    std::string_view help = {};  ///< one plain sentence; without the full stop where it is a phrase
    std::string_view title = {}; ///< the label in a form; empty: the id is the label
    /// An int whose lowest value means "the method or its preset decides".
    bool decided = false;
    Recorded recorded = Recorded::WhenSet;
};

/// A setting has a value that is not allowed, has no effect, or does not exist. The text names the setting by its id;
/// the command line and the window have their own names for settings and use sentence().
class SettingError : public UsageError
{
public:
    enum class Kind {
        Value,   ///< the value is not allowed; allowed() says what is
        NoUse,   ///< the method or the preset does not use the setting; allowed() says which do
        Unknown, ///< no setting has that name; allowed() lists the known ones
    };
    /// `value` of NoUse names the method or preset that does not use it.
    SettingError(Kind kind, std::string setting, std::string value, std::string allowed);

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] const std::string& setting() const { return m_setting; }
    [[nodiscard]] const std::string& value() const { return m_value; }
    [[nodiscard]] const std::string& allowed() const { return m_allowed; }
    /// The error as a sentence, with `name` for the setting.
    [[nodiscard]] std::string sentence(std::string_view name) const;

private:
    Kind m_kind;
    std::string m_setting;
    std::string m_value;
    std::string m_allowed;
};

/// Settings together with the struct that holds their values.
class SettingSet
{
public:
    SettingSet() = default;
    /// Takes a struct for which settingFields() is declared.
    template <typename Settings> explicit SettingSet(Settings settings)
    {
        auto kept = std::make_shared<Settings>(std::move(settings));
        m_fields = settingFields(*kept);
        m_settings = std::move(kept);
    }

    [[nodiscard]] std::span<const SettingField> fields() const { return m_fields; }
    void add(const SettingField& field) { m_fields.push_back(field); }

private:
    std::shared_ptr<void> m_settings;
    std::vector<SettingField> m_fields;
};

/// The value in the form that assign() reads: numbers with a point, on or off, the name of a choice.
std::string textOf(const SettingField& field);
/// What may be given: "1 to 64", "on or off", "partial, end-to-end"; empty for a free text.
std::string allowedText(const SettingField& field);
/// Throws SettingError: not a value of this kind, or outside its range.
void assign(const SettingField& field, std::string_view text);
/// Throws SettingError when the value is outside its range.
void requireInRange(const SettingField& field);
/// Null where there is none of that id.
const SettingField* findField(std::span<const SettingField> fields, std::string_view id);
/// Sets fields by id. Throws SettingError: unknown id, value not allowed.
void applyOverrides(const Overrides& overrides, std::span<const SettingField> fields);

} // namespace inverso
