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

/// The row of controls above a plot: its own toggles, and copy and export of the data it shows. What goes
/// wrong while saving is said in the row.
class PlotBar : public QWidget
{
    Q_OBJECT

public:
    struct Data
    {
        QString fileName;             ///< proposed: "losses.csv"
        std::function<QString()> csv; ///< asked when it is wanted
    };

    explicit PlotBar(Data shown, QWidget* parent = nullptr);

    QCheckBox* addToggle(const QString& name, const QString& title, const QString& help, bool on);
    /// An empty menu behind a button.
    QMenu* addMenu(const QString& name, const QString& title, const QString& help);
    /// Nothing to copy: the buttons are off.
    void setHasData(bool hasData);

public slots:
    void copy();
    void chooseExport();
    /// To a file, without asking.
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
