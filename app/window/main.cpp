// SPDX-License-Identifier: GPL-3.0-or-later
// The window: reads the command line, opens on the first benchmark, or takes screenshots of itself.
#include "app/window/start_measure.h"
#include "core/base/error.h"
#include "core/benchmark/catalogue.h"
#include "core/model/runtime.h"
#include "ui/base/language.h"
#include "ui/run/runs_panel.h"
#include "ui/state/favourites.h"
#include "ui/window/main_window.h"
#include "ui/window/recovery.h"
#include "ui/window/screenshot_script.h"
#include "ui/worker/core_engine.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QProcess>
#include <QStyleFactory>
#include <QTextStream>

#include <algorithm>
#include <clocale>

namespace {

using namespace inverso;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(main)
};

QString aboutDetails()
{
    const RuntimeInfo runtime = runtimeInfo();
    QString details = Words::tr("Version %1<br>Qt %2<br>LibTorch %3<br>BLAS: %4")
                          .arg(QCoreApplication::applicationVersion(), QString::fromLatin1(qVersion()),
                               QString::fromStdString(runtime.libtorch).toHtmlEscaped(),
                               QString::fromStdString(runtime.blas).toHtmlEscaped());
    if (runtime.referenceBlas)
        details += Words::tr("<br><b>This is the reference BLAS, tens of times slower than OpenBLAS: install "
                             "libopenblas0-pthread.</b>");
    return details;
}

ui::MainWindow::Options options()
{
    ui::MainWindow::Options result;
    result.engine = std::make_shared<ui::CoreEngine>();
    for (const CatalogueEntry& entry : findTables())
        result.tables += QString::fromStdString(entry.name);
    result.aboutDetails = aboutDetails;
    return result;
}

// Repeats it at another scale in a separate process, since the scale is fixed for a process.
bool screenshotsAtScale(const QString& scale, const QStringList& arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_SCALE_FACTOR"), scale);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(QCoreApplication::applicationFilePath(), arguments.mid(1));
    return process.waitForFinished(-1) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

int takeScreenshots(const QString& folder, const QString& script)
{
    if (script != QStringLiteral("demo")) {
        QTextStream(stderr) << Words::tr("--script is %1; allowed: demo.").arg(script) << Qt::endl;
        return 2;
    }
    if (!ui::takeScreenshots(options(), folder))
        return 1;
    if (qEnvironmentVariableIsSet("QT_SCALE_FACTOR"))
        return 0;
    const QStringList arguments = QCoreApplication::arguments();
    for (const char* scale : {"1.5", "2"}) // common on laptops, and high-resolution screens
        if (!screenshotsAtScale(QLatin1String(scale), arguments))
            return 1;
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    const bool screenshot =
        std::any_of(argv + 1, argv + argc, [](const char* a) { return qstrncmp(a, "--screenshot", 12) == 0; });
    if (screenshot && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");

    QApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C"); // CSV files and Graphviz read numbers with a point
    QCoreApplication::setOrganizationName(QStringLiteral("inverso"));
    QCoreApplication::setApplicationName(QStringLiteral("inverso"));
    QGuiApplication::setDesktopFileName(QStringLiteral("inverso")); // the desktop finds icon and name by it
    QCoreApplication::setApplicationVersion(QStringLiteral(INVERSO_VERSION));
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    setThreads(1);

    QCommandLineParser parser;
    parser.setApplicationDescription(Words::tr("Generates neural-network cells by inverting their accuracy."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("table"),
                                 Words::tr("Table to open: a CSV file, or the name of a known one; or a session."),
                                 QStringLiteral("[table]"));
    parser.addOption({QStringLiteral("screenshot"),
                      Words::tr("Save pictures of the window's states to a folder and exit."), Words::tr("folder")});
    parser.addOption(
        {QStringLiteral("script"), Words::tr("Which states: demo."), Words::tr("name"), QStringLiteral("demo")});
    parser.addOption({QStringLiteral("measure-start"),
                      Words::tr("Print how long the window takes until its map can be used, and exit.")});
    parser.addOption({QStringLiteral("language"), Words::tr("Language of the window: en or zh_TW."), Words::tr("code"),
                      ui::chosenLanguage()});
    parser.process(application);
    ui::speak(parser.value(QStringLiteral("language")));
    if (parser.isSet(QStringLiteral("screenshot")))
        return takeScreenshots(parser.value(QStringLiteral("screenshot")), parser.value(QStringLiteral("script")));

    ui::MainWindow::Options settings = options();
    settings.remembersLayout = true;
    settings.favouritesFile = ui::Favourites::defaultPath();
    settings.recordFolder = ui::Recovery::defaultFolder();
    ui::MainWindow window(std::move(settings));
    if (parser.isSet(QStringLiteral("measure-start")))
        new ui::StartMeasure(window);
    window.show();
    const QString wanted = parser.positionalArguments().value(0);
    if (wanted.isEmpty() || ui::RunsPanel::isSession(wanted)) // the runs of a session are shown beside a map
        window.openFirstTable();
    if (!wanted.isEmpty())
        window.open(wanted);
    return QApplication::exec();
}
