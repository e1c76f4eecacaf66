// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/start_measure.h"

#include "ui/map/latent_map.h"
#include "ui/map/map_panel.h"
#include "ui/window/main_window.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QTextStream>
#include <QTimer>

#include <ctime>
#include <unistd.h>

namespace inverso::ui {

namespace {

// Seconds since the kernel created the process, including the loading of shared libraries; resolution 0.01 s.
double secondsSinceStart()
{
    QFile file(QStringLiteral("/proc/self/stat"));
    timespec now{};
    if (!file.open(QIODevice::ReadOnly) || clock_gettime(CLOCK_BOOTTIME, &now) != 0)
        return -1.0;
    const QByteArray stat = file.readAll();
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' '); // from the third
    constexpr qsizetype startTime = 22 - 3;
    if (fields.size() <= startTime)
        return -1.0;
    const double started = fields[startTime].toDouble() / static_cast<double>(sysconf(_SC_CLK_TCK));
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9 - started;
}

double peakMegabytes()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return -1.0;
    const QByteArray status = file.readAll();
    const qsizetype at = status.indexOf("VmHWM:");
    return at < 0 ? -1.0 : status.mid(at + 6).trimmed().split(' ').front().toDouble() / 1024.0;
}

} // namespace

StartMeasure::StartMeasure(MainWindow& window)
    : QObject(&window)
    , m_window(window)
{
    window.installEventFilter(this);
    window.mapPanel().map().installEventFilter(this);
}

bool StartMeasure::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::Paint)
        return QObject::eventFilter(watched, event);
    if (m_shown < 0.0)
        m_shown = secondsSinceStart();
    const LatentMap& map = m_window.mapPanel().map();
    if (watched == &map && map.hasFigure() && !m_noting) {
        m_noting = true;
        QTimer::singleShot(0, this, &StartMeasure::noteUsable); // after the queued events
    }
    return QObject::eventFilter(watched, event);
}

void StartMeasure::noteUsable()
{
    m_usable = secondsSinceStart();
    if (!m_window.state().workspace()->latentsComing)
        return finish();
    connect(&m_window.state(), &ExplorerState::latentsChanged, this, &StartMeasure::finish);
}

void StartMeasure::finish()
{
    QTextStream(stdout) << QStringLiteral("window painted: %1 s\nusable: %2 s\nmodel ready: %3 s\npeak memory: %4 MB")
                               .arg(m_shown, 0, 'f', 2)
                               .arg(m_usable, 0, 'f', 2)
                               .arg(secondsSinceStart(), 0, 'f', 2)
                               .arg(peakMegabytes(), 0, 'f', 0)
                        << Qt::endl;
    QCoreApplication::quit();
}

} // namespace inverso::ui
