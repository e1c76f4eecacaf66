// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <map>
#include <optional>
#include <vector>

class QUndoStack;

namespace inverso::ui {

/// A cell that somebody wants to find again.
struct Favourite
{
    QString cell; ///< as SearchSpace::text() writes it
    QString note;
    QString added; ///< UTC, ISO 8601 with milliseconds

    bool operator==(const Favourite&) const = default;
};

/// The favourite cells of every search space, kept in a JSON file. Without keepIn() they last as long as
/// the program. GUI thread only.
class Favourites : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Where the window keeps them: in the user's data folder.
    static QString defaultPath();
    /// Reads the file and writes every later change into it; a missing one is made with the first change.
    /// Returns a sentence when something is wrong, else an empty string. What cannot be understood is
    /// renamed, not lost; a file that cannot be read or renamed is left alone, and nothing is kept.
    QString keepIn(const QString& path);

    /// Adds those of the list that are not there, with their notes; not a step to undo.
    void merge(const QString& space, const std::vector<Favourite>& list);

    /// Of the space of that name, oldest first.
    [[nodiscard]] const std::vector<Favourite>& cells(const QString& space) const;
    [[nodiscard]] const Favourite* find(const QString& space, const QString& cell) const;

    /// Each puts one command on the stack, or none when nothing would change.
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
