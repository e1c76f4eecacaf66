// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cells/cell_thumbnails.h"
#include "ui/panels/generated_model.h"

#include <QListView>
#include <QStyledItemDelegate>

namespace inverso::ui {

class Selection;

/// Paints a generated cell: its drawing without names, predicted and true accuracy under it.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    CellDelegate(std::shared_ptr<GraphLayouter> layouter, QObject* parent);

    void setSpace(const SearchSpace* space) { m_thumbnails.setSpace(space); }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// Where the drawing goes inside an item.
    [[nodiscard]] static QRectF drawingArea(const QRectF& item, const QFontMetrics& metrics);

private:
    mutable CellThumbnails m_thumbnails;
};

/// The generated cells as thumbnails; the current one is the shared selection.
class CellGallery : public QListView
{
    Q_OBJECT

public:
    CellGallery(Selection& selection, std::shared_ptr<GraphLayouter> layouter, QWidget* parent = nullptr);

    void setCells(const GeneratedCells& cells, const SearchSpace& space, const Table::Dataset* dataset);
    void clear() { m_model->clear(); }
    [[nodiscard]] const GeneratedModel& generated() const { return *m_model; }
    [[nodiscard]] QSize sizeHint() const override { return {300, 180}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void markSelected(std::optional<CellIndex> cell);

    Selection& m_selection;
    GeneratedModel* m_model;
    CellDelegate* m_delegate;
};

} // namespace inverso::ui
