// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cells/cell_thumbnails.h"
#include "ui/inversion/generated_model.h"

#include <QListView>
#include <QStyledItemDelegate>

namespace inverso::ui {

class CellTrainings;
class Selection;

/// Paints a generated cell: its drawing without names, predicted and true accuracy under it, and a mark if the true one
/// is missing from the table.
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
    static void paintMark(QPainter& painter, const QRectF& drawing, const QStyleOptionViewItem& option,
                          Knowledge knowledge);

    mutable CellThumbnails m_thumbnails;
};

/// The generated cells as thumbnails; the current one is the shared selection. Selected cells that are missing from the
/// table can be trained.
class CellGallery : public QListView
{
    Q_OBJECT

public:
    CellGallery(const CellTrainings& trainings, Selection& selection, std::shared_ptr<GraphLayouter> layouter,
                QWidget* parent = nullptr);

    void setCells(const GeneratedCells& cells, const SearchSpace& space, const Table::Dataset* dataset);
    void clear() { m_model->clear(); }
    [[nodiscard]] const GeneratedModel& generated() const { return *m_model; }
    /// Trains the selected cells without a label; its text contains their number.
    [[nodiscard]] QAction& trainAction() const { return *m_train; }
    [[nodiscard]] QSize sizeHint() const override { return {300, 180}; }

signals:
    void trainRequested(const std::vector<inverso::CellIndex>& cells);
    void cancelRequested(const std::vector<inverso::CellIndex>& cells);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void addActions();
    void updateActions();
    /// The selected cells with that state of knowledge.
    [[nodiscard]] std::vector<CellIndex> selected(std::initializer_list<Knowledge> wanted) const;
    void markSelected(std::optional<CellIndex> cell);

    Selection& m_selection;
    GeneratedModel* m_model;
    CellDelegate* m_delegate;
    QAction* m_train;
    QAction* m_cancel;
};

} // namespace inverso::ui
