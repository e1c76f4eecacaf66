// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/phase_card.h"

#include "ui/state/explorer_state.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

#include <algorithm>

namespace inverso::ui {

namespace {

constexpr int edge = 6;         // pixels from the edge of the widget below
constexpr int cornerWidth = 40; // of a button in its right corner

QString percent(double value)
{
    return QLocale().toString(value, 'f', 2) + QStringLiteral("\u00a0%");
}

} // namespace

PhaseCard::PhaseCard(ExplorerState& state, QWidget& under)
    : QFrame(&under)
    , m_state(state)
    , m_title(new QLabel)
    , m_text(new QLabel)
{
    setObjectName(QStringLiteral("phaseCard"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    under.installEventFilter(this);
    setAccessibleName(tr("Result of the last phase"));
    m_title->setObjectName(QStringLiteral("phaseTitle"));
    m_text->setObjectName(QStringLiteral("phaseText"));
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(10);
    row->addWidget(m_title, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    connect(&m_state, &ExplorerState::steppedPhaseChanged, this, &PhaseCard::showPhase);
    showPhase();
}

QString PhaseCard::title(PhaseKind kind)
{
    switch (kind) {
    case PhaseKind::Label:
        return tr("Label");
    case PhaseKind::Fit:
        return tr("Fit");
    case PhaseKind::Generate:
        return tr("Generate");
    case PhaseKind::Decode:
        return tr("Decode");
    case PhaseKind::Predict:
        return tr("Predict");
    case PhaseKind::Select:
        return tr("Select");
    case PhaseKind::Query:
        return tr("Query");
    case PhaseKind::Retrain:
        return tr("Retrain");
    }
    return {};
}

QString PhaseCard::generated(const Phase& phase)
{
    const int cells = static_cast<int>(phase.cells.size());
    switch (phase.origin) {
    case Origin::Inversion:
        return tr("The network ran backwards: it turned target accuracies into %n latent codes.", nullptr,
                  phase.decodes.total);
    case Origin::Noise:
        return tr("%n latent codes were drawn at random; the generator has learned to turn them into good cells.",
                  nullptr, phase.decodes.total);
    case Origin::Gradient:
        return tr("The latent codes of the best cells, with some noise, were moved towards a higher predicted "
                  "accuracy: %n tries.",
                  nullptr, phase.decodes.total);
    case Origin::Mutation:
        return tr("Random changes of the best cells gave %n new cells.", nullptr, cells);
    case Origin::Policy:
        return tr("A policy walked through the embeddings; the %n cells nearest to its targets were chosen.", nullptr,
                  cells);
    case Origin::Random:
        return tr("%n cells without a label were drawn at random: nothing was inverted.", nullptr, cells);
    case Origin::WholeSpace:
        return tr("All %n cells without a label are compared: none was generated.", nullptr, cells);
    }
    return {};
}

QString PhaseCard::fitted(const Phase& phase)
{
    if (phase.origin == Origin::Inversion)
        return tr("The invertible network learned from %n labels to map latent codes to accuracies, and back.", nullptr,
                  phase.labels);
    if (phase.origin == Origin::Policy)
        return tr(
            "Embeddings of all cells were learned without labels; the policy starts at the last of the %n labels.",
            nullptr, phase.labels);
    return tr("The networks learned from %n labels to predict the accuracy of a cell.", nullptr, phase.labels);
}

QString PhaseCard::sentence(const Phase& phase)
{
    const int cells = static_cast<int>(phase.cells.size());
    switch (phase.kind) {
    case PhaseKind::Label:
        return tr("%n random cells were queried. The search has no other labels yet. Best: %1.", nullptr, cells)
            .arg(percent(phase.best));
    case PhaseKind::Fit:
        return fitted(phase);
    case PhaseKind::Generate:
        return generated(phase);
    case PhaseKind::Decode:
        return tr("The decoder turned %n latent codes into cells: %1 new, %2 known or duplicate, %3 invalid.", nullptr,
                  phase.decodes.total)
                   .arg(cells)
                   .arg(phase.decodes.duplicates)
                   .arg(phase.decodes.invalid)
               + (phase.decodes.lacking > 0
                      ? QChar(u' ')
                            + tr("%n of them are missing from the benchmark; its nearest cells are used instead.",
                                 nullptr, phase.decodes.lacking)
                      : QString());
    case PhaseKind::Predict:
        if (phase.origin == Origin::Policy)
            return tr("No model predicts the accuracies of the %n cells: they stay in the order of the walk.", nullptr,
                      cells);
        return tr("The network ran forwards: it predicted the accuracy of %n cells. Highest: %1.", nullptr, cells)
            .arg(percent(phase.best));
    case PhaseKind::Select:
        return tr("The %n most promising cells were chosen.", nullptr, cells);
    case PhaseKind::Query:
        return tr("The true accuracies of %n cells were queried, each at the cost of one query of the budget. Best: "
                  "%1.",
                  nullptr, cells)
            .arg(percent(phase.best));
    case PhaseKind::Retrain:
        if (phase.origin == Origin::Policy)
            return tr("The policy learned from the accuracies found on its walk. The round is over.");
        return tr("The network was trained again on %n labels. The round is over.", nullptr, phase.labels);
    }
    return {};
}

void PhaseCard::showPhase()
{
    const PhasePtr& phase = m_state.steppedPhase();
    setVisible(phase != nullptr);
    if (!phase)
        return;
    m_title->setText(tr("Round %1 · %2").arg(phase->round).arg(title(phase->kind)));
    m_text->setText(sentence(*phase));
    place();
}

// As wide as possible, as high as the text needs.
void PhaseCard::place()
{
    const int widest = std::max(0, parentWidget()->width() - edge - cornerWidth);
    setMaximumWidth(widest);
    const int words = m_title->sizeHint().width() + fontMetrics().horizontalAdvance(m_text->text());
    const int width = std::min(widest, words + 50);
    setGeometry(edge, edge, width, heightForWidth(width));
    raise();
}

bool PhaseCard::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void PhaseCard::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange && !isHidden())
        showPhase();
}

} // namespace inverso::ui
