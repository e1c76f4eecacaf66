// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/recent_tables.h"

#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QSettings>

namespace inverso::ui {

namespace {

QString settingsKey()
{
    return QStringLiteral("tables/recent");
}

// With "~" for the home folder, shortened to a length that fits into the menu.
QString shortFolder(const QString& path)
{
    QString folder = QFileInfo(path).absolutePath();
    const QString home = QDir::homePath();
    if (folder == home || folder.startsWith(home + QLatin1Char('/')))
        folder.replace(0, home.size(), QStringLiteral("~"));
    constexpr qsizetype longest = 48;
    return folder.size() > longest ? QStringLiteral("…") + folder.right(longest - 1) : folder;
}

QString escaped(QString text)
{
    return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

RecentTables::RecentTables(QObject* parent)
    : QObject(parent)
{
}

QStringList RecentTables::paths() const
{
    return QSettings().value(settingsKey()).toStringList().mid(0, capacity);
}

void RecentTables::add(const QString& path)
{
    const QFileInfo file(path);
    if (!file.isFile())
        return;
    QStringList all = paths();
    all.removeAll(file.absoluteFilePath());
    all.prepend(file.absoluteFilePath());
    QSettings().setValue(settingsKey(), all.mid(0, capacity));
    emit changed();
}

void RecentTables::clear()
{
    QSettings().remove(settingsKey());
    emit changed();
}

void RecentTables::attachTo(QMenu& menu)
{
    menu.setToolTipsVisible(true);
    const auto update = [this, &menu] { menu.menuAction()->setEnabled(!paths().isEmpty()); };
    connect(&menu, &QMenu::aboutToShow, this, [this, &menu] { fill(menu); });
    connect(this, &RecentTables::changed, &menu, update);
    update();
}

void RecentTables::fill(QMenu& menu)
{
    menu.clear();
    int number = 0;
    for (const QString& path : paths()) {
        const bool exists = QFileInfo(path).isFile();
        const QString name = escaped(QFileInfo(path).fileName());
        const QString folder = escaped(shortFolder(path));
        QAction* action = menu.addAction(exists ? tr("&%1  %2 – %3").arg(QString::number(++number), name, folder)
                                                : tr("%1 – %2 (missing)").arg(name, folder));
        action->setEnabled(exists);
        action->setToolTip(path);
        action->setData(path);
        connect(action, &QAction::triggered, this, [this, path] { emit openRequested(path); });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("&Clear this list")), &QAction::triggered, this, &RecentTables::clear);
}

} // namespace inverso::ui
