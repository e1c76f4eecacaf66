// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cells/form_tabs.h"

#include "ui/cells/cell_drawing.h"

#include <QSignalBlocker>

namespace inverso::ui {

FormTabs::FormTabs(QWidget* parent)
    : QTabBar(parent)
{
    setObjectName(QStringLiteral("formTabs"));
    setAccessibleName(tr("Form of the drawing"));
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(true); // only where a pane is too narrow for all
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &QTabBar::currentChanged, this, [this] { emit formChanged(form()); });
    hide();
}

void FormTabs::setSpace(const SearchSpace* space)
{
    const CellForm before = form();
    {
        const QSignalBlocker quiet(this);
        while (count() > 0)
            removeTab(count() - 1);
        for (const CellForm each : space != nullptr ? space->forms() : std::span<const CellForm>()) {
            const int tab = addTab(formName(each));
            setTabData(tab, static_cast<int>(each));
            setTabToolTip(tab, formExplanation(each));
            if (each == before)
                setCurrentIndex(tab);
        }
    }
    setVisible(count() > 1);
    if (form() != before)
        emit formChanged(form());
}

CellForm FormTabs::form() const
{
    const QVariant chosen = tabData(currentIndex());
    return chosen.isValid() ? static_cast<CellForm>(chosen.toInt()) : CellForm::OperationsOnVertices;
}

} // namespace inverso::ui
