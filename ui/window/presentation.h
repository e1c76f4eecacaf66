// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QSize>

class QAction;
class QDockWidget;
class QMainWindow;
class QWidget;

namespace inverso::ui {

/// Presentation mode for teaching: larger text everywhere, and without the controls that a lesson does not need. Escape
/// and F11 leave it and restore everything.
class Presentation : public QObject
{
    Q_OBJECT

public:
    static constexpr double textScale = 1.35;

    /// `hidden` names the hidden docks, and widgets within docks.
    Presentation(QMainWindow& window, QStringList hidden, QObject* parent = nullptr);
    /// Leaves.
    ~Presentation() override;

    [[nodiscard]] bool isOn() const { return m_on; }
    /// Checkable, F11.
    [[nodiscard]] QAction* action() const { return m_action; }

public slots:
    void setOn(bool on);

signals:
    void toggled(bool on);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void enlargeText();
    void restoreText();
    void putAway();
    void widenSides();
    void bringBack();
    [[nodiscard]] bool isLeavingKey(const QObject* watched, const QEvent* event) const;

    struct OwnFont
    {
        QPointer<QWidget> widget;
        QFont font;
        QFont enlarged;
    };
    struct DockSize
    {
        QPointer<QDockWidget> dock;
        QSize size;
        bool inFront;
    };

    QMainWindow& m_window;
    QStringList m_names;
    QAction* m_action;
    bool m_on = false;
    QFont m_font;                                     ///< the program's
    QList<std::pair<QByteArray, QFont>> m_classFonts; ///< of classes that have their own platform font
    QList<OwnFont> m_ownFonts;                        ///< of widgets with their own font size
    QList<QPointer<QWidget>> m_putAway;
    QList<DockSize> m_docks; ///< sizes before the presentation
};

} // namespace inverso::ui
