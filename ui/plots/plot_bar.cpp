// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_bar.h"

#include "ui/base/csv_text.h"
#include "ui/base/wrap_layout.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

#include <utility>

namespace inverso::ui {

namespace {

QToolButton* button(const QString& name, const QString& title, const QString& help)
{
    auto* result = new QToolButton;
    result->setObjectName(name);
    result->setText(title);
    result->setToolTip(help);
    result->setAccessibleName(help);
    result->setAutoRaise(true);
    result->setFocusPolicy(Qt::StrongFocus);
    return result;
}

} // namespace

PlotBar::PlotBar(Data shown, QWidget* parent)
    : QWidget(parent)
    , m_shown(std::move(shown))
    , m_layout(new WrapLayout(this))
    , m_problem(new QLabel)
    , m_copy(button(QStringLiteral("copyData"), tr("Copy data"), tr("Copy the shown data as CSV")))
    , m_export(button(QStringLiteral("exportData"), tr("Export data…"), tr("Save the shown data as CSV")))
{
    m_problem->setObjectName(QStringLiteral("plotProblem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_layout->setContentsMargins(8, 2, 8, 0);
    m_layout->addWidget(m_problem);
    m_layout->addStretch();
    m_layout->addWidget(m_copy);
    m_layout->addWidget(m_export);
    connect(m_copy, &QToolButton::clicked, this, &PlotBar::copy);
    connect(m_export, &QToolButton::clicked, this, &PlotBar::chooseExport);
}

QCheckBox* PlotBar::addToggle(const QString& name, const QString& title, const QString& help, bool on)
{
    auto* box = new QCheckBox(title);
    box->setObjectName(name);
    box->setToolTip(help);
    box->setChecked(on);
    addInFront(*box);
    return box;
}

QMenu* PlotBar::addMenu(const QString& name, const QString& title, const QString& help)
{
    QToolButton* opener = button(name, title, help);
    opener->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(opener);
    opener->setMenu(menu);
    addInFront(*opener);
    return menu;
}

void PlotBar::addInFront(QWidget& control)
{
    const int end = m_layout->indexOf(m_problem);
    m_layout->insertWidget(end, &control);
    if (end > 0)
        setTabOrder(m_layout->itemAt(end - 1)->widget(), &control);
    setTabOrder(&control, m_copy);
    setTabOrder(m_copy, m_export);
}

void PlotBar::setHasData(bool hasData)
{
    m_copy->setEnabled(hasData);
    m_export->setEnabled(hasData);
}

void PlotBar::copy()
{
    QGuiApplication::clipboard()->setText(m_shown.csv());
}

void PlotBar::chooseExport()
{
    auto* dialog = new QFileDialog(this, tr("Export data"), m_shown.fileName, tr("Tables (*.csv);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::fileSelected, this, &PlotBar::exportTo);
    dialog->open();
}

void PlotBar::exportTo(const QString& path)
{
    m_problem->setText(saveText(path, m_shown.csv()));
    m_problem->setVisible(!m_problem->text().isEmpty());
}

} // namespace inverso::ui
