// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/inspector_facts.h"

#include "ui/inspector/cell_attributes.h"
#include "ui/state/cell_facts.h"
#include "ui/state/cell_trainings.h"
#include "ui/state/explorer_state.h"

#include <QLocale>
#include <QTextDocumentFragment>

#include <cmath>

namespace inverso::ui {

namespace {

QString row(const QString& name, const QString& value)
{
    return QStringLiteral("<tr><td style='padding-right:14px'>%1</td><td>%2</td></tr>")
        .arg(name.toHtmlEscaped(), value.toHtmlEscaped());
}

QString accuracyRow(const QString& html, double valid, double test)
{
    return QStringLiteral("<tr><td style='padding-right:14px'>%1</td><td align='right' "
                          "style='padding-right:14px'>%2</td><td align='right'>%3</td></tr>")
        .arg(html, percentText(valid), percentText(test));
}

} // namespace

std::optional<QString> predictionText(const ExplorerState& state, CellIndex cell)
{
    const auto prediction = state.snapshot() ? state.snapshot()->prediction(cell) : std::nullopt;
    if (!prediction)
        return std::nullopt;
    const QString value = percentText(double{prediction->mean});
    if (prediction->deviation <= 0.0F)
        return value;
    return InspectorFacts::tr("%1 ± %2 points").arg(value, QLocale().toString(double{prediction->deviation}, 'f', 2));
}

InspectorFacts::InspectorFacts(const ExplorerState& state, QWidget* parent)
    : QLabel(parent)
    , m_state(state)
{
    setTextFormat(Qt::RichText);
    setWordWrap(true); // a data set may have a long name, and the pane be narrow
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAlignment(Qt::AlignTop | Qt::AlignLeft);
    setAccessibleName(tr("Accuracies and facts of the selected cell"));
    hide();
}

QString InspectorFacts::plainText() const
{
    return QTextDocumentFragment::fromHtml(text()).toPlainText();
}

void InspectorFacts::show(std::optional<CellIndex> cell)
{
    setVisible(cell.has_value());
    const QString html = cell ? accuraciesHtml(*cell) + otherHtml(*cell) : QString();
    if (html != text())
        setText(html);
}

QString InspectorFacts::accuraciesHtml(CellIndex cell) const
{
    QString html =
        QStringLiteral("<table cellspacing='0' cellpadding='1'><tr><th align='left' style='padding-right:14px'>"
                       "%1</th><th align='right' style='padding-right:14px'>%2</th><th align='right'>%3</th></tr>")
            .arg(tr("True accuracy"), tr("validation"), tr("test"));
    for (const Table::Dataset& dataset : m_state.table()->datasets()) {
        QString name = QString::fromStdString(dataset.name).toHtmlEscaped();
        if (&dataset == m_state.dataset())
            name = QStringLiteral("<b>%1</b>").arg(name);
        html += accuracyRow(name, double{dataset.valid[cell]}, double{dataset.test[cell]});
    }
    const bool live = m_state.workspace()->live != nullptr;
    for (const StoredTraining& result : m_state.trainings().results(cell)) {
        const Table::Dataset* dataset = m_state.dataset();
        if (live && dataset != nullptr && dataset->name == result.images && !std::isnan(dataset->valid[cell]))
            continue; // the table already shows it
        const QString images = imagesTitle(QString::fromStdString(result.images));
        html += accuracyRow(QStringLiteral("<i>%1<br>%2</i>").arg(tr("trained here:"), images.toHtmlEscaped()),
                            result.record.valid, result.record.test);
    }
    return html + QStringLiteral("</table>");
}

QString InspectorFacts::otherHtml(CellIndex cell) const
{
    QString html = QStringLiteral("<table cellspacing='0' cellpadding='1' style='margin-top:6px'>");
    if (const auto prediction = predictionText(m_state, cell))
        html += row(tr("Predicted for %1").arg(QString::fromStdString(m_state.run().dataset())), *prediction);
    if (const Query* query = m_state.run().query(cell)) {
        html += row(tr("Query no."), query->round == 0 ? tr("%1 (initial label)").arg(query->number)
                                                       : tr("%1 (round %2)").arg(query->number).arg(query->round));
    }
    for (const NamedValue& attribute : attributesOf(m_state, cell))
        html += row(attribute.name, attribute.text);
    const SearchSpace& space = *m_state.space();
    html += row(tr("Function class"), QLocale().toString(space.functionalClass(cell)));
    if (space.diagram(cell, CellForm::Simplified).edges.empty())
        html += row(tr("Function"), tr("constant: no path from input to output"));
    return html + QStringLiteral("</table>");
}

} // namespace inverso::ui
