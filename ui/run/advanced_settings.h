// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/search_settings.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace inverso::ui {

/// The settings of a search that a first run need not touch, each with what it does, its default and
/// its range in a bubble.
class AdvancedSettings : public QWidget
{
    Q_OBJECT

public:
    explicit AdvancedSettings(QWidget* parent = nullptr);

    /// Writes what is set here into `settings`.
    void fill(SearchSettings& settings) const;
    /// In the order they are read.
    [[nodiscard]] std::vector<QWidget*> fields() const;
    /// Greys what the method makes no use of, and says what it takes for what is not set. Null: no method.
    void setMethod(const MethodInfo* method);

private:
    void onPreset();

    QComboBox* m_preset;
    QSpinBox* m_training;
    QSpinBox* m_validation;
    QSpinBox* m_topK;
    QSpinBox* m_candidates;
    QComboBox* m_fineTune;
    QCheckBox* m_rankWeight;
    bool m_hasPresets = true;
    MethodDefaults m_defaults;
};

} // namespace inverso::ui
