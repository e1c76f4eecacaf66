// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cells/cell_thumbnails.h"

#include <QStyledItemDelegate>

#include <functional>
#include <memory>
#include <optional>

namespace inverso::ui {

class Selection;

/// Paints a row of a table of cells: the drawing in its first column, and behind all columns the hovered
/// cell's mark. The model's CellIndex comes from the function handed in.
class CandidateDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using CellOf = std::function<std::optional<CellIndex>(const QModelIndex& index)>;

    CandidateDelegate(const Selection& selection, std::shared_ptr<GraphLayouter> layouter, CellOf cellOf,
                      QObject* parent = nullptr);

    void setSpace(const SearchSpace* space) { m_thumbnails.setSpace(space); }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// Pixels: what a drawing needs to be told from others.
    static constexpr int drawingWidth = 64;
    static constexpr int rowHeight = 52;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    const Selection& m_selection;
    CellOf m_cellOf;
    mutable CellThumbnails m_thumbnails;
};

} // namespace inverso::ui
