// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/search_space.h"

#include <QWidget>

namespace inverso::ui {

/// The operations of a space with their colours, in a row that wraps: for thumbnails without names.
class OperationLegend : public QWidget
{
    Q_OBJECT

public:
    explicit OperationLegend(QWidget* parent = nullptr);

    void setSpace(const SearchSpace* space);
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    /// The rectangle of that label's colour; empty if the space does not have the label.
    [[nodiscard]] QRectF swatch(std::string_view label) const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Entry
    {
        std::string_view label;
        QRectF swatch;
        QRectF text;
    };
    [[nodiscard]] std::vector<Entry> entries(int width) const;

    const SearchSpace* m_space = nullptr;
};

} // namespace inverso::ui
