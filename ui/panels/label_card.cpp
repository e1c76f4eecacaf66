// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/label_card.h"

#include "core/benchmark/asked_benchmark.h"
#include "ui/state/explorer_state.h"

#include <QClipboard>
#include <QDoubleSpinBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <limits>

namespace inverso::ui {

namespace {

constexpr double unknown = -1.0; // of the test's box: below every percentage

} // namespace

LabelCard::LabelCard(ExplorerState& state, QWidget* parent)
    : QFrame(parent)
    , m_state(state)
    , m_question(new QLabel)
    , m_text(new QLineEdit)
    , m_valid(new QDoubleSpinBox)
    , m_test(new QDoubleSpinBox)
    , m_problem(new QLabel)
{
    setObjectName(QStringLiteral("labelCard"));
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("The search asks for a label"));
    m_question->setObjectName(QStringLiteral("labelQuestion"));
    m_question->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("labelProblem"));
    m_problem->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 6);
    layout->setSpacing(4);
    layout->addWidget(m_question);
    layout->addWidget(createCell());
    layout->addWidget(createAnswer());
    layout->addWidget(m_problem);
    setQuestion(std::nullopt);
}

QWidget* LabelCard::createCell()
{
    m_text->setObjectName(QStringLiteral("labelCell"));
    m_text->setReadOnly(true);
    m_text->setAccessibleName(tr("The cell that is asked for"));
    auto* copy = new QPushButton(tr("Co&py"));
    copy->setToolTip(tr("Copy the cell as text"));
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_text->text()); });
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_text, 1);
    row->addWidget(copy);
    return box;
}

QWidget* LabelCard::createAnswer()
{
    for (QDoubleSpinBox* spin : {m_valid, m_test}) {
        spin->setRange(0.0, 100.0);
        spin->setDecimals(3);
        spin->setSuffix(QStringLiteral("\u00a0%"));
        spin->setButtonSymbols(QAbstractSpinBox::NoButtons);
    }
    m_valid->setObjectName(QStringLiteral("labelValid"));
    m_valid->setAccessibleName(tr("Validation accuracy in percent"));
    m_test->setObjectName(QStringLiteral("labelTest"));
    m_test->setAccessibleName(tr("Test accuracy in percent"));
    m_test->setMinimum(unknown);
    m_test->setSpecialValueText(tr("not known"));
    auto* give = new QPushButton(tr("G&ive the label"));
    give->setObjectName(QStringLiteral("labelGive"));
    connect(give, &QPushButton::clicked, this, &LabelCard::give);
    auto* valid = new QLabel(tr("&Validation"));
    valid->setBuddy(m_valid);
    auto* test = new QLabel(tr("Tes&t"));
    test->setBuddy(m_test);
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    for (QWidget* widget : std::initializer_list<QWidget*>{valid, m_valid, test, m_test, give})
        row->addWidget(widget);
    row->addStretch(1);
    return box;
}

void LabelCard::setQuestion(std::optional<CellIndex> cell)
{
    setVisible(cell && m_state.space() != nullptr);
    m_problem->hide();
    if (!cell || m_state.space() == nullptr)
        return;
    m_question->setText(tr("<b>The search waits for a label.</b> What accuracy does this cell reach? It is kept in %1.")
                            .arg(QString::fromStdString(m_state.table()->source()).toHtmlEscaped()));
    m_text->setText(QString::fromStdString(m_state.space()->text(*cell)));
    m_text->setCursorPosition(0);
    m_valid->setValue(0.0);
    m_test->setValue(unknown);
    m_valid->setFocus();
    m_valid->selectAll();
}

void LabelCard::give()
{
    const double valid = m_valid->value();
    if (valid <= 0.0 || looksLikeFraction(valid)) {
        m_problem->setText(looksLikeFraction(valid) ? tr("That would be less than one percent: 0.93 is written 93.")
                                                    : tr("Type the validation accuracy in percent."));
        m_problem->show();
        m_valid->setFocus();
        return;
    }
    const double test = m_test->value();
    emit answered({valid, test < 0.0 ? std::numeric_limits<double>::quiet_NaN() : test});
}

} // namespace inverso::ui
