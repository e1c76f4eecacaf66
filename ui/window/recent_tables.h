// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

class QMenu;

namespace inverso::ui {

/// The tables that were opened from files, newest first, kept in QSettings.
class RecentTables : public QObject
{
    Q_OBJECT

public:
    static constexpr int capacity = 8;

    explicit RecentTables(QObject* parent = nullptr);

    /// Absolute paths; some may be missing.
    [[nodiscard]] QStringList paths() const;
    /// Puts a file in front. A table known by name is not a file and is ignored.
    void add(const QString& path);
    /// Fills the menu each time it is about to be shown: an entry per file, disabled if the file is missing,
    /// and one that clears the list. The menu cannot be opened while there is nothing to list.
    void attachTo(QMenu& menu);

public slots:
    void clear();

signals:
    void openRequested(const QString& path);
    void changed();

private:
    void fill(QMenu& menu);
};

} // namespace inverso::ui
