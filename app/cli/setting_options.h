// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/model_choice.h"

#include <span>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace inverso::cli {

/// Options made from the descriptions of settings: top_k becomes --top-k, with its help, default and range.
class SettingOptions
{
public:
    /// Adds an option for each field, which writes into the field's variable. A switch accepts on, off or no value.
    void addTo(CLI::App& command, std::span<const SettingField> fields);
    /// The ids of the settings that were given.
    [[nodiscard]] std::vector<std::string> given() const;

private:
    std::vector<std::pair<std::string, const CLI::Option*>> m_options;
};

/// The name of a setting on the command line: "--top-k", "--initial", "--set members".
std::string optionName(std::string_view setting);
/// A list of a model's settings for the end of --help: name, default, range and description, a line each.
std::string settingTable(std::span<const SettingField> fields);
/// The tables of both presets' models.
std::string modelSettingsHelp(Purpose purpose);

} // namespace inverso::cli
