// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;
class QToolButton;
class QWidget;

namespace inverso::ui {

/// A flat button that shows `content` while it is checked, with an arrow that shows the state. Not checked at first.
QToolButton* newDisclosureButton(const QString& text, QWidget* content, QWidget* parent = nullptr);

} // namespace inverso::ui
