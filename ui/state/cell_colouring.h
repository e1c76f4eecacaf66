// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace inverso::ui {

class ExplorerState;

/// What the colour of a cell on the map says.
struct CellColouring
{
    enum class Kind {
        Rounds,            ///< no value: cells grey, candidates by their round
        TrueAccuracy,      ///< validation, percent
        PredictedAccuracy, ///< percent
        PredictionError,   ///< |predicted − true|, points
        Attribute          ///< a numeric column of the table
    };
    Kind kind = Kind::Rounds;
    std::size_t attribute = 0; ///< of Kind::Attribute: its number in Table::attributes()

    /// Whether another look at the model gives other colours.
    [[nodiscard]] bool followsModel() const { return kind == Kind::PredictedAccuracy || kind == Kind::PredictionError; }
    bool operator==(const CellColouring&) const = default;
};

/// The values that a colouring gives, and what a legend says of them.
struct CellValues
{
    QString title;             ///< with the unit
    std::vector<float> values; ///< by CellIndex; NaN: not known; empty: there are none (yet)
    double low = 0.0;          ///< ends of the colour scale: the 2nd and the 98th percentile, so that a
    double high = 1.0;         ///< few outliers do not leave one colour for all others
    int decimals = 1;

    /// 0…1 on the scale.
    [[nodiscard]] double at(float value) const { return (double{value} - low) / (high - low); }
};

/// The colourings of the open table, in the order of a menu.
std::vector<CellColouring> availableColourings(const ExplorerState& state);
/// For a menu: "True accuracy".
QString colouringName(const ExplorerState& state, const CellColouring& colouring);
CellValues cellValues(const ExplorerState& state, const CellColouring& colouring);

} // namespace inverso::ui
