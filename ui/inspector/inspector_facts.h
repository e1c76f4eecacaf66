// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/search_space.h"

#include <QLabel>

#include <optional>

namespace inverso::ui {

class ExplorerState;

/// The properties of a cell, in two small tables: true accuracies of every data set and training; prediction, query,
/// attributes, function class.
class InspectorFacts : public QLabel
{
    Q_OBJECT

public:
    explicit InspectorFacts(const ExplorerState& state, QWidget* parent = nullptr);

    /// Updates the tables; empty without a cell.
    void show(std::optional<CellIndex> cell);
    /// As shown.
    [[nodiscard]] QString plainText() const;

private:
    [[nodiscard]] QString accuraciesHtml(CellIndex cell) const;
    [[nodiscard]] QString otherHtml(CellIndex cell) const;

    const ExplorerState& m_state;
};

/// "0.842 ± 0.1 points"-like text of the prediction; none without a model.
std::optional<QString> predictionText(const ExplorerState& state, CellIndex cell);

} // namespace inverso::ui
