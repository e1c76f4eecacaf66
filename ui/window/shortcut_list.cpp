// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/shortcut_list.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTextDocument>
#include <QTreeView>
#include <QVBoxLayout>

#include <memory>

namespace inverso::ui {

namespace {

QStandardItem* item(const QString& text)
{
    auto* result = new QStandardItem(text);
    result->setEditable(false);
    return result;
}

// Groups as top-level rows, shortcuts below them: what, keys.
QStandardItemModel* modelOf(const std::vector<Shortcut>& shortcuts, QObject* parent)
{
    auto* model = new QStandardItemModel(0, 2, parent);
    model->setHorizontalHeaderLabels({ShortcutList::tr("Action"), ShortcutList::tr("Keys")});
    QStandardItem* group = nullptr;
    for (const Shortcut& shortcut : shortcuts) {
        if (group == nullptr || group->text() != shortcut.group) {
            group = item(shortcut.group);
            QFont bold; // other properties come from the view
            bold.setBold(true);
            group->setFont(bold);
            model->appendRow({group, item({})});
        }
        group->appendRow({item(shortcut.what), item(shortcut.keys)});
    }
    return model;
}

} // namespace

ShortcutList::ShortcutList(std::vector<Shortcut> shortcuts, QWidget* parent)
    : QDialog(parent)
    , m_shortcuts(std::move(shortcuts))
    , m_search(new QLineEdit)
    , m_tree(new QTreeView)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    setObjectName(QStringLiteral("shortcutList"));
    m_search->setObjectName(QStringLiteral("shortcutSearch"));
    m_search->setPlaceholderText(tr("Find an action or a key"));
    m_search->setAccessibleName(tr("Search the shortcuts"));
    m_search->setClearButtonEnabled(true);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_search);
    layout->addWidget(createTree(), 1);
    layout->addWidget(createButtons());
    connect(m_search, &QLineEdit::textChanged, this, &ShortcutList::setSearch);
    resize(fontMetrics().averageCharWidth() * 84, fontMetrics().height() * 34);
    m_search->setFocus();
}

QWidget* ShortcutList::createTree()
{
    auto* filter = new QSortFilterProxyModel(this);
    filter->setSourceModel(modelOf(m_shortcuts, this));
    filter->setRecursiveFilteringEnabled(true);
    filter->setAutoAcceptChildRows(true); // of a group whose name matches
    filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    filter->setFilterKeyColumn(-1);
    m_tree->setObjectName(QStringLiteral("shortcuts"));
    m_tree->setAccessibleName(tr("Keyboard shortcuts"));
    m_tree->setModel(filter);
    m_tree->setAlternatingRowColors(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setSelectionMode(QAbstractItemView::SingleSelection);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    setSearch({});
    return m_tree;
}

QWidget* ShortcutList::createButtons()
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton* copyButton = buttons->addButton(tr("&Copy as text"), QDialogButtonBox::ActionRole);
    copyButton->setObjectName(QStringLiteral("copyShortcuts"));
    QPushButton* print = buttons->addButton(tr("&Print…"), QDialogButtonBox::ActionRole);
    for (QPushButton* button : {copyButton, print})
        button->setAutoDefault(false);
    connect(copyButton, &QPushButton::clicked, this, &ShortcutList::copy);
    connect(print, &QPushButton::clicked, this, &ShortcutList::choosePrinter);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

void ShortcutList::setSearch(const QString& text)
{
    auto* filter = static_cast<QSortFilterProxyModel*>(m_tree->model());
    filter->setFilterFixedString(text.trimmed());
    for (int row = 0; row < filter->rowCount(); ++row)
        m_tree->setFirstColumnSpanned(row, {}, true);
    m_tree->expandAll();
}

void ShortcutList::copy() const
{
    QGuiApplication::clipboard()->setText(shortcutText(m_shortcuts));
}

void ShortcutList::choosePrinter()
{
    auto printer = std::make_shared<QPrinter>();
    auto* dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), this, [this, printer] {
        QTextDocument document;
        document.setHtml(QStringLiteral("<h2>%1</h2><pre>%2</pre>")
                             .arg(windowTitle().toHtmlEscaped(), shortcutText(m_shortcuts).toHtmlEscaped()));
        document.print(printer.get());
    });
    dialog->open();
}

} // namespace inverso::ui
