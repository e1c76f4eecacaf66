// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace inverso::ui {

/// The columns of the candidates before those of the table's attributes, with their names on the screen and in files.
struct CandidateColumns
{
    /// The most important first.
    enum Column {
        DrawingColumn,
        CellColumn,
        PredictedColumn, ///< by the current model, or by the model that proposed the cell
        ValidColumn,
        TestColumn,
        ErrorColumn, ///< predicted − true validation
        RoleColumn,
        RoundColumn,
        QueryColumn,
        TargetColumn,
        DeviationColumn,
        FirstAttributeColumn ///< one column per attribute of the table follows
    };

    /// For the header; empty for attributes.
    static QString title(int column);
    /// For the header's tooltip; empty if the title is sufficient.
    static QString explanation(int column);
    /// For a file: "predicted_percent". The same in every language; not for attributes.
    static QString csvName(int column);
};

} // namespace inverso::ui
