// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTextBrowser;
class QTreeWidget;

namespace inverso::ui {

/// The manual beside the window: its contents, a page with links, back and forth, and a search through all pages.
class ManualWindow : public QWidget
{
    Q_OBJECT

public:
    /// A separate window that is closed with `parent`.
    explicit ManualWindow(QWidget* parent = nullptr);

    /// Shows the page of that file and raises the window.
    void open(const QString& file);
    [[nodiscard]] QTextBrowser& browser() const { return *m_browser; }

public slots:
    /// Finds the next match of the search field on this page or a later one, and continues with the first page after
    /// the last. Shows a message if there is none.
    void findNext();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* createBar();
    QWidget* createContents();
    void retranslate();
    void fillContents();
    void onPageChanged(const QUrl& url);

    QPushButton* m_back;
    QPushButton* m_forward;
    QLineEdit* m_search;
    QLabel* m_searchLabel;
    QLabel* m_outcome;
    QTreeWidget* m_contents;
    QTextBrowser* m_browser;
};

} // namespace inverso::ui
