// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QCheckBox;
class QLabel;
class QMenu;
class QToolButton;

namespace inverso::ui {

class WrapLayout;

/// The row of controls above a plot: its own toggles, and copy and export of its data. Errors of saving are shown in
/// the row.
class PlotBar : public QWidget
{
    Q_OBJECT

public:
    struct Data
    {
        QString fileName;             ///< proposed: "losses.csv"
        std::function<QString()> csv; ///< called when it is needed
    };

    explicit PlotBar(Data shown, QWidget* parent = nullptr);

    QCheckBox* addToggle(const QString& name, const QString& title, const QString& help, bool on);
    /// An empty menu behind a button.
    QMenu* addMenu(const QString& name, const QString& title, const QString& help);
    /// Disables the buttons if there is nothing to copy.
    void setHasData(bool hasData);

public slots:
    void copy();
    void chooseExport();
    /// Saves to a file, without a dialog.
    void exportTo(const QString& path);

private:
    void addInFront(QWidget& control);

    Data m_shown;
    WrapLayout* m_layout;
    QLabel* m_problem;
    QToolButton* m_copy;
    QToolButton* m_export;
};

} // namespace inverso::ui
