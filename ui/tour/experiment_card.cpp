// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour/experiment_card.h"

#include "ui/base/color_map.h"
#include "ui/base/notice_bar.h"
#include "ui/base/theme.h"
#include "ui/tour/tick_mark.h"

#include <QAccessible>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace inverso::ui {

namespace {

constexpr int markSide = 18;
constexpr int markLeft = 12;

QLabel* wrappingLabel()
{
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

ExperimentCard::ExperimentCard(QWidget* parent)
    : QFrame(parent)
    , m_heading(new QLabel)
    , m_text(wrappingLabel())
    , m_obstacle(wrappingLabel())
    , m_show(new QPushButton(tr("Show me")))
{
    setObjectName(QStringLiteral("experimentCard"));
    m_heading->setTextFormat(Qt::RichText); // bold in the font of the window
    m_heading->setIndent(markSide + 2);
    m_heading->setMinimumHeight(markSide);
    m_text->setTextFormat(Qt::RichText);
    m_text->setObjectName(QStringLiteral("experimentText"));
    m_obstacle->setTextFormat(Qt::PlainText);
    m_obstacle->setObjectName(QStringLiteral("experimentObstacle"));
    m_show->setObjectName(QStringLiteral("showMe"));
    m_show->setToolTip(tr("Let the window do the experiment while you watch"));
    connect(m_show, &QPushButton::clicked, this, &ExperimentCard::showRequested);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(markLeft, 10, 12, 10);
    layout->setSpacing(6);
    layout->addWidget(m_heading);
    layout->addWidget(m_text);
    layout->addWidget(m_obstacle);
    layout->addWidget(m_show, 0, Qt::AlignLeft);
    update();
}

void ExperimentCard::setExperiment(const QString& richText, bool canShow)
{
    m_text->setText(richText);
    m_canShow = canShow;
    m_done = false;
    setVisible(!richText.isEmpty());
    update();
}

void ExperimentCard::setDone(bool done)
{
    if (done == m_done)
        return;
    m_done = done;
    update();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void ExperimentCard::setObstacle(const QString& sentence)
{
    m_obstacle->setText(sentence);
    update();
}

void ExperimentCard::update()
{
    const QString heading = m_done ? tr("Done") : tr("Try this");
    m_heading->setText(QStringLiteral("<b>%1</b>").arg(heading.toHtmlEscaped()));
    setAccessibleName(m_done ? tr("Experiment, done") : tr("Experiment, to do"));
    m_obstacle->setVisible(!m_obstacle->text().isEmpty() && !m_done);
    m_show->setVisible(m_canShow);
    m_show->setEnabled(m_obstacle->text().isEmpty());
    QFrame::update();
}

void ExperimentCard::paintEvent(QPaintEvent*)
{
    const QColor accent = m_done ? accentColor(Accent::Green, isDark(palette())) : palette().color(QPalette::Highlight);
    QPainter painter(this);
    paintCard(painter, rect(), accent, 0.1);
    const QRectF mark(markLeft - 1, m_heading->geometry().center().y() - markSide / 2.0 + 0.5, markSide, markSide);
    paintTick(painter, mark, palette(), m_done);
}

} // namespace inverso::ui
