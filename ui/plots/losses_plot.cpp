// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/losses_plot.h"

#include "ui/base/color_map.h"
#include "ui/base/csv_text.h"
#include "ui/base/theme.h"
#include "ui/plots/tickers.h"
#include "ui/state/explorer_state.h"

#include <QToolTip>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace inverso::ui {

namespace {

constexpr std::array termAccents{Accent::Blue,      Accent::Orange, Accent::Green,
                                 Accent::Vermilion, Accent::Purple, Accent::Gold};

// The core's own names are kept in files.
QString title(const QString& term)
{
    if (term == QLatin1String("regression"))
        return LossesPlot::tr("Regression");
    if (term == QLatin1String("latent"))
        return LossesPlot::tr("Latent");
    if (term == QLatin1String("reverse"))
        return LossesPlot::tr("Reverse");
    if (term == QLatin1String("likelihood"))
        return LossesPlot::tr("Likelihood");
    if (term == QLatin1String("validation"))
        return LossesPlot::tr("Validation");
    if (term == QLatin1String("gvae"))
        return LossesPlot::tr("GVAE");
    if (term == QLatin1String("reconstruction"))
        return LossesPlot::tr("Reconstruction");
    if (term == QLatin1String("policy"))
        return LossesPlot::tr("Policy");
    return term;
}

} // namespace

LossesPlot::LossesPlot(ExplorerState& state, Selection& selection, QWidget* parent)
    : PlotWidget(state, selection, parent)
    , m_marks(addGraph(xAxis, yAxis2)) // from bottom to top for any losses
{
    setObjectName(QStringLiteral("lossesPlot"));
    setAccessibleName(tr("Losses"));
    setTitles(tr("Epoch"), tr("Loss"));
    yAxis2->setRange(0.0, 1.0);
    m_marks->setName(tr("Start of a fit"));
    applyScale();
    finishConstruction();
    connect(&state, &ExplorerState::runBegun, this, &LossesPlot::restart);
    connect(&state, &ExplorerState::workspaceChanged, this, &LossesPlot::restart);
    connect(&state, &ExplorerState::runAdvanced, this, &LossesPlot::takeRounds);
    takeRounds();
}

void LossesPlot::restart()
{
    for (const Term& term : m_terms)
        removeGraph(term.graph);
    m_terms.clear();
    m_marks->data()->clear();
    m_fits.clear();
    m_fitRounds.clear();
    m_rounds = 0;
    takeRounds();
}

void LossesPlot::takeRounds()
{
    constexpr double gap = std::numeric_limits<double>::quiet_NaN();
    const std::vector<Round>& rounds = state().run().rounds();
    for (; m_rounds < rounds.size(); ++m_rounds) {
        const std::vector<LossPoint>& losses = rounds[m_rounds].losses;
        for (const LossPoint& loss : losses)
            graphOf(loss.term).addData(loss.epoch, double{loss.value});
        if (losses.empty())
            continue;
        const int first = losses.front().epoch;
        m_fits.push_back(first);
        m_fitRounds.push_back(rounds[m_rounds].number);
        m_marks->addData(first, 0.0);
        m_marks->addData(first, 1.0);
        m_marks->addData(first, gap);
    }
    updateWords();
    refresh();
}

QCPGraph& LossesPlot::graphOf(const std::string& name)
{
    const QString term = QString::fromStdString(name);
    const auto known = std::ranges::find(m_terms, term, &Term::name);
    if (known != m_terms.end())
        return *known->graph;
    m_terms.push_back({term, addGraph()});
    m_terms.back().graph->setName(title(term));
    std::vector<QCPGraph*> order;
    for (const Term& each : m_terms)
        order.push_back(each.graph);
    order.push_back(m_marks);
    orderLegend(order);
    recolor();
    return *m_terms.back().graph;
}

const QCPGraph* LossesPlot::term(const QString& name) const
{
    const auto known = std::ranges::find(m_terms, name, &Term::name);
    return known == m_terms.end() ? nullptr : known->graph;
}

void LossesPlot::recolor()
{
    for (std::size_t i = 0; i < m_terms.size(); ++i) {
        const auto style = i < termAccents.size() ? Qt::SolidLine : Qt::DashLine;
        m_terms[i].graph->setPen(QPen(accentColor(termAccents[i % termAccents.size()], dark()), 1.6, style));
    }
    m_marks->setPen(QPen(mutedColor(palette(), 0.28), 1.0));
}

void LossesPlot::updateWords()
{
    if (m_terms.empty()) {
        setCaption({});
        setHint(state().run().isEmpty() ? tr("Shows every term of the loss per epoch once a search with a model runs.")
                                        : tr("This method fits no model, so there are no losses."));
        return;
    }
    setHint({});
    const RunRecord& run = state().run();
    int hidden = 0;
    for (const Term& term : m_terms)
        hidden += static_cast<int>(
            std::ranges::count_if(*term.graph->data(), [](const QCPGraphData& point) { return point.value <= 0.0; }));
    QString words = tr("%1, %2, seed %3: %n fits", nullptr, static_cast<int>(m_fits.size()))
                        .arg(QString::fromStdString(run.dataset()), QString::fromStdString(run.settings().method))
                        .arg(run.settings().seed);
    if (m_logarithmic && hidden > 0)
        words +=
            QLatin1Char('\n') + tr("%n values of 0 or less cannot be shown on a logarithmic scale", nullptr, hidden);
    setCaption(words);
}

void LossesPlot::setLogarithmic(bool on)
{
    if (on == m_logarithmic)
        return;
    m_logarithmic = on;
    applyScale();
    updateWords();
    resetView();
}

void LossesPlot::applyScale()
{
    yAxis->setScaleType(m_logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    yAxis->setTicker(m_logarithmic ? QSharedPointer<QCPAxisTicker>(new PowerTicker)
                                   : QSharedPointer<QCPAxisTicker>(new QCPAxisTicker));
    yAxis->setNumberFormat(m_logarithmic ? QStringLiteral("eb") : QStringLiteral("gb"));
    yAxis->setNumberPrecision(m_logarithmic ? 0 : 5);
}

void LossesPlot::fitAxes()
{
    double first = std::numeric_limits<double>::infinity();
    double last = -first;
    double low = first;
    double high = -first;
    for (const Term& term : m_terms) {
        for (const QCPGraphData& point : *term.graph->data()) {
            first = std::min(first, point.key);
            last = std::max(last, point.key);
            if (!std::isfinite(point.value) || (m_logarithmic && point.value <= 0.0))
                continue;
            low = std::min(low, point.value);
            high = std::max(high, point.value);
        }
    }
    const double side = std::max(0.5, 0.01 * (last - first));
    xAxis->setRange(first <= last ? QCPRange(first - side, last + side) : QCPRange(0.0, 1.0));
    if (low > high) {
        yAxis->setRange(m_logarithmic ? QCPRange(0.01, 1.0) : QCPRange(0.0, 1.0));
    } else if (m_logarithmic) {
        yAxis->setRange(low / 1.5, high * 1.5);
    } else {
        const double pad = std::max(0.05 * (high - low), 1e-6);
        yAxis->setRange(low - pad, high + pad);
    }
}

QString LossesPlot::wordsAt(double epoch) const
{
    QStringList lines;
    int at = 0;
    for (const Term& term : m_terms) {
        const auto nearest = term.graph->data()->findBegin(epoch + 0.5);
        if (nearest == term.graph->data()->constEnd() || std::abs(nearest->key - epoch) > 1.0)
            continue;
        at = static_cast<int>(nearest->key);
        lines += QStringLiteral("%1 %2").arg(term.graph->name(), locale().toString(nearest->value, 'g', 4));
    }
    if (lines.isEmpty())
        return {};
    const auto fit = std::ranges::upper_bound(m_fits, at) - m_fits.begin() - 1;
    const int round = fit >= 0 ? m_fitRounds[static_cast<std::size_t>(fit)] : 0;
    lines.prepend(tr("epoch %1, fit of round %2").arg(locale().toString(at), locale().toString(round)));
    return lines.join(QLatin1Char('\n'));
}

void LossesPlot::mouseMoveEvent(QMouseEvent* event)
{
    PlotWidget::mouseMoveEvent(event);
    if (event->buttons() != Qt::NoButton || !axisRect()->rect().contains(event->position().toPoint()))
        return;
    const QString words = wordsAt(xAxis->pixelToCoord(event->position().x()));
    if (!words.isEmpty())
        QToolTip::showText(event->globalPosition().toPoint(), words, this);
}

QString LossesPlot::figureCsv() const
{
    const RunRecord& run = state().run();
    QString text =
        csvComment(QStringLiteral("loss terms by epoch"), QString::fromStdString(run.dataset()), run.settings())
        + csvLine({QStringLiteral("round"), QStringLiteral("epoch"), QStringLiteral("term"), QStringLiteral("value")});
    for (const Round& round : run.rounds()) {
        for (const LossPoint& loss : round.losses) {
            text += csvLine({QString::number(round.number), QString::number(loss.epoch),
                             QString::fromStdString(loss.term), csvNumber(double{loss.value})});
        }
    }
    return text;
}

} // namespace inverso::ui
