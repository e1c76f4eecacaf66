// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace inverso::ui {

class Figure;

/// Writes all figures of a window that show something into a folder, in the formats that are ticked.
class FigureExport : public QDialog
{
    Q_OBJECT

public:
    /// The figures are those among the children of `window`, found when they are written.
    explicit FigureExport(QWidget& window);

    /// Those that show something.
    [[nodiscard]] std::vector<Figure*> figures() const;

public slots:
    /// Writes them; files that are there already are asked about once.
    void write();

private:
    QWidget* createFolder();
    QWidget* createFormats();
    void chooseFolder();
    [[nodiscard]] QStringList paths(const Figure& figure) const;
    void updateState();
    void say(const QString& sentence);

    QWidget& m_window;
    QLineEdit* m_folder;
    std::vector<QCheckBox*> m_formats;
    QLabel* m_result;
    QPushButton* m_write = nullptr;
    bool m_overwrites = false; ///< the question was answered with yes
};

} // namespace inverso::ui
