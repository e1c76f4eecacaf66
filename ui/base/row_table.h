// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

#include <functional>
#include <utility>
#include <vector>

namespace inverso::ui {

/// A table whose rows are chosen whole, with a sentence in its place while it has nothing to show. Its columns are in
/// the order of their importance: where there is no room for all, the last are left out, until all are asked for.
class RowTable : public QTableView
{
    Q_OBJECT

public:
    explicit RowTable(QWidget* parent = nullptr);

    /// Asked at every paint; an empty answer shows the rows.
    void setHint(std::function<QString()> hint) { m_hint = std::move(hint); }

    /// How wide a column may be, in pixels.
    struct Width
    {
        int least = 0;
        int most = 0; ///< given in the order of the columns while there is room
    };
    /// Just as wide as the column's title and that text, with `padding` around them.
    [[nodiscard]] Width widthOf(int column, const QString& widest, int padding) const;
    /// For pictures of that width, in pixels; the title has room, too.
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
    QAction* m_allColumns; ///< shows also the columns that have no room
    bool m_fitting = false;
};

/// Fills a panel with a table below its bar and its notice.
void layOutTable(QWidget& panel, QWidget* bar, QWidget* notice, RowTable* table);

} // namespace inverso::ui
