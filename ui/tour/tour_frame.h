// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

namespace inverso::ui {

/// A soft frame in the accent colour around another widget, above everything in its window and outside all
/// layouts. Follows the widget when it moves, changes its size, scrolls or changes its window; is hidden if the widget
/// is not visible. Passes mouse events through.
class TourFrame : public QWidget
{
    Q_OBJECT

public:
    explicit TourFrame(QWidget* parent = nullptr);

    /// Null: no frame.
    void pointAt(QWidget* target);
    [[nodiscard]] QWidget* target() const { return m_target; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void watch();
    void unwatch();
    void follow();
    [[nodiscard]] QRect visiblePart() const;

    QPointer<QWidget> m_target;
    QList<QPointer<QWidget>> m_watched; ///< the target and its parents
    bool m_rewatching = false;
};

} // namespace inverso::ui
