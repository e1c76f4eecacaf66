// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/report/plan_report.h"
#include "tests/core/experiment/experiment_records.h"
#include "tests/ui/file_content.h"
#include "ui/base/notice_bar.h"
#include "ui/base/theme.h"
#include "ui/experiments/experiment_controls.h"
#include "ui/experiments/experiments_window.h"
#include "ui/experiments/report_figure.h"
#include "ui/experiments/report_page.h"
#include "ui/experiments/report_table.h"
#include "ui/experiments/report_view.h"
#include "ui/worker/experiment_runner.h"
#include "ui/worker/fake_engine.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardPaths>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTreeWidget>
#include <QtTest>

#include <chrono>
#include <thread>

using namespace inverso;
using namespace inverso::ui;

namespace {

/// But for smooth edges.
bool isNear(const QColor& a, const QColor& b)
{
    return a.alpha() > 200
           && std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue()) < 60;
}

/// Two methods with each seed; a run takes some milliseconds, and what the store has is not done again.
struct FakeWork
{
    int milliseconds = 2;
    bool breaks = false;
    int* done = nullptr;

    ExperimentEnd operator()(const Plan& /*plan*/, int seeds, ResultStore& store,
                             const std::function<void(const ExperimentProgress&)>& tell,
                             const std::stop_token& stop) const
    {
        const std::string begun = toLine(planRecord(seeds));
        const std::vector<std::string> known = store.lines("plan");
        if (std::ranges::find(known, begun) == known.end())
            store.append(begun);
        ExperimentProgress progress{static_cast<std::size_t>(2 * seeds), 0, 0.0};
        tell(progress);
        for (int seed = 0; seed < seeds; ++seed) {
            for (const char* method : {"rs", "ls"}) {
                const SearchRecord record = searchRecord(method, static_cast<std::uint64_t>(seed));
                if (!store.has(record.key.id())) {
                    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
                    if (stop.stop_requested())
                        throw Cancelled();
                    if (breaks)
                        throw Error("The table is gone; bring it back and start again.");
                    store.append(toLine(record));
                    if (done != nullptr)
                        ++*done;
                }
                ++progress.finished;
                progress.fraction = static_cast<double>(progress.finished) / static_cast<double>(progress.runs);
                tell(progress);
            }
        }
        return {progress, {}};
    }
};

class WorkingEngine : public FakeEngine
{
public:
    explicit WorkingEngine(FakeWork work)
        : m_work(std::move(work))
    {
    }
    [[nodiscard]] bool canReproduce() const override { return true; }
    ExperimentEnd reproduce(const Plan& plan, int seeds, ResultStore& store,
                            const std::function<void(const ExperimentProgress&)>& progress,
                            const std::stop_token& stop) override
    {
        return m_work(plan, seeds, store, progress, stop);
    }

private:
    FakeWork m_work;
};

struct Fixture
{
    explicit Fixture(FakeWork work = {})
    {
        QFile plan(folder.filePath("plan.json"));
        if (plan.open(QIODevice::WriteOnly))
            plan.write(smallPlan());
        plan.close();
        runner = std::make_unique<ExperimentRunner>(std::make_shared<WorkingEngine>(work));
        runner->open(folder.filePath("results"));
        window = std::make_unique<ExperimentsWindow>(*runner);
        window->show();
        controls = window->findChild<ExperimentControls*>();
        controls->choosePlan(folder.filePath("plan.json"));
    }
    ~Fixture() { window.reset(); }
    QPushButton& button(const char* name) { return *window->findChild<QPushButton*>(QLatin1String(name)); }
    void run()
    {
        button("runExperiment").click();
        QVERIFY(QTest::qWaitFor([this] { return !runner->isRunning(); }, 20000));
    }
    QString said() const { return window->findChild<QLabel*>(QStringLiteral("experimentState"))->text(); }
    std::vector<ReportTableView*> tables() const
    {
        const auto found = window->findChildren<ReportTableView*>();
        return {found.begin(), found.end()};
    }

    QTemporaryDir folder;
    std::unique_ptr<ExperimentRunner> runner;
    std::unique_ptr<ExperimentsWindow> window;
    ExperimentControls* controls = nullptr;
};

} // namespace

class TestExperimentsWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void offersThePlansOfTheThesis()
    {
        Fixture f;
        auto* plans = f.window->findChild<QComboBox*>(QStringLiteral("plan"));
        QStringList titles;
        for (int i = 0; i < plans->count(); ++i)
            titles += plans->itemText(i);
        for (const char* table : {"Table 1", "Table 3", "Table 4", "Table 5", "Table 6", "Table 7", "Figures"})
            QVERIFY2(titles.indexOf(QRegularExpression(QLatin1String(table) + QStringLiteral(".*"))) >= 0, table);
        QCOMPARE(plans->currentText(), QStringLiteral("A small plan"));
        QCOMPARE(f.window->findChild<QSpinBox*>(QStringLiteral("planSeeds"))->value(), 3);
    }

    void runsAndShowsTheSameTextsAsTheFiles()
    {
        Fixture f;
        QVERIFY(f.window->findChild<QLabel*>(QStringLiteral("noResults"))->isVisible());
        f.run();
        QVERIFY2(f.said().contains(QStringLiteral("A small plan")), qPrintable(f.said()));
        QVERIFY(QTest::qWaitFor([&] { return f.runner->report() != nullptr; }, 10000));
        const Report report = planReport(ResultStore::open(f.folder.filePath("results").toStdString()),
                                         PrintedResults::load(), QCoreApplication::applicationVersion().toStdString());
        f.window->view().choose(QStringLiteral("CIFAR-10"));
        const std::vector<ReportTableView*> tables = f.tables();
        QVERIFY(tables.size() >= 3);
        std::size_t compared = 0;
        for (const ReportTableView* view : tables) {
            const QAbstractItemModelTester tester(view->model(),
                                                  QAbstractItemModelTester::FailureReportingMode::QtTest);
            for (const ReportSection& section : report.sections) {
                if (!section.table || section.table->about != view->tableModel().table().about)
                    continue;
                ++compared;
                Report alone;
                alone.sections.push_back(section);
                QCOMPARE(view->csv().toStdString(), toCsv(alone));
                QCOMPARE(view->model()->rowCount(), static_cast<int>(section.table->rows.size()));
                QCOMPARE(view->model()->index(0, 1).data().toString().toStdString(), section.table->rows[0][1].shown());
            }
        }
        QCOMPARE(compared, tables.size());
        const QString page = f.folder.filePath("report.html");
        for (const auto& [path, text] :
             {std::pair(page, toHtml(report)), std::pair(f.folder.filePath("report.csv"), toCsv(report)),
              std::pair(f.folder.filePath("report.md"), toMarkdown(report))}) {
            QCOMPARE(f.window->save(path), QString());
            QCOMPARE(test::contentOf(path).toStdString(), text);
        }
        QVERIFY(!f.window->save(f.folder.filePath("none/report.html")).isEmpty());
    }

    void showsWhatComesInWhileItRuns()
    {
        Fixture f({.milliseconds = 150});
        f.window->findChild<QSpinBox*>(QStringLiteral("planSeeds"))->setValue(100);
        f.button("runExperiment").click();
        QVERIFY(!f.button("runExperiment").isEnabled());
        QVERIFY(QTest::qWaitFor([&] { return f.runner->report() != nullptr; }, 10000));
        QVERIFY(f.runner->isRunning());
        QVERIFY2(f.said().contains(QStringLiteral("of 200 runs finished")), qPrintable(f.said()));
        f.window->view().choose(QStringLiteral("Overview"));
        const auto finished = [&] { return f.tables().front()->model()->index(0, 1).data().toInt(); };
        const int before = finished();
        QVERIFY(QTest::qWaitFor([&] { return finished() > before; }, 10000)); // the same page, other numbers
        f.button("stopExperiment").click();
        QVERIFY(QTest::qWaitFor([&] { return !f.runner->isRunning(); }, 1000));
        QVERIFY2(f.said().startsWith(QStringLiteral("Stopped")), qPrintable(f.said()));
    }

    void aStoppedOneGoesOn()
    {
        int done = 0;
        Fixture f({.milliseconds = 20, .done = &done});
        f.button("runExperiment").click();
        QVERIFY(QTest::qWaitFor([&] { return f.runner->progress().finished >= 2; }, 10000));
        f.button("stopExperiment").click();
        QVERIFY(QTest::qWaitFor([&] { return !f.runner->isRunning(); }, 10000));
        const int first = done;
        QVERIFY(first >= 2 && first < 6);
        f.run();
        QCOMPARE(done, 6);
    }

    void closingTheWindowLetsItGoOn()
    {
        int done = 0;
        Fixture f({.milliseconds = 20, .done = &done});
        f.button("runExperiment").click();
        f.window->close();
        QVERIFY(QTest::qWaitFor([&] { return !f.runner->isRunning(); }, 10000));
        QCOMPARE(done, 6);
    }

    void theProgramMayEndInTheMiddle()
    {
        int done = 0;
        {
            Fixture f({.milliseconds = 50, .done = &done});
            f.button("runExperiment").click();
            QVERIFY(QTest::qWaitFor([&] { return f.runner->progress().finished >= 1; }, 10000));
        }
        QVERIFY(done >= 1 && done < 6);
    }

    void whatBreaksIsSaidInTheWindow()
    {
        Fixture f({.breaks = true});
        f.run();
        QVERIFY2(f.window->notice().sentence().contains(QStringLiteral("The table is gone")),
                 qPrintable(f.window->notice().sentence()));
        QFile(f.folder.filePath("bad.json")).open(QIODevice::WriteOnly);
        f.controls->choosePlan(f.folder.filePath("bad.json"));
        QVERIFY2(f.window->notice().sentence().contains(QStringLiteral("bad.json")),
                 qPrintable(f.window->notice().sentence()));
        QCOMPARE(f.controls->plan(), f.folder.filePath("plan.json")); // as it was
    }

    void sectionsFollowTheTheme()
    {
        Fixture f;
        f.run();
        QVERIFY(QTest::qWaitFor([&] { return f.runner->report() != nullptr; }, 10000));
        auto* tree = f.window->findChild<QTreeWidget*>(QStringLiteral("reportSections"));
        for (const Theme theme : {Theme::Dark, Theme::Light}) {
            applyTheme(theme);
            QTest::qWait(20);
            const QImage drawn = tree->viewport()->grab().toImage();
            QCOMPARE(drawn.pixelColor(drawn.width() - 2, drawn.height() - 2),
                     f.window->palette().color(QPalette::Base));
        }
        applyTheme(Theme::System);
    }

    void plotsAreDrawnInBothThemesAndGoOut()
    {
        Fixture f;
        f.run();
        QVERIFY(QTest::qWaitFor([&] { return f.runner->report() != nullptr; }, 10000));
        f.window->view().choose(QStringLiteral("CIFAR-10"));
        auto* figure = f.window->findChild<ReportFigure*>();
        QVERIFY(figure != nullptr);
        figure->resize(760, 340);
        for (const Theme theme : {Theme::Light, Theme::Dark}) {
            applyTheme(theme);
            const QColor series = theme == Theme::Light ? QColor("#0072b2") : QColor("#4aa8e0");
            const auto pixels = [&] {
                QImage drawn(figure->size(), QImage::Format_ARGB32_Premultiplied);
                drawn.fill(Qt::transparent);
                figure->render(&drawn, {}, {}, QWidget::DrawChildren);
                int count = 0;
                for (int y = 0; y < drawn.height(); ++y)
                    for (int x = 0; x < drawn.width(); ++x)
                        count += isNear(drawn.pixelColor(x, y), series) ? 1 : 0;
                return count;
            };
            QTRY_VERIFY2(pixels() > 50, qPrintable(QString::number(pixels())));
        }
        applyTheme(Theme::System);
        const QStringList lines = figure->figureCsv().split('\n');
        QVERIFY(figure->figureCsv().contains(QStringLiteral("LS,12,")));
        QVERIFY(lines.size() > 24);
        for (const QString& suffix : figureSuffixes()) {
            const QString path = f.folder.filePath(figure->figureName() + '.' + suffix);
            QCOMPARE(saveFigure(*figure, path), QString());
            QVERIFY(!test::contentOf(path).isEmpty());
        }
        // A dark viewer shows the words of the file on the background that they are readable on.
        QImage viewed(figure->figureSize(), QImage::Format_RGB32);
        viewed.fill(Qt::black);
        QPainter painter(&viewed);
        QSvgRenderer(f.folder.filePath(figure->figureName() + QStringLiteral(".svg"))).render(&painter);
        QCOMPARE(viewed.pixelColor(1, 1), QColor(Qt::white));
    }
};

QTEST_MAIN(TestExperimentsWindow)
#include "tst_experiments_window.moc"
