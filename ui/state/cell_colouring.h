// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace inverso::ui {

class ExplorerState;

/// The meaning of a cell's colour on the map.
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

    /// Whether the colours depend on the model.
    [[nodiscard]] bool followsModel() const { return kind == Kind::PredictedAccuracy || kind == Kind::PredictionError; }
    bool operator==(const CellColouring&) const = default;
};

/// The values of a colouring, and the texts for its legend.
struct CellValues
{
    QString title;             ///< with the unit
    std::vector<float> values; ///< by CellIndex; NaN: unknown; empty: not available (yet)
    double low = 0.0;          ///< ends of the colour scale: the 2nd and the 98th percentile, so that a
    double high = 1.0;         ///< few outliers do not leave one colour for all others
    int decimals = 1;

    /// The position on the scale, 0…1.
    [[nodiscard]] double at(float value) const { return (double{value} - low) / (high - low); }
};

/// The colourings of the open table, in the order of a menu.
std::vector<CellColouring> availableColourings(const ExplorerState& state);
/// For a menu: "True accuracy".
QString colouringName(const ExplorerState& state, const CellColouring& colouring);
CellValues cellValues(const ExplorerState& state, const CellColouring& colouring);

} // namespace inverso::ui
