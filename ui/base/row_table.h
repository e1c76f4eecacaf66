// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

#include <functional>
#include <utility>
#include <vector>

namespace inverso::ui {

/// A table with selectable rows, and a sentence in its place while it is empty. Its columns are ordered by importance:
/// if not all fit, the last are hidden until the user asks for all.
class RowTable : public QTableView
{
    Q_OBJECT

public:
    explicit RowTable(QWidget* parent = nullptr);

    /// Called at every paint; an empty result shows the rows.
    void setHint(std::function<QString()> hint) { m_hint = std::move(hint); }

    /// How wide a column may be, in pixels.
    struct Width
    {
        int least = 0;
        int most = 0; ///< distributed in the order of the columns while space is left
    };
    /// Just as wide as the column's title and that text, with `padding` around them.
    [[nodiscard]] Width widthOf(int column, const QString& widest, int padding) const;
    /// For pictures of that width, in pixels; the title fits, too.
    [[nodiscard]] Width widthOf(int column, int picture) const;
    /// One for each column, in the model's order.
    void setWidths(std::vector<Width> widths);

signals:
    /// The pointer has left the rows.
    void left();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    void fit();

    std::function<QString()> m_hint;
    std::vector<Width> m_widths;
    QAction* m_allColumns; ///< shows also the columns that do not fit
    bool m_fitting = false;
};

/// Fills a panel with a table below its bar and its notice.
void layOutTable(QWidget& panel, QWidget* bar, QWidget* notice, RowTable* table);

} // namespace inverso::ui
