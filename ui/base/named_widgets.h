// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QWidget>

namespace inverso::ui {

/// Whether this project set a widget's object name: Qt's internal widgets, such as the line edit of a spin box, have
/// names, too.
inline bool isOurName(const QString& name)
{
    return !name.isEmpty() && !name.startsWith(QLatin1String("qt_"));
}

/// The object name at the end of a key of visitNamed().
inline QString nameInKey(const QString& key)
{
    return key.section(QLatin1Char('#'), 0, 0).section(QLatin1Char('/'), -1);
}

/// Calls visit(widget, key) for the widgets under `root` of that class that have an object name. The key contains that
/// name and the names of the parents, since several plots have a control of the same name; it is the same in a copy of
/// the root.
template <typename Widget, typename Visit> void visitNamed(const QWidget& root, Visit visit)
{
    QMap<QString, int> seen;
    for (Widget* widget : root.findChildren<Widget*>()) {
        if (!isOurName(widget->objectName()))
            continue;
        QString path = widget->objectName();
        for (const QWidget* around = widget->parentWidget(); around != nullptr && around != &root;
             around = around->parentWidget())
            if (isOurName(around->objectName()))
                path.prepend(around->objectName() + QLatin1Char('/'));
        visit(*widget, QStringLiteral("%1#%2").arg(path).arg(seen[path]++));
    }
}

} // namespace inverso::ui
