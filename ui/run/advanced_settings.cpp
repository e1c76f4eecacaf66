// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/advanced_settings.h"

#include "ui/base/disclosure_button.h"
#include "ui/run/setting_editor.h"

#include <QFormLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace inverso::ui {

namespace {

QString toName(std::string_view id)
{
    QString name;
    bool raise = false;
    for (const char c : id) {
        if (c == '_') {
            raise = true;
            continue;
        }
        name += raise ? QChar::fromLatin1(c).toUpper() : QChar::fromLatin1(c);
        raise = false;
    }
    return name;
}

/// The settings of every search that have no other field.
std::vector<SettingField> advancedFields(SearchSettings& settings)
{
    auto fields = settingFields(settings);
    std::erase_if(fields, [](const SettingField& field) {
        return field.id == "method" || field.id == "seed" || field.id == "budget" || field.id == "threads";
    });
    return fields;
}

/// Methods with the same settings share a page, so that values are kept when the method changes.
QString pageKey(const SettingSet& settings)
{
    QString key;
    for (const SettingField& field : settings.fields())
        key += QString::fromUtf8(field.id.data(), static_cast<qsizetype>(field.id.size())) + QLatin1Char(' ');
    return QString::number(qHash(key, 0), 36);
}

QString nameIn(const QString& page, std::string_view id)
{
    return QStringLiteral("model_%1_%2").arg(page, toName(id));
}

QFormLayout* newForm(QWidget* parent)
{
    auto* form = new QFormLayout(parent);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    return form;
}

} // namespace

AdvancedSettings::AdvancedSettings(QWidget* parent)
    : QWidget(parent)
    , m_modelSettings(new QWidget)
    , m_modelToggle(newDisclosureButton(tr("Model settings"), m_modelSettings))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* common = new QWidget;
    auto* form = newForm(common);
    for (const SettingField& field : advancedFields(m_defaults)) {
        m_editors.push_back(new SettingEditor(field, toName(field.id), common));
        m_editors.back()->addTo(*form);
    }
    layout->addWidget(common);

    m_modelToggle->setObjectName(QStringLiteral("modelToggle"));
    m_modelToggle->setToolTip(tr("Every setting of the method's model, as inverso-cli --set names it"));
    auto* pages = new QVBoxLayout(m_modelSettings);
    pages->setContentsMargins(10, 0, 0, 0);
    layout->addWidget(m_modelToggle);
    layout->addWidget(m_modelSettings);
    connect(&editor("preset"), &SettingEditor::changed, this, &AdvancedSettings::onPreset);
    setMethod(nullptr);
}

SettingEditor& AdvancedSettings::editor(std::string_view id) const
{
    return **std::ranges::find(m_editors, id, &SettingEditor::id);
}

Preset AdvancedSettings::preset() const
{
    ModelChoice choice;
    assign(presetField(choice), editor("preset").text());
    return choice.preset;
}

void AdvancedSettings::setMethod(const MethodInfo* method)
{
    m_method = method;
    onPreset();
}

void AdvancedSettings::onPreset()
{
    SearchSettings filled;
    if (m_method != nullptr) {
        filled.model.preset = preset();
        filled = filledIn(filled, *m_method);
    }
    const auto values = advancedFields(filled);
    for (SettingEditor* one : m_editors) {
        const bool used = m_method != nullptr && uses(*m_method, preset(), one->id());
        one->setEnabled(used);
        const SettingField& value = *findField(values, one->id());
        if (value.decided)
            one->setDecided(used ? tr("%1 (default)").arg(QString::fromStdString(textOf(value))) : QStringLiteral("–"));
    }
    if (m_page != nullptr)
        m_page->widget->hide();
    m_page = nullptr;
    if (m_method != nullptr && m_method->settings) {
        const SettingSet settings = m_method->settings(preset());
        m_page = &pageOf(settings, pageKey(settings));
        m_page->widget->show();
    }
    m_modelToggle->setVisible(m_page != nullptr);
    m_modelSettings->setVisible(m_page != nullptr && m_modelToggle->isChecked());
}

AdvancedSettings::Page& AdvancedSettings::pageOf(const SettingSet& settings, const QString& key)
{
    Page& page = m_pages[key];
    if (page.widget != nullptr)
        return page;
    page.settings = settings;
    page.widget = new QWidget;
    auto* form = newForm(page.widget);
    for (const SettingField& field : settings.fields()) {
        page.editors.push_back(new SettingEditor(field, nameIn(key, field.id), page.widget));
        page.editors.back()->addTo(*form);
    }
    m_modelSettings->layout()->addWidget(page.widget);
    return page;
}

QSet<QString> AdvancedSettings::fieldNames(std::span<const MethodInfo> methods)
{
    QSet<QString> names;
    SearchSettings any;
    for (const SettingField& field : advancedFields(any))
        names.insert(toName(field.id));
    for (const MethodInfo& method : methods) {
        for (const Preset preset : {Preset::Default, Preset::Thesis}) {
            if (!method.settings)
                continue;
            const SettingSet settings = method.settings(preset);
            for (const SettingField& field : settings.fields())
                names.insert(nameIn(pageKey(settings), field.id));
        }
    }
    return names;
}

std::vector<QWidget*> AdvancedSettings::fields() const
{
    std::vector<QWidget*> widgets;
    for (const SettingEditor* one : m_editors)
        widgets.push_back(one->widget());
    widgets.push_back(m_modelToggle);
    if (m_page != nullptr) {
        for (const SettingEditor* one : m_page->editors)
            widgets.push_back(one->widget());
    }
    return widgets;
}

void AdvancedSettings::fill(SearchSettings& settings) const
{
    for (const SettingField& field : advancedFields(settings)) {
        const SettingEditor& one = editor(field.id);
        if (one.widget()->isEnabledTo(this))
            assign(field, one.text());
    }
    if (m_page == nullptr)
        return;
    for (const SettingEditor* one : m_page->editors) {
        if (!one->isDefault())
            settings.model.overrides.emplace_back(one->id(), one->text());
    }
}

} // namespace inverso::ui
