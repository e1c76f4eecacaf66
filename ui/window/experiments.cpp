// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/experiments.h"

#include "ui/base/form_values.h"
#include "ui/base/named_widgets.h"
#include "ui/base/view_places.h"
#include "ui/experiments/experiment_controls.h"
#include "ui/experiments/experiments_window.h"

#include <QSettings>
#include <QStandardPaths>
#include <QTimer>

namespace inverso::ui {

namespace {

QString folderKey()
{
    return QStringLiteral("experiments/folder");
}

QString usualFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/experiments");
}

} // namespace

Experiments::Experiments(SearchEnginePtr engine, bool remembers, QWidget* parent)
    : QObject(parent)
    , m_parent(parent)
    , m_remembers(remembers)
    , m_runner(std::move(engine))
{
    connect(&m_runner, &ExperimentRunner::folderChanged, this, [this] {
        if (m_remembers)
            QSettings().setValue(folderKey(), m_runner.folder());
    });
}

Experiments::~Experiments()
{
    delete m_window; // it refers to the runner
}

ExperimentsWindow* Experiments::window() const
{
    return m_window;
}

void Experiments::makeWindow()
{
    m_window = new ExperimentsWindow(m_runner, m_parent);
    connect(m_window, &ExperimentsWindow::manualRequested, this, &Experiments::manualRequested);
}

void Experiments::show()
{
    if (!m_window) {
        makeWindow();
        const QString last = m_remembers ? QSettings().value(folderKey()).toString() : QString();
        if (m_runner.folder().isEmpty())
            m_runner.open(last.isEmpty() ? usualFolder() : last);
    }
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

void Experiments::dressAnew()
{
    if (!m_window)
        return;
    const bool shown = m_window->isVisible();
    const QByteArray geometry = m_window->saveGeometry();
    const QString plan = m_window->controls().plan();
    FormValues fields = formValues(*m_window);
    // The user's own plan is not in the new list yet.
    fields.removeIf([](const auto& field) { return nameInKey(field.key()) == QLatin1String("plan"); });
    const ViewPlaces places = viewPlaces(*m_window);
    delete m_window;
    makeWindow();
    m_window->restoreGeometry(geometry);
    m_window->controls().choosePlan(plan);
    setFormValues(*m_window, fields);
    m_window->setVisible(shown);
    QTimer::singleShot(0, m_window, [this, places] { setViewPlaces(*m_window, places); });
}

} // namespace inverso::ui
