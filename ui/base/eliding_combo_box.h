// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace inverso::ui {

/// A list that says with dots where its text has no room; the whole is in the open list.
class ElidingComboBox : public QComboBox
{
    Q_OBJECT

public:
    /// `cut`: where the dots stand.
    explicit ElidingComboBox(Qt::TextElideMode cut = Qt::ElideMiddle, QWidget* parent = nullptr);

    void showPopup() override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Qt::TextElideMode m_cut;
};

} // namespace inverso::ui
