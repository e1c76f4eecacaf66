// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worker/worker_words.h"

#include "core/base/setting.h"
#include "ui/state/setting_words.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <new>

namespace inverso::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(inverso::ui::Worker)
};

constexpr qint64 progressMilliseconds = 40;

} // namespace

// The core's own errors are sentences; of others only the first line is useful to the user.
QString sentenceOf(const std::exception& error)
{
    if (const auto* setting = dynamic_cast<const SettingError*>(&error))
        return settingSentence(*setting);
    QString text = QString::fromUtf8(error.what());
    if (dynamic_cast<const Error*>(&error) != nullptr)
        return text;
    if (dynamic_cast<const std::bad_alloc*>(&error) != nullptr)
        return Words::tr("There is not enough memory for this: close other programs or choose smaller settings.");
    return Words::tr("Unexpected error: %1").arg(text.section(QLatin1Char('\n'), 0, 0));
}

ProgressSink throttled(std::function<void(double fraction)> notify)
{
    QElapsedTimer since;
    since.start();
    return [since, notify = std::move(notify)](const Progress& now) mutable {
        if (since.elapsed() < progressMilliseconds)
            return;
        since.restart();
        notify(now.fraction);
    };
}

} // namespace inverso::ui
