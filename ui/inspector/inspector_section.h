// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QToolButton;

namespace inverso::ui {

/// A titled part of the inspector that can be folded away.
class InspectorSection : public QWidget
{
    Q_OBJECT

public:
    InspectorSection(const QString& title, QWidget* content, bool open, QWidget* parent = nullptr);

    [[nodiscard]] bool isOpen() const;
    void setOpen(bool open);

signals:
    void toggled(bool open);

private:
    QToolButton* m_head;
};

} // namespace inverso::ui
