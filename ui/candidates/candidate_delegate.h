// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cells/cell_thumbnails.h"

#include <QStyledItemDelegate>

#include <functional>
#include <memory>
#include <optional>

namespace inverso::ui {

class Selection;

/// Paints a row of a table of cells: the drawing in its first column, and the mark of the hovered cell behind all
/// columns. The given function returns the CellIndex of a row.
class CandidateDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using CellOf = std::function<std::optional<CellIndex>(const QModelIndex& index)>;

    CandidateDelegate(const Selection& selection, std::shared_ptr<GraphLayouter> layouter, CellOf cellOf,
                      QObject* parent = nullptr);

    void setSpace(const SearchSpace* space) { m_thumbnails.setSpace(space); }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// In pixels: large enough to distinguish drawings.
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
