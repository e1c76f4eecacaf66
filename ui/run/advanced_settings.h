// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/search_settings.h"

#include <QSet>
#include <QWidget>

#include <map>
#include <vector>

class QToolButton;

namespace inverso::ui {

class SettingEditor;

/// The settings of a search that a first run need not touch, made from the lists that describe them: those of every
/// search, and under them those of the method's model.
class AdvancedSettings : public QWidget
{
    Q_OBJECT

public:
    explicit AdvancedSettings(QWidget* parent = nullptr);

    /// Writes what is set here, and used by the method, into `settings`.
    void fill(SearchSettings& settings) const;
    /// In the order they are read.
    [[nodiscard]] std::vector<QWidget*> fields() const;
    /// Disables what the method does not use, and says what it takes for what is not set. Null: no method.
    void setMethod(const MethodInfo* method);

    /// The object names of all fields that it can have, for undo.
    static QSet<QString> fieldNames(std::span<const MethodInfo> methods);

private:
    /// The settings of a model, a page for each different list.
    struct Page
    {
        SettingSet settings; ///< that the editors were made of
        QWidget* widget = nullptr;
        std::vector<SettingEditor*> editors;
    };

    void onPreset();
    Page& pageOf(const SettingSet& settings, const QString& key);
    [[nodiscard]] Preset preset() const;
    [[nodiscard]] SettingEditor& editor(std::string_view id) const;

    SearchSettings m_defaults; ///< that the editors were made of
    std::vector<SettingEditor*> m_editors;
    QWidget* m_modelSettings; ///< all pages
    QToolButton* m_modelToggle;
    std::map<QString, Page> m_pages;
    Page* m_page = nullptr; ///< null: the method has none
    const MethodInfo* m_method = nullptr;
};

} // namespace inverso::ui
