// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot_widget.h"

namespace inverso::ui {

/// Every term of the model's loss, epoch by epoch over the whole search; a thin line where each round's fit
/// begins.
class LossesPlot : public PlotWidget
{
    Q_OBJECT

public:
    LossesPlot(ExplorerState& state, Selection& selection, QWidget* parent = nullptr);

    [[nodiscard]] bool isLogarithmic() const { return m_logarithmic; }
    /// The graph of a term by its name in the core; null if there is none. For tests.
    [[nodiscard]] const QCPGraph* term(const QString& name) const;
    /// Epochs at which a fit begins.
    [[nodiscard]] const std::vector<int>& fits() const { return m_fits; }
    [[nodiscard]] QString figureName() const override { return QStringLiteral("losses"); }
    [[nodiscard]] QString figureCsv() const override;

public slots:
    /// Values that are not positive are omitted on a logarithmic scale; the caption reports them.
    void setLogarithmic(bool on);

protected:
    void recolor() override;
    void fitAxes() override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    struct Term
    {
        QString name;
        QCPGraph* graph = nullptr;
    };
    void restart();
    void takeRounds();
    QCPGraph& graphOf(const std::string& name);
    void updateWords();
    void applyScale();
    [[nodiscard]] QString wordsAt(double epoch) const;

    std::vector<Term> m_terms; ///< in order of arrival
    QCPGraph* m_marks;
    std::vector<int> m_fits;
    std::vector<int> m_fitRounds; ///< the round of each fit
    std::size_t m_rounds = 0;     ///< already added
    bool m_logarithmic = true;
};

} // namespace inverso::ui
