// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/favourites.h"

#include "ui/base/save_file.h"
#include "ui/base/undo_words.h"
#include "ui/state/favourites_file.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUndoStack>

#include <algorithm>
#include <utility>

namespace inverso::ui {

class FavouriteCommand : public QUndoCommand
{
public:
    FavouriteCommand(UndoWord what, Favourites& favourites, QString space, QString cell,
                     std::optional<Favourite> before, std::optional<Favourite> after)
        : QUndoCommand(undoText(what))
        , m_favourites(favourites)
        , m_space(std::move(space))
        , m_cell(std::move(cell))
        , m_before(std::move(before))
        , m_after(std::move(after))
    {
    }
    void undo() override { m_favourites.put(m_space, m_cell, m_before); }
    void redo() override { m_favourites.put(m_space, m_cell, m_after); }

private:
    Favourites& m_favourites;
    QString m_space;
    QString m_cell;
    std::optional<Favourite> m_before;
    std::optional<Favourite> m_after;
};

QString Favourites::defaultPath()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation))
        .filePath(QStringLiteral("favourites.json"));
}

QString Favourites::keepIn(const QString& path)
{
    m_path.clear();
    QFile file(path);
    if (!file.exists()) {
        m_path = path;
        return {};
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return tr("The favourites in %1 cannot be read (%2), so changes to them will not be saved.")
            .arg(QDir::toNativeSeparators(path), file.errorString());
    }
    ReadFavourites read = favouritesFromJson(file.readAll());
    file.close();
    m_spaces = std::move(read.spaces);
    QString problem;
    if (!read.sound) {
        const QString now = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
        const QString aside = QStringLiteral("%1.damaged-%2").arg(path, now);
        if (!QFile::rename(path, aside)) {
            emit changed();
            return tr("%1 is damaged and cannot be renamed, so changes to the favourites will not be saved.")
                .arg(QDir::toNativeSeparators(path));
        }
        problem = tr("The favourites file was damaged. Its readable entries are listed here; the file is kept as %1.")
                      .arg(QDir::toNativeSeparators(aside));
    }
    m_path = path;
    if (!read.sound)
        save();
    emit changed();
    return problem;
}

const std::vector<Favourite>& Favourites::cells(const QString& space) const
{
    static const std::vector<Favourite> none;
    const auto it = m_spaces.find(space);
    return it == m_spaces.end() ? none : it->second;
}

void Favourites::merge(const QString& space, const std::vector<Favourite>& list)
{
    for (const Favourite& favourite : list)
        if (find(space, favourite.cell) == nullptr)
            put(space, favourite.cell, favourite);
}

const Favourite* Favourites::find(const QString& space, const QString& cell) const
{
    const std::vector<Favourite>& list = cells(space);
    const auto it = std::ranges::find(list, cell, &Favourite::cell);
    return it == list.end() ? nullptr : &*it;
}

void Favourites::add(const QString& space, const QString& cell, QUndoStack& stack)
{
    if (find(space, cell) != nullptr)
        return;
    const QString now = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    stack.push(
        new FavouriteCommand(UndoWord::NewFavourite, *this, space, cell, std::nullopt, Favourite{cell, {}, now}));
}

void Favourites::remove(const QString& space, const QString& cell, QUndoStack& stack)
{
    if (const Favourite* known = find(space, cell))
        stack.push(new FavouriteCommand(UndoWord::RemovedFavourite, *this, space, cell, *known, std::nullopt));
}

void Favourites::setNote(const QString& space, const QString& cell, const QString& note, QUndoStack& stack)
{
    const Favourite* known = find(space, cell);
    if (known == nullptr || known->note == note)
        return;
    Favourite noted = *known;
    noted.note = note;
    stack.push(new FavouriteCommand(UndoWord::Note, *this, space, cell, *known, noted));
}

void Favourites::put(const QString& space, const QString& cell, const std::optional<Favourite>& favourite)
{
    std::vector<Favourite>& list = m_spaces[space];
    std::erase_if(list, [&](const Favourite& old) { return old.cell == cell; });
    if (favourite)
        list.insert(std::ranges::upper_bound(list, favourite->added, {}, &Favourite::added), *favourite);
    save();
    emit changed();
}

void Favourites::save()
{
    if (m_path.isEmpty())
        return;
    QDir().mkpath(QFileInfo(m_path).path());
    const QString reason = saveFile(m_path, favouritesToJson(m_spaces));
    if (!reason.isEmpty()) {
        emit saveFailed(tr("The favourites cannot be written to %1 (%2). Check the folder and the free space.")
                            .arg(QDir::toNativeSeparators(m_path), reason));
    }
}

} // namespace inverso::ui
