// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/experiments/report_page.h"

#include "ui/base/wrap_layout.h"
#include "ui/experiments/report_figure.h"
#include "ui/experiments/report_table.h"

#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace inverso::ui {

namespace {

QLabel* label(const QString& text, const QString& name)
{
    auto* result = new QLabel(text);
    result->setObjectName(name);
    result->setWordWrap(true);
    result->setTextFormat(Qt::PlainText);
    result->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return result;
}

QLabel* heading(const ReportSection& section)
{
    auto* result = label(QString::fromStdString(section.title), QStringLiteral("reportHeading"));
    QFont font = result->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * (section.level <= 2 ? 1.35 : section.level == 3 ? 1.2 : 1.0));
    result->setFont(font);
    return result;
}

QString notesOf(const ReportSection& section)
{
    QStringList notes;
    for (const std::string& note : section.notes)
        notes += QString::fromStdString(note);
    return notes.join(QStringLiteral("\n\n"));
}

} // namespace

ReportPage::ReportPage(QWidget* parent)
    : QScrollArea(parent)
    , m_content(new QWidget)
    , m_layout(new QVBoxLayout(m_content))
{
    setObjectName(QStringLiteral("reportPage"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    m_layout->setContentsMargins(16, 12, 16, 16);
    m_layout->setSpacing(8);
    setWidget(m_content);
    m_content->setAutoFillBackground(true);
    m_content->setBackgroundRole(QPalette::Base);
}

void ReportPage::show(std::span<const ReportSection> sections)
{
    if (!isAlike(sections))
        build(sections);
    for (std::size_t i = 0; i < sections.size(); ++i)
        fill(m_shown[i], sections[i]);
}

bool ReportPage::isAlike(std::span<const ReportSection> sections) const
{
    return std::ranges::equal(m_shown, sections, [](const Shown& shown, const ReportSection& section) {
        return shown.section.title == section.title && shown.section.level == section.level
               && (shown.table != nullptr) == section.table.has_value() && shown.figures.size() == section.plots.size();
    });
}

void ReportPage::build(std::span<const ReportSection> sections)
{
    for (const Shown& shown : m_shown)
        delete shown.box;
    m_shown.clear();
    while (QLayoutItem* item = m_layout->takeAt(0))
        delete item;
    for (const ReportSection& section : sections) {
        Shown shown;
        shown.section = {.level = section.level, .title = section.title};
        shown.box = new QWidget;
        auto* layout = new QVBoxLayout(shown.box);
        layout->setContentsMargins(0, section.level == 4 ? 8 : 0, 0, 0);
        layout->addWidget(heading(section));
        layout->addWidget(shown.notes = label({}, QStringLiteral("reportNotes")));
        if (section.table)
            layout->addWidget(shown.table = new ReportTableView(QString::fromStdString(section.title)));
        if (section.plots.size() == 1) {
            layout->addWidget(shown.figures.emplace_back(new ReportFigure));
        } else if (!section.plots.empty()) {
            auto* plots = new QWidget;
            auto* wrap = new WrapLayout(plots);
            for (std::size_t i = 0; i < section.plots.size(); ++i)
                wrap->addWidget(shown.figures.emplace_back(new ReportFigure));
            layout->addWidget(plots);
        }
        m_layout->addWidget(shown.box);
        m_shown.push_back(std::move(shown));
    }
    m_layout->addStretch(1);
    verticalScrollBar()->setValue(0);
}

void ReportPage::fill(Shown& shown, const ReportSection& section)
{
    shown.notes->setText(notesOf(section));
    shown.notes->setVisible(!section.notes.empty());
    if (section.table && shown.section.table != section.table)
        shown.table->setTable(*section.table); // only new numbers clear its selection
    for (std::size_t i = 0; i < section.plots.size(); ++i)
        shown.figures[i]->setPlot(section.plots[i]);
    shown.section = section;
}

} // namespace inverso::ui
