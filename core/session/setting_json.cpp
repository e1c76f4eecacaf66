// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/setting_json.h"

#include "core/session/json_number.h"

namespace inverso {

using Json = nlohmann::ordered_json;

namespace {

[[noreturn]] void refuse(const SettingField& field, const Json& value, const std::string& allowed)
{
    throw SettingError(SettingError::Kind::Value, std::string(field.id),
                       value.is_string() ? value.get<std::string>() : value.dump(), allowed);
}

/// A whole number in JSON may be too large for the field.
template <typename Whole> void assignWhole(const SettingField& field, Whole& number, const Json& value)
{
    if (!value.is_number_integer())
        refuse(field, value, "a whole number, " + allowedText(field));
    try {
        number = wholeIn<Whole>(value);
    } catch (const Error&) {
        refuse(field, value, allowedText(field));
    }
    requireInRange(field);
}

struct Assignment
{
    const SettingField& field;
    const Json& value;

    void operator()(int* number) const { assignWhole(field, *number, value); }
    void operator()(std::uint64_t* number) const { assignWhole(field, *number, value); }
    void operator()(double* number) const
    {
        if (!value.is_number())
            refuse(field, value, "a number, " + allowedText(field));
        *number = value.get<double>();
        requireInRange(field);
    }
    void operator()(bool* flag) const
    {
        if (!value.is_boolean())
            refuse(field, value, "true or false");
        *flag = value.get<bool>();
    }
    void operator()(std::string* text) const
    {
        if (!value.is_string())
            refuse(field, value, "a text");
        *text = value.get<std::string>();
    }
    void operator()(const Choice&) const
    {
        if (!value.is_string())
            refuse(field, value, allowedText(field));
        assign(field, value.get<std::string>());
    }
};

struct Value
{
    const SettingField& field;

    Json operator()(const Choice&) const { return textOf(field); }
    Json operator()(const auto* value) const { return *value; }
};

} // namespace

Json jsonOf(const SettingField& field)
{
    return std::visit(Value{field}, field.value);
}

void assignJson(const SettingField& field, const Json& value)
{
    std::visit(Assignment{field, value}, field.value);
}

Json jsonOf(const Overrides& overrides)
{
    Json list = Json::array();
    for (const auto& [name, value] : overrides)
        list.push_back({name, value});
    return list;
}

Overrides overridesOf(const Json& list)
{
    Overrides overrides;
    for (const Json& pair : list)
        overrides.emplace_back(pair.at(0).get<std::string>(), pair.at(1).get<std::string>());
    return overrides;
}

void readRecorded(const Json& object, std::span<const SettingField> fields)
{
    for (const SettingField& field : fields) {
        const std::string id(field.id);
        if (field.recorded == SettingField::Recorded::Always || object.contains(id))
            assignJson(field, object.at(id));
    }
}

} // namespace inverso
