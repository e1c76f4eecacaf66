// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/start_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace inverso::ui {

StartPage::StartPage(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_open(new QPushButton(tr("Open a table…"), this))
    , m_busy(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setObjectName(QStringLiteral("startPage"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    QFont large = font();
    large.setPointSizeF(font().pointSizeF() * 1.5);
    m_title->setFont(large);
    m_title->setAlignment(Qt::AlignHCenter);
    m_text->setAlignment(Qt::AlignHCenter);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setMaximumWidth(600);
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setMaximumWidth(240);
    m_busy->setAccessibleName(tr("Opening"));
    m_cancel->setObjectName(QStringLiteral("cancelOpening"));
    connect(m_open, &QPushButton::clicked, this, &StartPage::openRequested);
    connect(m_cancel, &QPushButton::clicked, this, &StartPage::cancelRequested);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(32, 32, 32, 32);
    layout->setSpacing(14);
    layout->addStretch(1);
    layout->addWidget(m_title);
    auto* middle = new QHBoxLayout; // a label aligned in a layout would be as narrow as its hint
    middle->addStretch(1);
    middle->addWidget(m_text, 20);
    middle->addStretch(1);
    layout->addLayout(middle);
    layout->addWidget(m_open, 0, Qt::AlignHCenter);
    layout->addWidget(m_busy, 0, Qt::AlignHCenter);
    layout->addWidget(m_cancel, 0, Qt::AlignHCenter);
    layout->addStretch(1);
    showEmpty();
}

void StartPage::showEmpty()
{
    m_title->setText(tr("No benchmark is open"));
    m_text->setText(
        tr("A benchmark is a CSV table of cells and their accuracies: a column “arch” with NAS-Bench-201 "
           "strings, and a pair of columns “<data set>_valid”, “<data set>_test” in percent.\n\n"
           "Drop such a file here, open one, or put it into a folder that Inverso searches on start: the one named "
           "by INVERSO_BENCHMARKS, or ~/.local/share/inverso/benchmarks."));
    m_open->show();
    m_busy->hide();
    m_cancel->hide();
}

void StartPage::showOpening(const QString& name, bool images)
{
    m_title->setText(tr("Opening %1").arg(name));
    m_text->setText(images ? tr("Reading the images and encoding every cell of the search space.")
                           : tr("Reading the table and encoding every cell of its search space."));
    m_cancel->setVisible(images);
    m_open->hide();
    m_busy->show();
}

QString StartPage::text() const
{
    return m_title->text() + QLatin1Char('\n') + m_text->text();
}

} // namespace inverso::ui
