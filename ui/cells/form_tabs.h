// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/search_space.h"

#include <QTabBar>

namespace inverso::ui {

/// Tabs for the forms of drawing that a space has.
class FormTabs : public QTabBar
{
    Q_OBJECT

public:
    explicit FormTabs(QWidget* parent = nullptr);

    /// Keeps the chosen form if the new space has it, too.
    void setSpace(const SearchSpace* space);
    [[nodiscard]] CellForm form() const;

signals:
    void formChanged(inverso::CellForm form);
};

} // namespace inverso::ui
