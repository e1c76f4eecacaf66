// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/setting_options.h"

#include "core/search/search_settings.h"
#include "core/training/model_settings.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace inverso::cli {

namespace {

std::string dashed(std::string_view id)
{
    std::string name = "--" + std::string(id);
    std::ranges::replace(name, '_', '-');
    return name;
}

std::string descriptionOf(const SettingField& field)
{
    const std::string value = textOf(field);
    const bool plain = std::holds_alternative<bool*>(field.value);
    return std::string(field.help)
           + (field.decided ? " (default: the method's)"
              : plain       ? std::string()
                            : " (default " + value + ")");
}

/// The type that --help, man page and completion show, and for choices the values.
void describeValue(CLI::Option& option, const SettingField& field)
{
    if (const auto* choice = std::get_if<Choice>(&field.value)) {
        option.check(CLI::IsMember(std::vector<std::string>(choice->names.begin(), choice->names.end())));
    } else if (std::holds_alternative<bool*>(field.value)) {
        option.expected(0, 1); // no value means on
        option.check(CLI::Validator([](std::string&) { return std::string(); }, "{on,off}"));
    } else if (std::holds_alternative<std::string*>(field.value)) {
        option.type_name("M"); // the only text is a method; completion knows the names
    } else {
        option.type_name(std::holds_alternative<double*>(field.value) ? "NUMBER" : "N");
        option.check(CLI::Validator([](std::string&) { return std::string(); }, "N in [" + allowedText(field) + "]"));
    }
}

} // namespace

void SettingOptions::addTo(CLI::App& command, std::span<const SettingField> fields)
{
    for (const SettingField& field : fields) {
        CLI::Option* option = command.add_option_function<std::string>(
            dashed(field.id),
            [field](const std::string& text) {
                const bool isFlag = text.empty() && std::holds_alternative<bool*>(field.value);
                assign(field, isFlag ? "on" : text);
            },
            descriptionOf(field));
        describeValue(*option, field);
        m_options.emplace_back(field.id, option);
    }
}

std::vector<std::string> SettingOptions::given() const
{
    std::vector<std::string> ids;
    for (const auto& [id, option] : m_options) {
        if (option->count() > 0)
            ids.push_back(id);
    }
    return ids;
}

std::string optionName(std::string_view setting)
{
    if (setting.starts_with("initial_"))
        return "--initial";
    SearchSettings any;
    const bool own = setting == "labels" || setting == "weights" || setting == "set"
                     || findField(settingFields(any), setting) != nullptr;
    return own ? dashed(setting) : "--set " + std::string(setting);
}

std::string settingTable(std::span<const SettingField> fields)
{
    constexpr std::size_t indent = 26;
    std::string text;
    for (const SettingField& field : fields) {
        std::string name = "  " + std::string(field.id);
        name.resize(std::max(name.size() + 1, indent), ' ');
        text += name + std::string(field.help) + " (default " + textOf(field) + "; " + allowedText(field) + ")\n";
    }
    return text;
}

std::string modelSettingsHelp(Purpose purpose)
{
    std::string text;
    for (const Preset preset : {Preset::Default, Preset::Thesis})
        text += "Settings of the model, preset " + std::string(presetName(preset)) + " (--set):\n"
                + settingTable(modelSettings(preset, purpose).fields());
    return text;
}

} // namespace inverso::cli
