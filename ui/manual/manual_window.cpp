// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/manual/manual_window.h"

#include "ui/manual/manual_pages.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextFrame>
#include <QTextTable>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace inverso::ui {

namespace {

constexpr int fileRole = Qt::UserRole;

void layOutTables(const QTextDocument& document, const QPalette& palette)
{
    for (QTextFrame* frame : document.rootFrame()->childFrames()) {
        auto* table = qobject_cast<QTextTable*>(frame);
        if (table == nullptr)
            continue;
        QTextTableFormat format = table->format();
        format.setBorderCollapse(true);
        format.setBorder(1);
        format.setBorderBrush(palette.mid());
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setCellPadding(4);
        format.setCellSpacing(0);
        format.setTopMargin(4);
        format.setBottomMargin(8);
        table->setFormat(format);
    }
}

// Markdown contains no styles: adds space above headings, a background for code, and borders of tables.
void layOut(QTextDocument& document, const QPalette& palette)
{
    const qreal line = QFontMetricsF(document.defaultFont()).height();
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        if (format.headingLevel() > 1) {
            format.setTopMargin(line);
            format.setBottomMargin(line / 3);
        } else if (format.hasProperty(QTextFormat::BlockCodeFence)) {
            format.setBackground(palette.alternateBase());
            format.setLeftMargin(line);
        } else {
            continue;
        }
        QTextCursor(block).setBlockFormat(format);
    }
    layOutTables(document, palette);
}

} // namespace

ManualWindow::ManualWindow(QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_back(new QPushButton)
    , m_forward(new QPushButton)
    , m_search(new QLineEdit)
    , m_searchLabel(new QLabel)
    , m_outcome(new QLabel)
    , m_contents(new QTreeWidget)
    , m_browser(new QTextBrowser)
{
    setObjectName(QStringLiteral("manual"));
    auto* split = new QSplitter;
    split->addWidget(createContents());
    split->addWidget(m_browser);
    split->setStretchFactor(1, 1);
    split->setSizes({230, 670});
    split->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(createBar());
    layout->addWidget(split, 1);

    m_browser->setObjectName(QStringLiteral("manualPage"));
    m_browser->setOpenExternalLinks(true);
    m_browser->document()->setDocumentMargin(16);
    connect(m_browser, &QTextBrowser::sourceChanged, this, &ManualWindow::onPageChanged);
    connect(m_browser, &QTextBrowser::backwardAvailable, m_back, &QWidget::setEnabled);
    connect(m_browser, &QTextBrowser::forwardAvailable, m_forward, &QWidget::setEnabled);
    retranslate();
    resize(fontMetrics().averageCharWidth() * 130, fontMetrics().height() * 40);
    m_browser->setSource(manualPages().front().url());
    m_browser->setFocus();
}

QWidget* ManualWindow::createBar()
{
    auto* bar = new QWidget;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    m_back->setObjectName(QStringLiteral("manualBack"));
    m_forward->setObjectName(QStringLiteral("manualForward"));
    m_search->setObjectName(QStringLiteral("manualSearch"));
    m_outcome->setObjectName(QStringLiteral("manualOutcome"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(fontMetrics().averageCharWidth() * 40);
    m_searchLabel->setBuddy(m_search);
    layout->addWidget(m_back);
    layout->addWidget(m_forward);
    layout->addStretch(1);
    layout->addWidget(m_outcome);
    layout->addWidget(m_searchLabel);
    layout->addWidget(m_search, 2);
    for (QPushButton* button : {m_back, m_forward})
        button->setEnabled(false);
    connect(m_back, &QPushButton::clicked, this, [this] { m_browser->backward(); });
    connect(m_forward, &QPushButton::clicked, this, [this] { m_browser->forward(); });
    connect(m_search, &QLineEdit::returnPressed, this, &ManualWindow::findNext);
    connect(m_search, &QLineEdit::textChanged, m_outcome, &QLabel::clear);
    // QTextBrowser handles Alt+Left and Alt+Right only while it has the focus.
    const auto onKey = [this](QKeySequence::StandardKey key, auto action) {
        connect(new QShortcut(key, this), &QShortcut::activated, this, action);
    };
    onKey(QKeySequence::Back, [this] { m_back->click(); });
    onKey(QKeySequence::Forward, [this] { m_forward->click(); });
    onKey(QKeySequence::FindNext, &ManualWindow::findNext);
    onKey(QKeySequence::Find, [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
    return bar;
}

QWidget* ManualWindow::createContents()
{
    m_contents->setObjectName(QStringLiteral("manualContents"));
    m_contents->setHeaderHidden(true);
    m_contents->setRootIsDecorated(false);
    m_contents->setItemsExpandable(false);
    fillContents();
    connect(m_contents, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem* item) {
        const QString file = item != nullptr ? item->data(0, fileRole).toString() : QString();
        const auto& pages = manualPages();
        const auto page = std::ranges::find(pages, file, &ManualPage::file);
        if (page != pages.end() && m_browser->source() != page->url())
            m_browser->setSource(page->url());
    });
    return m_contents;
}

void ManualWindow::fillContents()
{
    QTreeWidgetItem* chapter = nullptr;
    for (const ManualPage& page : manualPages()) {
        if (!page.chapter.isEmpty() && (chapter == nullptr || chapter->text(0) != page.chapter)) {
            chapter = new QTreeWidgetItem(m_contents, {page.chapter});
            chapter->setFlags(Qt::ItemIsEnabled); // to read, not to choose
            QFont bold = font();
            bold.setBold(true);
            chapter->setFont(0, bold);
        }
        auto* item = page.chapter.isEmpty() ? new QTreeWidgetItem(m_contents, {page.title})
                                            : new QTreeWidgetItem(chapter, {page.title});
        item->setData(0, fileRole, page.file);
    }
    m_contents->expandAll();
}

void ManualWindow::retranslate()
{
    setWindowTitle(tr("Manual – Inverso"));
    m_back->setText(tr("&Back"));
    m_forward->setText(tr("&Forward"));
    m_back->setToolTip(tr("Go back one page (Alt+Left)"));
    m_forward->setToolTip(tr("Go forward one page (Alt+Right)"));
    m_searchLabel->setText(tr("F&ind"));
    m_search->setPlaceholderText(tr("Search all pages"));
    m_search->setToolTip(tr("Searches all pages; Enter or F3 finds the next match (Ctrl+F)"));
    m_search->setAccessibleName(tr("Find in the manual"));
    m_contents->setAccessibleName(tr("Contents of the manual"));
    m_browser->setAccessibleName(tr("Page of the manual"));
    m_outcome->clear();
}

void ManualWindow::open(const QString& file)
{
    const auto& pages = manualPages();
    const auto page = std::ranges::find(pages, file, &ManualPage::file);
    m_browser->setSource(page != pages.end() ? page->url() : pages.front().url());
    show();
    raise();
    activateWindow();
}

void ManualWindow::findNext()
{
    const QString text = m_search->text();
    m_outcome->clear();
    if (text.isEmpty() || m_browser->find(text))
        return;
    const auto& pages = manualPages();
    const auto here = std::ranges::find(pages, m_browser->source(), &ManualPage::url);
    const auto start = static_cast<std::size_t>(here - pages.begin());
    for (std::size_t i = 1; i <= pages.size(); ++i) { // the last one is this page again, from its top
        const ManualPage& page = pages[(start + i) % pages.size()];
        QTextDocument document;
        document.setMarkdown(manualText(page.file));
        if (document.find(text).isNull())
            continue;
        if (m_browser->source() != page.url())
            m_browser->setSource(page.url());
        m_browser->moveCursor(QTextCursor::Start);
        m_browser->find(text);
        return;
    }
    m_outcome->setText(tr("No page contains this."));
}

// QTextBrowser emits the new page before its source() is that page.
void ManualWindow::onPageChanged(const QUrl& url)
{
    layOut(*m_browser->document(), palette());
    const QSignalBlocker followed(m_contents); // without navigating
    for (QTreeWidgetItemIterator it(m_contents); *it != nullptr; ++it) {
        const QString file = (*it)->data(0, fileRole).toString();
        if (!file.isEmpty() && url.fileName() == file)
            m_contents->setCurrentItem(*it);
    }
}

void ManualWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange) { // the colours of links and borders are in the document
        const int place = m_browser->verticalScrollBar()->value();
        m_browser->reload();
        layOut(*m_browser->document(), palette());
        m_browser->verticalScrollBar()->setValue(place);
    }
    QWidget::changeEvent(event);
}

void ManualWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace inverso::ui
