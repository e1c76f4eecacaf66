// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/experiments/experiments_window.h"

#include "ui/base/notice_bar.h"
#include "ui/base/save_file.h"
#include "ui/experiments/experiment_controls.h"
#include "ui/experiments/report_view.h"
#include "ui/worker/experiment_runner.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace inverso::ui {

ExperimentsWindow::ExperimentsWindow(ExperimentRunner& runner, QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_runner(runner)
    , m_controls(new ExperimentControls(runner))
    , m_notice(new NoticeBar)
    , m_stack(new QStackedWidget)
    , m_empty(new QLabel(
          tr("No results yet.\n\nChoose an experiment and run it: searches and evaluations with several seeds, beside "
             "the results printed in the thesis. Each result is saved in the folder, so that you can stop at any time "
             "and continue later. Results of inverso-cli reproduce can be opened, too.")))
    , m_view(new ReportView)
    , m_save(createSaveButton())
{
    setObjectName(QStringLiteral("experimentsWindow"));
    setWindowTitle(tr("Experiments – Inverso"));
    m_empty->setObjectName(QStringLiteral("noResults"));
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setMargin(60);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_view);
    m_controls->addButton(m_save);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_controls);
    layout->addWidget(m_notice);
    layout->addWidget(m_stack, 1);
    connect(new QShortcut(QKeySequence::Close, this), &QShortcut::activated, this, &QWidget::close);
    connect(new QShortcut(QKeySequence::HelpContents, this), &QShortcut::activated, this,
            &ExperimentsWindow::manualRequested);
    connect(m_controls, &ExperimentControls::reported, m_notice, &NoticeBar::setSentence);
    connect(&m_runner, &ExperimentRunner::failed, m_notice, &NoticeBar::setSentence);
    connect(&m_runner, &ExperimentRunner::reported, this, &ExperimentsWindow::showReport);
    resize(1180, 780);
    showReport();
}

QToolButton* ExperimentsWindow::createSaveButton()
{
    auto* button = new QToolButton;
    button->setObjectName(QStringLiteral("saveReport"));
    button->setText(tr("&Save the report"));
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::StrongFocus);
    auto* menu = new QMenu(button);
    const auto add = [&](const QString& text, const QString& suffix, const QString& filter) {
        connect(menu->addAction(text), &QAction::triggered, this, [=, this] { choosePath(suffix, filter); });
    };
    add(tr("As a &page with plots…"), QStringLiteral("html"), tr("Pages (*.html)"));
    add(tr("As a &table of all numbers…"), QStringLiteral("csv"), tr("Tables (*.csv)"));
    add(tr("As &Markdown…"), QStringLiteral("md"), tr("Markdown (*.md)"));
    button->setMenu(menu);
    return button;
}

void ExperimentsWindow::choosePath(const QString& suffix, const QString& filter)
{
    auto* dialog = new QFileDialog(this, tr("Save the report"), QStringLiteral("report.") + suffix, filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& path) { m_notice->setSentence(save(path)); });
    dialog->open();
}

QString ExperimentsWindow::save(const QString& path) const
{
    const ReportPtr report = m_runner.report();
    if (!report)
        return tr("There is no report yet: run an experiment or open a folder of results first.");
    const QString suffix = QFileInfo(path).suffix().toLower();
    const std::string text = suffix == QLatin1String("csv")  ? toCsv(*report)
                             : suffix == QLatin1String("md") ? toMarkdown(*report)
                                                             : toHtml(*report);
    return saveOrExplain(path, QByteArray::fromStdString(text));
}

void ExperimentsWindow::showReport()
{
    const ReportPtr report = m_runner.report();
    if (report)
        m_view->setReport(report);
    m_stack->setCurrentWidget(report ? static_cast<QWidget*>(m_view) : m_empty);
    m_save->setEnabled(report != nullptr);
}

} // namespace inverso::ui
