// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/recovery.h"

#include "core/session/session_file.h"
#include "ui/base/notice_bar.h"
#include "ui/state/run_queue.h"

#include <QAction>
#include <QDateTime>
#include <QDir>
#include <QLocale>
#include <QSettings>
#include <QStandardPaths>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace inverso::ui {

namespace {

QString settingsKey()
{
    return QStringLiteral("recovery/declined");
}

/// The sessions in a folder, the newest first: their names begin with the time.
QStringList sessionsIn(const QString& folder)
{
    QStringList paths;
    const QDir dir(folder);
    for (const QString& name : dir.entryList({QStringLiteral("*.inverso")}, QDir::Files, QDir::Name | QDir::Reversed))
        paths += dir.absoluteFilePath(name);
    return paths;
}

std::optional<Recovery::Left> readLeft(const QString& path)
{
    const SessionFile session = SessionFile::view(path.toStdString());
    const std::vector<RecordedRun> runs = session.runs();
    const auto run = std::ranges::find(runs, false, &RecordedRun::finished);
    if (run == runs.end() || run->rounds.empty())
        return std::nullopt;
    Recovery::Left left{.path = path,
                        .method = QString::fromStdString(run->settings.method),
                        .dataset = QString::fromStdString(session.header().dataset),
                        .budget = run->settings.budget};
    for (const Round& round : run->rounds)
        left.queries += static_cast<int>(round.queries.size());
    left.waiting = static_cast<int>(queueFromJson(QByteArray::fromStdString(session.annotation("queue"))).size());
    const QDateTime begun =
        QDateTime::fromString(QString::fromStdString(session.header().created), Qt::ISODate).toLocalTime();
    left.time = QLocale().toString(begun, QLocale::ShortFormat);
    return left;
}

/// The newest search that is neither open nor declined. Deletes files beyond the limit.
std::optional<Recovery::Left> findLeft(const QString& folder, const QStringList& declined)
{
    int kept = 0;
    std::optional<Recovery::Left> newest;
    for (const QString& path : sessionsIn(folder)) {
        if (SessionFile::isInUse(path.toStdString()))
            continue;
        try {
            if (++kept > Recovery::capacity)
                SessionFile::remove(path.toStdString());
            else if (!newest && !declined.contains(path))
                newest = readLeft(path);
        } catch (const std::exception&) { // of a newer version, damaged, or opened meanwhile: skipped
        }
    }
    return newest;
}

} // namespace

Recovery::Recovery(QString folder, QObject* parent)
    : QObject(parent)
    , m_folder(std::move(folder))
{
    connect(&m_looking, &QFutureWatcherBase::finished, this, &Recovery::take);
}

Recovery::~Recovery()
{
    m_looking.disconnect(this);
    m_looking.waitForFinished(); // its result is not used
}

QString Recovery::defaultFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).filePath(QStringLiteral("searches"));
}

void Recovery::look()
{
    const QStringList declined = QSettings().value(settingsKey()).toStringList();
    m_looking.setFuture(QtConcurrent::run([folder = m_folder, declined] { return findLeft(folder, declined); }));
}

void Recovery::take()
{
    m_left = m_looking.result();
    show();
}

void Recovery::setBar(NoticeBar* bar)
{
    m_bar = bar;
    if (bar == nullptr)
        return;
    auto* goOn = new QAction(tr("Resume &it"), bar);
    goOn->setObjectName(QStringLiteral("recover"));
    auto* notNow = new QAction(tr("&Not now"), bar);
    notNow->setObjectName(QStringLiteral("declineRecovery"));
    bar->addButton(goOn);
    bar->addButton(notNow);
    connect(goOn, &QAction::triggered, this, &Recovery::accept);
    connect(notNow, &QAction::triggered, this, &Recovery::decline);
    connect(bar, &NoticeBar::dismissed, this, &Recovery::decline);
    show();
}

void Recovery::show()
{
    if (m_bar == nullptr)
        return;
    if (!m_left)
        return m_bar->setSentence({});
    QString sentence =
        tr("A search was not finished when the program ended: %1 on %2, started %3, %4 of %5 queries done.")
            .arg(m_left->method, m_left->dataset, m_left->time)
            .arg(m_left->queries)
            .arg(m_left->budget);
    if (m_left->waiting > 0)
        sentence += QLatin1Char(' ') + tr("%n runs were queued.", nullptr, m_left->waiting);
    m_bar->setSentence(sentence);
}

void Recovery::accept()
{
    const auto left = std::exchange(m_left, {});
    show();
    if (left)
        emit goOnRequested(left->path);
}

void Recovery::decline()
{
    const auto left = std::exchange(m_left, {});
    show();
    if (!left)
        return;
    QStringList declined = QSettings().value(settingsKey()).toStringList();
    declined.removeIf([](const QString& path) { return !QFile::exists(path); });
    declined += left->path;
    QSettings().setValue(settingsKey(), declined);
}

} // namespace inverso::ui
