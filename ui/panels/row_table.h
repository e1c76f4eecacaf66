// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

#include <functional>
#include <utility>

namespace inverso::ui {

/// A table whose rows are chosen whole, with a sentence in its place while it has nothing to show.
class RowTable : public QTableView
{
    Q_OBJECT

public:
    explicit RowTable(QWidget* parent = nullptr);

    /// Asked at every paint; an empty answer shows the rows.
    void setHint(std::function<QString()> hint) { m_hint = std::move(hint); }

signals:
    /// The pointer has left the rows.
    void left();

protected:
    void paintEvent(QPaintEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    std::function<QString()> m_hint;
};

} // namespace inverso::ui
