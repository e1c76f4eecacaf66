// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/figure_menu.h"

#include "ui/base/figure.h"

#include <QActionGroup>
#include <QClipboard>
#include <QCoreApplication>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>

namespace inverso::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(inverso::ui::FigureMenu)
};

void saveOrSay(QWidget& widget, Figure& figure, const QString& path)
{
    const QString problem = saveFigure(figure, path);
    if (problem.isEmpty())
        return;
    auto* box = new QMessageBox(QMessageBox::Warning, figure.figureTitle(), problem, QMessageBox::Ok, &widget);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void choose(QWidget& widget, Figure& figure, const QString& suffix, const QString& filter)
{
    auto* dialog =
        new QFileDialog(&widget, figure.figureTitle(), figure.figureName() + QLatin1Char('.') + suffix, filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& chosen) {
        dialog->setDefaultSuffix(chosen.section(QStringLiteral("*."), 1).chopped(1));
    });
    QObject::connect(dialog, &QFileDialog::fileSelected, &widget,
                     [&widget, &figure](const QString& path) { saveOrSay(widget, figure, path); });
    dialog->open();
}

} // namespace

void showFigureMenu(QWidget& widget, Figure& figure, QPoint global)
{
    auto* menu = new QMenu(&widget);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const char* name, const QString& text, bool possible, auto action) {
        QAction* entry = menu->addAction(text);
        entry->setObjectName(QLatin1String(name));
        entry->setEnabled(possible);
        QObject::connect(entry, &QAction::triggered, &widget, action);
    };
    const bool shown = figure.hasFigure();
    add("saveFigure", Words::tr("&Save the figure…"), shown, [&widget, &figure] {
        choose(widget, figure, QStringLiteral("png"),
               Words::tr("PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)"));
    });
    add("copyFigure", Words::tr("&Copy the figure"), shown,
        [&figure] { QGuiApplication::clipboard()->setImage(figureImage(figure)); });
    QMenu* sizes = menu->addMenu(Words::tr("PNG &resolution"));
    auto* group = new QActionGroup(sizes);
    for (int scale = 1; scale <= largestPictureScale; ++scale) {
        QAction* size =
            sizes->addAction(Words::tr("&%1× the screen's").arg(scale), [scale] { setPictureScale(scale); });
        size->setCheckable(true);
        size->setChecked(scale == pictureScale());
        group->addAction(size);
    }
    const bool hasData = figure.hasData();
    menu->addSeparator();
    add("saveFigureData", Words::tr("Export &data…"), hasData,
        [&widget, &figure] { choose(widget, figure, QStringLiteral("csv"), Words::tr("Table (*.csv)")); });
    add("copyFigureData", Words::tr("Copy da&ta"), hasData,
        [&figure] { QGuiApplication::clipboard()->setText(figure.figureCsv()); });
    menu->popup(global);
}

} // namespace inverso::ui
