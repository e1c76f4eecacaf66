// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

#include <vector>

class QAction;

namespace inverso::ui {

/// A row of controls that wraps into more lines if the pane is narrow. Expanding items take the rest of their line.
class WrapLayout : public QLayout
{
    Q_OBJECT

public:
    explicit WrapLayout(QWidget* parent = nullptr);
    ~WrapLayout() override;

    /// Adds a label that stays beside its field and becomes its buddy.
    void addField(const QString& label, QWidget* field);
    void insertWidget(int index, QWidget* widget);
    /// A flat button for the action.
    void addButton(QAction* action, const QString& objectName);
    /// A stretch that pushes the following items to the end of the line.
    void addStretch();

    void addItem(QLayoutItem* item) override;
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize minimumSize() const override;
    [[nodiscard]] QSize sizeHint() const override;
    void setGeometry(const QRect& rect) override;

private:
    struct Line;
    [[nodiscard]] std::vector<Line> lines(int width) const;
    int arrange(const QRect& rect, bool really) const;

    std::vector<QLayoutItem*> m_items;
};

} // namespace inverso::ui
