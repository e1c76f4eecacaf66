// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/label_card.h"

#include "core/base/error.h"
#include "core/benchmark/label_lines.h"
#include "ui/state/explorer_state.h"

#include <QClipboard>
#include <QDoubleSpinBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace inverso::ui {

namespace {

constexpr double unknown = -1.0; // value of the test field: below every percentage

} // namespace

LabelCard::LabelCard(ExplorerState& state, QWidget* parent)
    : QFrame(parent)
    , m_state(state)
    , m_question(new QLabel)
    , m_text(new QLineEdit)
    , m_copyAll(new QPushButton)
    , m_valid(new QDoubleSpinBox)
    , m_test(new QDoubleSpinBox)
    , m_problem(new QLabel)
{
    setObjectName(QStringLiteral("labelCard"));
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("The search needs a label"));
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
    m_text->setAccessibleName(tr("The cell to be labelled"));
    auto* copy = new QPushButton(tr("Cop&y"));
    copy->setToolTip(tr("Copy the cell as text"));
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_text->text()); });
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    m_copyAll->setObjectName(QStringLiteral("labelCopyAll"));
    setAll(1);
    m_copyAll->setToolTip(tr("<p>Copy this cell and the cells that the search will ask for next, one per line. Train "
                             "them all, then paste all answers together.</p>"));
    connect(m_copyAll, &QPushButton::clicked, this, [this] {
        QStringList lines{textOf(m_asked.cell)};
        for (const CellIndex cell : m_asked.next)
            lines += textOf(cell);
        QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
    });
    row->addWidget(m_text, 1);
    row->addWidget(copy);
    row->addWidget(m_copyAll);
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
    m_test->setSpecialValueText(tr("unknown"));
    auto* give = new QPushButton(tr("Subm&it"));
    give->setObjectName(QStringLiteral("labelGive"));
    connect(give, &QPushButton::clicked, this, &LabelCard::give);
    auto* paste = new QPushButton(tr("Paste answers"));
    paste->setObjectName(QStringLiteral("labelPaste"));
    paste->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_V);
    paste->setToolTip(tr("<p>Read labels from the clipboard (%1), one per line: the cell, its validation accuracy and "
                         "optionally its test accuracy in percent, separated by tabs, commas, semicolons or spaces. "
                         "The order of the lines does not matter.</p>")
                          .arg(paste->shortcut().toString(QKeySequence::NativeText)));
    connect(paste, &QPushButton::clicked, this, [this] { this->paste(QGuiApplication::clipboard()->text()); });
    auto* valid = new QLabel(tr("Validation"));
    valid->setBuddy(m_valid);
    auto* test = new QLabel(tr("Test"));
    test->setBuddy(m_test);
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    for (QWidget* widget : std::initializer_list<QWidget*>{valid, m_valid, test, m_test, give, paste})
        row->addWidget(widget);
    row->addStretch(1);
    return box;
}

void LabelCard::setAll(int count)
{
    m_copyAll->setText(tr("Copy all %1").arg(count));
    m_copyAll->setVisible(count > 1);
}

QString LabelCard::textOf(CellIndex cell) const
{
    return QString::fromStdString(m_state.space()->text(cell));
}

void LabelCard::setQuestion(std::optional<AskedBenchmark::Question> question)
{
    setVisible(question && m_state.space() != nullptr);
    m_problem->hide();
    if (!question || m_state.space() == nullptr)
        return;
    m_asked = *std::move(question);
    setAll(static_cast<int>(m_asked.next.size()) + 1);
    m_question->setText(
        tr("<b>The search waits for a label.</b> What accuracy does this cell reach? It is saved in %1.")
            .arg(QString::fromStdString(m_state.table()->source()).toHtmlEscaped()));
    m_text->setText(textOf(m_asked.cell));
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
        m_problem->setText(looksLikeFraction(valid)
                               ? tr("This is less than one percent: write 93 for an accuracy of 0.93.")
                               : tr("Type the validation accuracy in percent."));
        m_problem->show();
        m_valid->setFocus();
        return;
    }
    const double test = m_test->value();
    emit answered({{m_asked.cell, {valid, test < 0.0 ? std::numeric_limits<double>::quiet_NaN() : test}}});
}

void LabelCard::paste(const QString& text)
{
    if (m_state.space() == nullptr)
        return;
    const std::string lines = text.toStdString();
    LabelLines pasted = readLabelLines(lines, *m_state.space());
    if (pasted.labels.empty() && !text.trimmed().contains(QLatin1Char('\n'))) {
        try {
            pasted = {{{m_asked.cell, readLabel(lines)}}, {}};
        } catch (const Error&) { // the error of the line with a cell is reported
        }
    }
    QStringList problems;
    for (const std::string& problem : pasted.problems)
        problems += QString::fromStdString(problem);
    AskedBenchmark::Answers taken;
    const Table::Dataset* dataset = m_state.dataset();
    for (const auto& [cell, label] : pasted.labels) {
        if (dataset != nullptr && !std::isnan(dataset->valid[cell]))
            problems += tr("%1 already has a label, which is kept.").arg(textOf(cell));
        else
            taken.emplace_back(cell, label);
    }
    if (taken.empty() && problems.isEmpty())
        problems += tr("The clipboard contains no text.");
    emit reported(report(taken, std::move(problems)));
    if (!taken.empty())
        emit answered(taken);
}

// Empty if all labels were used.
QString LabelCard::report(const AskedBenchmark::Answers& taken, QStringList problems) const
{
    const auto isSurplus = [this](const auto& answer) {
        return answer.first != m_asked.cell && std::ranges::count(m_asked.next, answer.first) == 0;
    };
    const auto surplus = static_cast<int>(std::ranges::count_if(taken, isSurplus));
    if (problems.isEmpty() && surplus == 0)
        return {};
    QStringList words{tr("Labels saved: %1.").arg(taken.size())};
    if (surplus > 0)
        words += tr("Of these, for cells that were not asked for: %1.").arg(surplus);
    constexpr qsizetype most = 6;
    const auto hidden = static_cast<int>(std::max<qsizetype>(0, problems.size() - most));
    words += problems.mid(0, most);
    if (hidden > 0)
        words += tr("Other lines that could not be used: %1.").arg(hidden);
    return words.join(QLatin1Char('\n'));
}

} // namespace inverso::ui
