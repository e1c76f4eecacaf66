// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/search_settings.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QSpinBox;
class QToolButton;

namespace inverso::ui {

class AdvancedSettings;
class ExplorerState;
class NoticeBar;
class RunActions;

/// The settings of a search and the buttons that run it.
class RunPanel : public QWidget
{
    Q_OBJECT

public:
    RunPanel(ExplorerState& state, std::vector<MethodInfo> methods, const RunActions& actions,
             QWidget* parent = nullptr);

    /// The tables that can be opened by name.
    void setTables(const QStringList& names);
    /// Shows the open benchmark, and adds it if it is not a known one.
    void setOpenTable(const QString& nameOrPath);

    /// Shows why a run was refused or failed.
    void showFailure(const QString& sentence);

    [[nodiscard]] SearchSettings settings() const;
    [[nodiscard]] std::string dataset() const;
    /// Whether the search asks the user for missing labels.
    [[nodiscard]] bool asks() const;
    [[nodiscard]] NoticeBar& notice() const { return *m_notice; }

signals:
    void tableChosen(const QString& nameOrPath);
    void openRequested();
    void queueGoOnRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void addBenchmark(QFormLayout& form);
    void onTableActivated(int index);
    void chooseImages(const QString& space);
    void addSearch(QFormLayout& form);
    QWidget* createAdvanced();
    QWidget* createButtons(const RunActions& actions);
    void orderFocus();
    void onWorkspace();
    void showRefusals();
    void onMethod();
    void updateAsk();
    void offerMethods();
    [[nodiscard]] const MethodInfo* method() const;

    ExplorerState& m_state;
    std::vector<MethodInfo> m_methods;
    QComboBox* m_table;
    QString m_openTable; ///< name or path
    QToolButton* m_open;
    QComboBox* m_dataset;
    QComboBox* m_method;
    QSpinBox* m_budget;
    QSpinBox* m_seed;
    QCheckBox* m_ask;
    QToolButton* m_advancedToggle = nullptr;
    AdvancedSettings* m_advanced;
    NoticeBar* m_notice;
    QWidget* m_settings = nullptr;       ///< all of the above but the buttons
    std::vector<QToolButton*> m_buttons; ///< start, pause, stop, step, step a phase
};

} // namespace inverso::ui
