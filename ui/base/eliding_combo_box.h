// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace inverso::ui {

/// A combo box that elides text that does not fit; the open list shows it completely.
class ElidingComboBox : public QComboBox
{
    Q_OBJECT

public:
    /// `cut`: where the ellipsis is.
    explicit ElidingComboBox(Qt::TextElideMode cut = Qt::ElideMiddle, QWidget* parent = nullptr);

    void showPopup() override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Qt::TextElideMode m_cut;
};

} // namespace inverso::ui
