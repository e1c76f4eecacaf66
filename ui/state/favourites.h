// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <map>
#include <optional>
#include <vector>

class QUndoStack;

namespace inverso::ui {

/// A cell that the user wants to find again.
struct Favourite
{
    QString cell; ///< as written by SearchSpace::text()
    QString note;
    QString added; ///< UTC, ISO 8601 with milliseconds

    bool operator==(const Favourite&) const = default;
};

/// The favourite cells of every search space, stored in a JSON file. Without keepIn() they exist only in memory. GUI
/// thread only.
class Favourites : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// The window's file: in the user's data folder.
    static QString defaultPath();
    /// Reads the file and writes every later change to it; the first change creates a missing file. Returns an error
    /// sentence, or an empty string. A damaged file is renamed; if a file cannot be read or renamed, it is not changed
    /// and nothing is stored.
    QString keepIn(const QString& path);

    /// Adds the missing ones of the list with their notes; not an undo step.
    void merge(const QString& space, const std::vector<Favourite>& list);

    /// Of the space of that name, oldest first.
    [[nodiscard]] const std::vector<Favourite>& cells(const QString& space) const;
    [[nodiscard]] const Favourite* find(const QString& space, const QString& cell) const;

    /// Each pushes one command on the stack, or none if nothing changes.
    void add(const QString& space, const QString& cell, QUndoStack& stack);
    void remove(const QString& space, const QString& cell, QUndoStack& stack);
    void setNote(const QString& space, const QString& cell, const QString& note, QUndoStack& stack);

signals:
    void changed();
    /// The file could not be written; the favourites are still in memory.
    void saveFailed(const QString& sentence);

private:
    friend class FavouriteCommand;
    void put(const QString& space, const QString& cell, const std::optional<Favourite>& favourite);
    void save();

    std::map<QString, std::vector<Favourite>> m_spaces;
    QString m_path;
};

} // namespace inverso::ui
