// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/row_table.h"

namespace inverso::ui {

class ExplorerState;
class Selection;

/// The rounds as a table that follows the newest; choosing a row selects the best cell queried in that round.
class RoundLog : public RowTable
{
    Q_OBJECT

public:
    RoundLog(ExplorerState& state, Selection& selection, QWidget* parent = nullptr);

private:
    void selectBestOf(int row);

    ExplorerState& m_state;
    Selection& m_selection;
};

} // namespace inverso::ui
