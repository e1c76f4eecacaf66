// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour/tour_panel.h"

#include "ui/base/eliding_combo_box.h"
#include "ui/tour/experiment_card.h"
#include "ui/tour/tick_mark.h"
#include "ui/tour/tour_frame.h"

#include <QAccessible>
#include <QAction>
#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace inverso::ui {

namespace {

QString words(const char* text)
{
    return text == nullptr || *text == '\0' ? QString() : QCoreApplication::translate("TourPages", text);
}

QLabel* wrappingLabel(const QString& name)
{
    auto* label = new QLabel;
    label->setObjectName(name);
    label->setTextFormat(Qt::RichText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

TourPanel::TourPanel(TourStage& stage, std::span<const TourPage> pages, QWidget* parent)
    : QWidget(parent)
    , m_stage(stage)
    , m_pages(pages)
    , m_progress(pages)
    , m_frame(new TourFrame)
    , m_previous(new QAction(tr("&Previous page"), this))
    , m_next(new QAction(tr("&Next page"), this))
    , m_list(new ElidingComboBox(Qt::ElideRight))
    , m_position(new QLabel)
    , m_scroll(new QScrollArea)
    , m_title(wrappingLabel(QStringLiteral("tourTitle")))
    , m_text(wrappingLabel(QStringLiteral("tourText")))
    , m_experiment(new ExperimentCard)
    , m_previousButton(new QPushButton(tr("Previous")))
    , m_nextButton(new QPushButton)
{
    setObjectName(QStringLiteral("tourPanel"));
    setAccessibleName(tr("Guided tour"));
    createActions();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(createHead());
    layout->addWidget(createBody(), 1);
    layout->addWidget(createFoot());
    connect(m_experiment, &ExperimentCard::showRequested, this, [this] { perform(current().showMe); });
    connect(&m_stage, &TourStage::changed, this, &TourPanel::check);
    scaleTitle();
    refreshMarks();
    fill();
}

TourPanel::~TourPanel()
{
    delete m_frame;
}

void TourPanel::createActions()
{
    m_previous->setShortcut(Qt::ALT | Qt::Key_Left);
    m_next->setShortcut(Qt::ALT | Qt::Key_Right);
    connect(m_previous, &QAction::triggered, this, &TourPanel::showPrevious);
    connect(m_next, &QAction::triggered, this, &TourPanel::showNext);
    addActions({m_previous, m_next});
}

QWidget* TourPanel::createHead()
{
    m_list->setObjectName(QStringLiteral("tourList"));
    m_list->setAccessibleName(tr("Pages of the tour"));
    m_list->setToolTip(tr("Go to a page; a tick marks those whose experiment you have done"));
    m_list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_list->setMinimumContentsLength(8);
    for (std::size_t i = 0; i < m_pages.size(); ++i)
        m_list->addItem(tr("%1. %2").arg(i + 1).arg(words(m_pages[i].title)));
    connect(m_list, &QComboBox::activated, this, &TourPanel::showPage);
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(8, 0, 8, 0);
    row->addWidget(m_list, 1);
    row->addWidget(m_position);
    return box;
}

QWidget* TourPanel::createBody()
{
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(10);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addWidget(m_experiment);
    layout->addStretch(1);
    content->setAutoFillBackground(true);
    content->setBackgroundRole(QPalette::Base);
    m_scroll->setObjectName(QStringLiteral("tourScroll"));
    m_scroll->setAccessibleName(tr("Text of the page"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(content);
    return m_scroll;
}

QWidget* TourPanel::createFoot()
{
    m_previousButton->setObjectName(QStringLiteral("tourPrevious"));
    m_previousButton->setToolTip(tr("Previous page (Alt+Left)"));
    m_nextButton->setObjectName(QStringLiteral("tourNext"));
    m_nextButton->setDefault(true);
    connect(m_previousButton, &QPushButton::clicked, this, &TourPanel::showPrevious);
    connect(m_nextButton, &QPushButton::clicked, this, &TourPanel::showNext);
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(8, 0, 8, 8);
    row->addWidget(m_previousButton);
    row->addStretch(1);
    row->addWidget(m_nextButton);
    return box;
}

const TourPage& TourPanel::current() const
{
    return m_pages[static_cast<std::size_t>(m_progress.page())];
}

bool TourPanel::holds(const char* predicate) const
{
    return std::ranges::all_of(tourCalls(predicate), [this](const TourCall& call) { return m_stage.holds(call); });
}

void TourPanel::showPage(int page)
{
    if (page < 0 || page >= static_cast<int>(m_pages.size()) || page == m_progress.page())
        return;
    const bool entered = m_entered;
    leave();
    m_progress.setPage(page);
    fill();
    if (entered)
        enter();
    QAccessibleEvent alert(m_title, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void TourPanel::showNext()
{
    if (m_progress.page() + 1 < static_cast<int>(m_pages.size()))
        return showPage(m_progress.page() + 1);
    leave();
    m_progress.setPage(0); // the next user of the tour begins there
    fill();
    emit finished();
}

void TourPanel::showPrevious()
{
    showPage(m_progress.page() - 1);
}

void TourPanel::enter()
{
    if (m_entered)
        return;
    m_entered = true;
    perform(current().onEnter);
    m_frame->pointAt(m_stage.widget(QString::fromLatin1(current().pointAt)));
    check();
}

void TourPanel::leave()
{
    if (!m_entered)
        return;
    m_entered = false;
    if (m_frame)
        m_frame->pointAt(nullptr);
    std::vector<TourStage::Undo> undo = std::move(m_undo);
    m_undo.clear();
    for (auto each = undo.rbegin(); each != undo.rend(); ++each)
        (*each)();
}

void TourPanel::perform(const char* script)
{
    for (const TourCall& call : tourCalls(script)) {
        if (TourStage::Undo undo = m_stage.perform(call))
            m_undo.push_back(std::move(undo));
    }
}

void TourPanel::fill()
{
    const TourPage& page = current();
    const int number = m_progress.page() + 1;
    const int last = static_cast<int>(m_pages.size());
    m_list->setCurrentIndex(number - 1);
    m_position->setText(tr("%1 of %2").arg(number).arg(last));
    m_title->setText(QStringLiteral("<b>%1</b>").arg(words(page.title)));
    m_text->setText(words(page.text));
    m_experiment->setExperiment(words(page.experiment), !tourCalls(page.showMe).isEmpty());
    m_previous->setEnabled(number > 1);
    m_previousButton->setEnabled(number > 1);
    m_nextButton->setText(number < last ? tr("Next") : tr("Finish"));
    m_nextButton->setToolTip(number < last ? tr("Next page (Alt+Right)") : tr("Close the tour (Alt+Right)"));
    m_scroll->verticalScrollBar()->setValue(0);
}

// An experiment stays done while the page is shown, e.g. if a cell was selected and then deselected.
void TourPanel::check()
{
    if (!m_entered)
        return;
    const TourPage& page = current();
    if (holds(page.needs))
        m_experiment->setObstacle({});
    else if (m_stage.holds({QStringLiteral("tableOpen"), {}}))
        m_experiment->setObstacle(tr("First a search has to train the network: press Step (F7) once."));
    else
        m_experiment->setObstacle(tr("First open a table (Ctrl+O)."));
    if (tourCalls(page.done).isEmpty() || m_experiment->isDone() || !holds(page.done))
        return;
    m_experiment->setDone(true);
    m_progress.setDone(m_progress.page());
    refreshMarks();
}

void TourPanel::refreshMarks()
{
    const QIcon done = tickIcon(palette(), true);
    const QIcon toDo = tickIcon(palette(), false);
    for (int page = 0; page < m_list->count(); ++page)
        m_list->setItemIcon(page, m_progress.isDone(page) ? done : toDo);
}

void TourPanel::scaleTitle()
{
    QFont large = font();
    large.setPointSizeF(font().pointSizeF() * 1.3);
    m_title->setFont(large);
}

void TourPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    // After the layout of the window: entering may raise other docks.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (isVisible())
                enter();
        },
        Qt::QueuedConnection);
}

void TourPanel::hideEvent(QHideEvent* event)
{
    if (!event->spontaneous()) // spontaneous: e.g. the window was minimised
        leave();
    QWidget::hideEvent(event);
}

void TourPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        refreshMarks();
    if (event->type() == QEvent::FontChange)
        scaleTitle();
    QWidget::changeEvent(event);
}

} // namespace inverso::ui
