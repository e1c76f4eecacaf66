// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/inspector_panel.h"

#include "ui/cells/cell_view.h"
#include "ui/state/cell_facts.h"
#include "ui/state/explorer_state.h"
#include "ui/state/icons.h"
#include "ui/state/selection.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QTextDocumentFragment>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace inverso::ui {

namespace {

QString row(const QString& name, const QString& value)
{
    return QStringLiteral("<tr><td style='padding-right:14px'>%1</td><td>%2</td></tr>")
        .arg(name.toHtmlEscaped(), value.toHtmlEscaped());
}

} // namespace

InspectorPanel::InspectorPanel(ExplorerState& state, Selection& selection, std::shared_ptr<GraphLayouter> layouter,
                               QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_selection(selection)
    , m_view(new CellView(std::move(layouter), this))
    , m_text(new QLineEdit(this))
    , m_copy(new QToolButton(this))
    , m_facts(new QLabel(this))
{
    setObjectName(QStringLiteral("inspector"));
    m_text->setReadOnly(true);
    m_text->setAccessibleName(tr("Cell as text"));
    m_text->setPlaceholderText(tr("no cell selected"));
    m_copy->setIcon(themedIcon(QStringLiteral("copy"), palette()));
    m_copy->setToolTip(tr("Copy the cell as text"));
    m_copy->setAccessibleName(tr("Copy the cell as text"));
    m_copy->setFocusPolicy(Qt::StrongFocus);
    connect(m_copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_text->text()); });
    m_facts->setTextFormat(Qt::RichText);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_facts->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_facts->setAccessibleName(tr("Accuracies and facts of the selected cell"));

    auto* line = new QHBoxLayout;
    line->addWidget(m_text, 1);
    line->addWidget(m_copy);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_view, 1);
    layout->addLayout(line);
    layout->addWidget(m_facts);

    connect(&m_selection, &Selection::cellChanged, this, &InspectorPanel::showCell);
    connect(&m_state, &ExplorerState::workspaceChanged, this, &InspectorPanel::showCell);
    connect(&m_state, &ExplorerState::runBegun, this, &InspectorPanel::showFacts);
    connect(&m_state, &ExplorerState::runAdvanced, this, &InspectorPanel::showFacts);
    connect(&m_state, &ExplorerState::snapshotChanged, this, &InspectorPanel::showFacts);
    connect(&m_state, &ExplorerState::datasetChanged, this, &InspectorPanel::showFacts);
    showCell();
}

QString InspectorPanel::factsText() const
{
    return QTextDocumentFragment::fromHtml(m_facts->text()).toPlainText();
}

void InspectorPanel::showCell()
{
    const auto cell = m_selection.cell();
    const SearchSpace* space = m_state.space();
    const bool any = cell && space != nullptr && *cell < space->size();
    m_copy->setEnabled(any);
    if (any) {
        m_view->setCell(*space, *cell);
        m_text->setText(QString::fromStdString(space->text(*cell)));
        m_text->setCursorPosition(0);
        m_text->setToolTip(m_text->text());
    } else {
        m_view->clear(tr("Click a point in the map or in a plot to see its cell."));
        m_text->clear();
        m_text->setToolTip({});
    }
    showFacts();
}

void InspectorPanel::showFacts()
{
    const auto cell = m_selection.cell();
    if (!cell || m_state.space() == nullptr || *cell >= m_state.space()->size()) {
        m_facts->clear();
        return;
    }
    const QString html = accuraciesHtml(*cell) + otherFactsHtml(*cell);
    if (html != m_facts->text())
        m_facts->setText(html);
}

QString InspectorPanel::accuraciesHtml(CellIndex cell) const
{
    QString html =
        QStringLiteral("<table cellspacing='0' cellpadding='1'><tr><th align='left' style='padding-right:14px'>"
                       "%1</th><th align='right' style='padding-right:14px'>%2</th><th align='right'>%3</th></tr>")
            .arg(tr("True accuracy"), tr("validation"), tr("test"));
    for (const Table::Dataset& dataset : m_state.table()->datasets()) {
        QString name = QString::fromStdString(dataset.name).toHtmlEscaped();
        if (&dataset == m_state.dataset())
            name = QStringLiteral("<b>%1</b>").arg(name);
        html += QStringLiteral("<tr><td style='padding-right:14px'>%1</td><td align='right' "
                               "style='padding-right:14px'>%2</td><td align='right'>%3</td></tr>")
                    .arg(name, percentText(double{dataset.valid[cell]}), percentText(double{dataset.test[cell]}));
    }
    return html + QStringLiteral("</table>");
}

QString InspectorPanel::otherFactsHtml(CellIndex cell) const
{
    QString html = QStringLiteral("<table cellspacing='0' cellpadding='1' style='margin-top:6px'>");
    if (m_state.snapshot() && cell < m_state.snapshot()->predictions.size()) {
        const Prediction& prediction = m_state.snapshot()->predictions[cell];
        QString value = percentText(double{prediction.mean});
        if (prediction.deviation > 0.0F)
            value = tr("%1 ± %2 points").arg(value, QLocale().toString(double{prediction.deviation}, 'f', 2));
        html += row(tr("Predicted for %1").arg(QString::fromStdString(m_state.run().dataset())), value);
    }
    if (const Query* query = m_state.run().query(cell)) {
        html += row(tr("Asked as query"), query->round == 0 ? tr("%1 (initial label)").arg(query->number)
                                                            : tr("%1 (round %2)").arg(query->number).arg(query->round));
    }
    for (const Table::Attribute& attribute : m_state.table()->attributes()) {
        const double value = double{attribute.values[cell]};
        html += row(QString::fromStdString(attribute.name),
                    std::isnan(value) ? QStringLiteral("–") : QLocale().toString(value, 'g', 6));
    }
    html += row(tr("Function class"), QLocale().toString(m_state.space()->functionalClass(cell)));
    return html + QStringLiteral("</table>");
}

void InspectorPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        m_copy->setIcon(themedIcon(QStringLiteral("copy"), palette()));
    QWidget::changeEvent(event);
}

} // namespace inverso::ui
