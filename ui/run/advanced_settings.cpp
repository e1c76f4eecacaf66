// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/advanced_settings.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QSpinBox>

#include <utility>

namespace inverso::ui {

namespace {

constexpr int mostLabels = 10000;

QString bubble(const QString& meaning, const QString& standard, const QString& range)
{
    return AdvancedSettings::tr("<p>%1</p><p>Default: %2. Allowed: %3.</p>").arg(meaning, standard, range);
}

QString numbers(int low, int high)
{
    return AdvancedSettings::tr("%1 to %2").arg(QLocale().toString(low), QLocale().toString(high));
}

QSpinBox* spinBox(const QString& name, int low, int high, int value, QWidget* parent)
{
    auto* box = new QSpinBox(parent);
    box->setObjectName(name);
    box->setRange(low, high);
    box->setValue(value);
    box->setGroupSeparatorShown(true);
    return box;
}

// A row whose label carries the same bubble as the field.
void addRow(QFormLayout& form, const QString& label, QWidget* field, const QString& help)
{
    auto* text = new QLabel(label, field->parentWidget());
    text->setToolTip(help);
    text->setBuddy(field);
    field->setToolTip(help);
    form.addRow(text, field);
}

} // namespace

AdvancedSettings::AdvancedSettings(QWidget* parent)
    : QWidget(parent)
    , m_preset(new QComboBox(this))
    , m_training(spinBox(QStringLiteral("initialTraining"), 0, mostLabels, 0, this))
    , m_validation(spinBox(QStringLiteral("initialValidation"), -1, mostLabels, -1, this))
    , m_topK(spinBox(QStringLiteral("topK"), 0, 1000, 0, this))
    , m_candidates(spinBox(QStringLiteral("candidates"), 0, 10000, 0, this))
    , m_fineTune(new QComboBox(this))
    , m_rankWeight(new QCheckBox(tr("Weigh losses by rank"), this))
{
    m_preset->setObjectName(QStringLiteral("preset"));
    m_preset->addItem(tr("Default"), static_cast<int>(Preset::Default));
    m_preset->addItem(tr("Thesis"), static_cast<int>(Preset::Thesis));
    m_fineTune->setObjectName(QStringLiteral("fineTune"));
    m_fineTune->addItem(tr("Partial"), static_cast<int>(FineTune::Partial));
    m_fineTune->addItem(tr("End-to-end"), static_cast<int>(FineTune::EndToEnd));
    m_rankWeight->setObjectName(QStringLiteral("rankWeight"));

    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addRow(*form, tr("Preset"), m_preset,
           bubble(tr("Which settings and weights the model uses: those of this program, which need fewer queries, or "
                     "those printed in the thesis."),
                  tr("Default"), tr("Default, Thesis")));
    addRow(*form, tr("Training labels"), m_training,
           bubble(tr("Random cells asked before the first round, to fit the model on. They count as queries."),
                  tr("left to the method and its preset"), numbers(1, mostLabels)));
    addRow(*form, tr("Validation labels"), m_validation,
           bubble(tr("Random cells asked before the first round that only tell when to stop training. They count as "
                     "queries."),
                  tr("left to the preset, 0 or 50"), numbers(0, mostLabels)));
    addRow(*form, tr("Queries a r&ound"), m_topK,
           bubble(tr("How many of the most promising candidates are asked in each round (top-k)."),
                  tr("left to the method"), numbers(1, 1000)));
    addRow(*form, tr("Candidates a round"), m_candidates,
           bubble(tr("How many new cells are proposed in each round."), tr("left to the method"), numbers(1, 10000)));
    addRow(*form, tr("Fine-tuning"), m_fineTune,
           bubble(tr("What learns from the labels: the invertible network alone (partial), or the graph autoencoder "
                     "with it (end-to-end)."),
                  tr("Partial"), tr("Partial, End-to-end")));
    form->addRow(m_rankWeight);
    m_rankWeight->setToolTip(
        bubble(tr("Good cells weigh more in the losses of the thesis preset (equations 10 and 11)."), tr("off"),
               tr("on, off")));
    connect(m_preset, &QComboBox::currentIndexChanged, this, &AdvancedSettings::onPreset);
    onPreset();
}

void AdvancedSettings::onPreset()
{
    const bool thesis = m_preset->currentData().toInt() == static_cast<int>(Preset::Thesis);
    m_training->setSpecialValueText(tr("%1 (preset)").arg(m_hasPresets && thesis ? 50 : m_defaults.initial));
    m_validation->setSpecialValueText(tr("%1 (preset)").arg(m_hasPresets && thesis ? 50 : 0));
    m_rankWeight->setEnabled(m_hasPresets && thesis);
}

std::vector<QWidget*> AdvancedSettings::fields() const
{
    return {m_preset, m_training, m_validation, m_topK, m_candidates, m_fineTune, m_rankWeight};
}

void AdvancedSettings::setMethod(const MethodInfo* method)
{
    m_hasPresets = method != nullptr && method->hasPresets;
    m_defaults = method != nullptr ? method->defaults : MethodDefaults();
    m_preset->setEnabled(method != nullptr && method->needsModel); // it chooses the weights, too
    m_fineTune->setEnabled(m_hasPresets);
    for (const auto& [box, standard] : {std::pair(m_topK, m_defaults.topK), {m_candidates, m_defaults.candidates}}) {
        box->setEnabled(standard > 0);
        box->setSpecialValueText(standard > 0 ? tr("%1 (method)").arg(standard) : QStringLiteral("–"));
    }
    onPreset();
}

void AdvancedSettings::fill(SearchSettings& settings) const
{
    settings.preset = static_cast<Preset>(m_preset->currentData().toInt());
    settings.initialTraining = m_training->value();
    settings.initialValidation = m_validation->value();
    settings.topK = m_topK->value();
    settings.candidates = m_candidates->value();
    settings.fineTune = static_cast<FineTune>(m_fineTune->currentData().toInt());
    settings.rankWeight = m_rankWeight->isEnabled() && m_rankWeight->isChecked();
}

} // namespace inverso::ui
