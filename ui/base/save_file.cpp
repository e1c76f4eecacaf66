// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/save_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

namespace inverso::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(inverso::ui::SaveFile)
};

} // namespace

QString saveFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return file.errorString();
}

QString saveOrExplain(const QString& path, const QByteArray& bytes)
{
    const QString reason = saveFile(path, bytes);
    if (reason.isEmpty())
        return {};
    return Words::tr("%1 cannot be written (%2). Check the folder and the free space, or choose another place.")
        .arg(QDir::toNativeSeparators(path), reason);
}

} // namespace inverso::ui
