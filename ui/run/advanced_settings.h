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

/// The settings that a first search does not need, created from their descriptions: those of every search, and below
/// them those of the method's model.
class AdvancedSettings : public QWidget
{
    Q_OBJECT

public:
    explicit AdvancedSettings(QWidget* parent = nullptr);

    /// Writes the values that the method uses into `settings`.
    void fill(SearchSettings& settings) const;
    /// In tab order.
    [[nodiscard]] std::vector<QWidget*> fields() const;
    /// Disables the settings that the method does not use, and shows its defaults for unset ones. Null: no method.
    void setMethod(const MethodInfo* method);

    /// The object names of all possible fields, for undo.
    static QSet<QString> fieldNames(std::span<const MethodInfo> methods);

private:
    /// The settings of a model, a page for each different list.
    struct Page
    {
        SettingSet settings; ///< from which the editors were created
        QWidget* widget = nullptr;
        std::vector<SettingEditor*> editors;
    };

    void onPreset();
    Page& pageOf(const SettingSet& settings, const QString& key);
    [[nodiscard]] Preset preset() const;
    [[nodiscard]] SettingEditor& editor(std::string_view id) const;

    SearchSettings m_defaults; ///< from which the editors were created
    std::vector<SettingEditor*> m_editors;
    QWidget* m_modelSettings; ///< all pages
    QToolButton* m_modelToggle;
    std::map<QString, Page> m_pages;
    Page* m_page = nullptr; ///< null: the method has none
    const MethodInfo* m_method = nullptr;
};

} // namespace inverso::ui
