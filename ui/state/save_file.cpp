// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/save_file.h"

#include <QSaveFile>

namespace inverso::ui {

QString saveFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return file.errorString();
}

} // namespace inverso::ui
