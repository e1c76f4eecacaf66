// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QAction;
class QHBoxLayout;
class QLabel;
class QPainter;
class QToolButton;

namespace inverso::ui {

/// The background of a notice or a card: tinted with the accent colour at that strength (0 … 1), with an accent bar on
/// the left.
void paintCard(QPainter& painter, const QRect& area, const QColor& accent, double strength);

/// A sentence about an error, shown where the error occurred until it is closed or replaced.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget* parent = nullptr);

    [[nodiscard]] QString sentence() const;
    /// A button beside the sentence.
    void addButton(QAction* action);

public slots:
    /// An empty sentence hides it.
    void setSentence(const QString& sentence);
    void clear() { setSentence({}); }

signals:
    /// The user closed it.
    void dismissed();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QHBoxLayout* m_row;
    QLabel* m_text;
    QToolButton* m_close;
};

} // namespace inverso::ui
