// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/cells/free_edges.h"
#include "tests/ui/file_content.h"
#include "tests/ui/inspector/inspected_workspace.h"
#include "tests/ui/picture_contrast.h"
#include "ui/base/notice_bar.h"
#include "ui/base/theme.h"
#include "ui/cells/cell_view.h"
#include "ui/cells/form_tabs.h"
#include "ui/cells/operation_style.h"
#include "ui/inspector/cell_attributes.h"
#include "ui/inspector/export_menu.h"
#include "ui/inspector/inspector_nearest.h"
#include "ui/inspector/inspector_neighbours.h"
#include "ui/inspector/inspector_panel.h"
#include "ui/inspector/inspector_section.h"
#include "ui/inspector/matrix_view.h"
#include "ui/state/selection.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QScrollArea>
#include <QScrollBar>
#include <QtTest>

using namespace inverso;
using namespace inverso::ui;

namespace {

/// The panel on a screen, with the mixed cell selected.
struct Fixture
{
    explicit Fixture(bool withLatents = true)
    {
        panel.resize(340, 900);
        auto workspace = std::make_shared<Workspace>(*test::inspectedWorkspace());
        if (!withLatents)
            workspace->latents = nullptr;
        state.setWorkspace(workspace);
        state.setChosenDataset("alpha");
        selection.select(cell);
        panel.show();
    }

    template <typename T> T& find(const char* name) { return *panel.findChild<T*>(QString::fromLatin1(name)); }

    ExplorerState state;
    Selection selection;
    InspectorPanel panel{state, selection, std::make_shared<GraphLayouter>()};
    const CellIndex cell = test::space().parse(test::mixedCell());
};

/// The cells at the least distances from one, equal distances by index: all are looked at.
std::vector<CellIndex> nearestOfAll(const LatentSpace& latents, CellIndex cell, std::size_t count)
{
    const auto mine = latents.means().row(cell);
    std::vector<std::pair<float, CellIndex>> all;
    for (CellIndex other = 0; other < latents.space().size(); ++other) {
        float sum = 0.0F;
        for (std::size_t i = 0; const float value : latents.means().row(other)) {
            sum += (value - mine[i]) * (value - mine[i]);
            ++i;
        }
        if (other != cell)
            all.emplace_back(sum, other);
    }
    std::ranges::partial_sort(all, all.begin() + static_cast<std::ptrdiff_t>(count));
    std::vector<CellIndex> nearest;
    for (std::size_t i = 0; i < count; ++i)
        nearest.push_back(all[i].second);
    return nearest;
}

} // namespace

class TestInspector : public QObject
{
    Q_OBJECT

private slots:
    void columnsThatWeWriteAreSaidInWords()
    {
        const auto table = [](const std::string& columns, const std::string& values) {
            return Table::parse(test::tableCsv("alpha_valid,alpha_test," + columns, {{7, "50,49," + values}}), "some");
        };
        const auto built = attributeWords(
            *table("seconds,parameters,flops,class,seeds,valid_deviation", "10.81,0.0326,0.6965,3,2,0.25"), 7);
        QCOMPARE(built.size(), 5U); // the class is said of every cell
        const QLocale locale;
        const QStringList numbers{locale.toString(10.8, 'f', 1), locale.toString(32.6, 'f', 1),
                                  locale.toString(0.697, 'f', 3), QStringLiteral("2"), locale.toString(0.25, 'f', 2)};
        for (qsizetype i = 0; i < numbers.size(); ++i)
            QVERIFY2(built[static_cast<std::size_t>(i)].text.startsWith(numbers[i]),
                     qPrintable(built[static_cast<std::size_t>(i)].text));
        QVERIFY(built[1].text != numbers[1]); // its unit
        const auto others = attributeWords(*table("parameters", "0.0326"), 7);
        QCOMPARE(others.size(), 1U); // of whatever unit
        QCOMPARE(others[0].name, QStringLiteral("parameters"));
        QCOMPARE(others[0].text, locale.toString(0.0326, 'g', 6));
    }

    void showsTheChosenForm()
    {
        Fixture f;
        QVERIFY(QTest::qWaitForWindowExposed(&f.panel));
        auto& tabs = f.find<FormTabs>("formTabs");
        if (!test::space().hasFixedEdges()) { // a space whose cells have one form
            QVERIFY(tabs.isHidden());
            QCOMPARE(f.panel.cellView().drawing()->boxes.size(), 7U);
            f.selection.select(0);
            QCOMPARE(f.panel.cellView().drawing()->boxes.size(), 2U); // no padding
            QVERIFY(!f.panel.factsText().contains(QStringLiteral("constant")));
            return;
        }
        QCOMPARE(tabs.count(), 3);
        QCOMPARE(f.panel.cellView().drawing()->boxes.size(), 8U);
        tabs.setFocus();
        QTest::keyClick(&tabs, Qt::Key_Right);
        QCOMPARE(f.panel.cellView().drawing()->boxes.size(), 10U);
        QTest::keyClick(&tabs, Qt::Key_Right);
        QCOMPARE(f.panel.cellView().drawing()->boxes.size(), 4U);
        f.selection.select(0); // the form stays; of this cell nothing remains but the ends
        QCOMPARE(f.panel.cellView().drawing()->boxes.size(), 2U);
        QVERIFY(f.panel.factsText().contains(QStringLiteral("constant")));
    }

    void drawingAndMatrixPointAtTheSame()
    {
        Fixture f;
        f.panel.resize(f.panel.width(), f.panel.height() + 200); // all of the matrix is in sight
        f.panel.matrices().setOpen(true);
        QVERIFY(QTest::qWaitForWindowExposed(&f.panel));
        auto& matrix = f.find<MatrixView>("matrixView");
        const int label = test::space().graph(f.cell).labels[4];
        const int vertices = test::space().vertexCount();
        QCOMPARE(matrix.columnCount(), vertices + static_cast<int>(test::space().labels().size()));
        QTest::mouseMove(&matrix, QPoint(1, 1));
        QTest::mouseMove(&matrix, matrix.entryRect(1, 3).center().toPoint());
        QCOMPARE(f.panel.cellView().highlight(), std::optional(CellElement{1, 3}));
        QTest::mouseMove(&matrix, matrix.entryRect(1, 2).center().toPoint()); // a zero
        QVERIFY(!f.panel.cellView().highlight());
        QTest::mouseMove(&matrix, matrix.entryRect(4, vertices + label).center().toPoint()); // one-hot
        QCOMPARE(f.panel.cellView().highlight(), std::optional(CellElement::vertex(4)));

        CellView& view = f.panel.cellView();
        QTest::mouseMove(&view, view.boxOf(5).center().toPoint());
        QCOMPARE(matrix.highlight(), std::optional(CellElement::vertex(5)));
        const QImage marked = matrix.grab().toImage();
        QTest::mouseMove(&view, QPoint(1, 1));
        QVERIFY(!matrix.highlight());
        QVERIFY(matrix.grab().toImage() != marked);
    }

    void theMatrixIsWalkedWithKeys()
    {
        Fixture f;
        f.panel.matrices().setOpen(true);
        QVERIFY(QTest::qWaitForWindowExposed(&f.panel));
        auto& matrix = f.find<MatrixView>("matrixView");
        matrix.setFocus(Qt::TabFocusReason);
        QTest::keyClick(&matrix, Qt::Key_Right);
        QCOMPARE(f.panel.cellView().highlight(), std::optional(CellElement{0, 1}));
        QVERIFY(matrix.accessibleDescription().contains(QStringLiteral("0 → 1")));
        for (int i = 0; i < 20; ++i)
            QTest::keyClick(&matrix, Qt::Key_Right); // stops at the end
        const QString last = operationStyle(test::space().labels().back()).name;
        QVERIFY(matrix.accessibleDescription().contains(QStringLiteral("is not ") + last));
    }

    // Every entry has its place, none is cut off, at the narrowest and at a wide width.
    void theMatrixFits()
    {
        MatrixView matrix;
        matrix.setCell(test::space(), 17);
        for (const int width : {matrix.minimumSizeHint().width(), 320, 700}) {
            matrix.resize(width, matrix.heightForWidth(width));
            const QRectF last = matrix.entryRect(matrix.rowCount() - 1, matrix.columnCount() - 1);
            QVERIFY(QRectF(matrix.rect()).contains(last));
            QVERIFY(last.width() >= 11.0);
        }
        QVERIFY(matrix.minimumSizeHint().width() <= 320);
    }

    void everyEntryOfTheMatrixIsReadable()
    {
        constexpr int scale = 6; // strokes of digits are wider than a pixel
        for (const char* name : {"nasbench101", "nasbench201"}) {
            for (const QPalette& palette : {lightPalette(), darkPalette()}) {
                const SearchSpace& space = searchSpace(name);
                MatrixView matrix;
                matrix.setPalette(palette);
                matrix.setCell(space, space.size() / 2);
                matrix.resize(320, matrix.heightForWidth(320));
                QImage image(matrix.size() * scale, QImage::Format_RGB32);
                image.setDevicePixelRatio(scale);
                matrix.render(&image);
                for (int row = 0; row < matrix.rowCount(); ++row) {
                    for (int column = 0; column < matrix.columnCount(); ++column) {
                        const QRectF entry = matrix.entryRect(row, column).adjusted(2, 2, -2, -2);
                        const QRectF pixels(entry.topLeft() * scale, entry.size() * scale);
                        const QColor background = image.pixelColor(pixels.topLeft().toPoint());
                        QVERIFY(test::strongestContrast(image, pixels, background) >= test::leastTextContrast);
                    }
                }
            }
        }
    }

    void paddingIsInTheMatrixButCannotBePointedAt()
    {
        const test::FreeEdges space;
        MatrixView matrix;
        matrix.setCell(space, 0);
        matrix.resize(320, matrix.heightForWidth(320));
        matrix.show();
        QVERIFY(QTest::qWaitForWindowExposed(&matrix));
        QCOMPARE(matrix.rowCount(), 7);
        QCOMPARE(matrix.columnCount(), 7 + 5);
        QTest::mouseMove(&matrix, matrix.entryRect(3, 4).center().toPoint());
        QCOMPARE(matrix.highlight(), std::optional(CellElement{3, 4}));
        QTest::mouseMove(&matrix, matrix.entryRect(6, 8).center().toPoint());
        QVERIFY(!matrix.highlight());
        QTest::mouseMove(&matrix, QPoint(5, matrix.entryRect(6, 0).center().toPoint().y())); // its label
        QVERIFY(!matrix.highlight());
    }

    // Long names and narrow panes: what cannot stand side by side wraps, and nothing has to be scrolled sideways.
    void nothingIsCutOffInANarrowPane()
    {
        Fixture f;
        f.panel.resize(250, 900);
        QTest::qWait(50);
        QVERIFY(f.panel.factsText().contains(QStringLiteral("alpha")));
        auto* scroll = f.panel.findChild<QScrollArea*>(QStringLiteral("inspectorScroll"));
        QCOMPARE(scroll->horizontalScrollBar()->maximum(), 0);
    }

    void neighboursAreTheNearest()
    {
        Fixture f;
        QVERIFY(QTest::qWaitForWindowExposed(&f.panel));
        auto& neighbours = f.find<InspectorNeighbours>("neighbours");
        QTRY_COMPARE(neighbours.shown().size(), InspectorNeighbours::count);
        const SearchSpace& space = *f.state.space();
        const LatentSpace& latents = *f.state.workspace()->latents;
        const std::vector<CellIndex> expected = nearestOfAll(latents, f.cell, InspectorNeighbours::count);
        for (std::size_t i = 0; i < InspectorNeighbours::count; ++i) {
            CellButton* button = neighbours.shown()[i];
            QCOMPARE(button->cell(), expected[i]);
            const double distance = double{latentDistance(latents, f.cell, expected[i])};
            QVERIFY(distance == 1.0 || std::abs(distance - 1.41421) < 1e-5); // an edge, or an operation
            QVERIFY(button->text().contains(QLocale().toString(distance, 'g', 3)));
            QCOMPARE(button->text().endsWith(QLatin1Char('%')), !std::isnan(f.state.dataset()->valid[expected[i]]));
            QVERIFY(button->toolTip().contains(QString::fromStdString(space.text(expected[i]))));
        }
        QTest::mouseClick(neighbours.shown()[2], Qt::LeftButton);
        QCOMPARE(f.selection.cell(), std::optional(expected[2]));
        QTRY_VERIFY(neighbours.shown()[0]->cell() != expected[0] || neighbours.shown()[2]->cell() != expected[2]);
        neighbours.shown()[1]->setFocus();
        const CellIndex next = neighbours.shown()[1]->cell();
        QTest::keyClick(neighbours.shown()[1], Qt::Key_Space);
        QCOMPARE(f.selection.cell(), std::optional(next));
    }

    // So that what is scrolled stays where it is.
    void neighboursHaveTheirRoomBeforeTheyAreFound()
    {
        Fixture f;
        const auto& neighbours = f.find<InspectorNeighbours>("neighbours");
        f.selection.clear();
        const int without = neighbours.sizeHint().height();
        f.selection.select(f.cell);
        QVERIFY(neighbours.shown().empty());
        const int sought = neighbours.sizeHint().height();
        QTRY_COMPARE(neighbours.shown().size(), InspectorNeighbours::count);
        QCOMPARE(neighbours.sizeHint().height(), sought);
        f.selection.clear();
        QCOMPARE(neighbours.sizeHint().height(), without);
    }

    void seekingDoesNotHoldUpTheWindow()
    {
        const auto latents = test::inspectedWorkspace()->latents;
        NearestCells search(latents, 4711, 6);
        qint64 longest = 0;
        int pieces = 0;
        for (bool done = false; !done; ++pieces) {
            QElapsedTimer timer;
            timer.start();
            done = search.advance(4096);
            longest = std::max(longest, timer.nsecsElapsed());
        }
        QCOMPARE(pieces, (static_cast<int>(test::space().size()) + 4095) / 4096);
        QCOMPARE(search.nearest().size(), 6U);
        QVERIFY2(longest < 16'000'000, std::to_string(longest).c_str());
    }

    void withoutWeightsItSaysWhy()
    {
        Fixture f(false);
        QVERIFY(QTest::qWaitForWindowExposed(&f.panel));
        auto& neighbours = f.find<InspectorNeighbours>("neighbours");
        QVERIFY(neighbours.shown().empty());
        QVERIFY(neighbours.findChild<QLabel*>()->text().contains(QStringLiteral("weights")));
    }

    void everyFormatIsSaved()
    {
        Fixture f;
        QTemporaryDir folder;
        auto& menu = f.find<ExportMenu>("exportButton");
        const std::map<ExportFormat, QByteArray> contains = {
            {ExportFormat::Text, test::mixedCell()},
            {ExportFormat::Json, "functional_class"},
            {ExportFormat::Dot, "digraph"},
            {ExportFormat::Svg, "<svg"},
            {ExportFormat::Png, "PNG"},
            {ExportFormat::Pdf, "%PDF"},
            {ExportFormat::PyTorch, "class Cell"},
            {ExportFormat::OnnxCell, "BatchNormalization"},
            {ExportFormat::OnnxNetwork, "classifier"},
        };
        for (const ExportFormatInfo& info : exportFormats()) {
            const QString path = folder.filePath(info.name + QLatin1Char('.') + info.suffix);
            menu.save(info.format, path);
            QVERIFY(menu.isBusy()); // not done on this thread
            QTRY_VERIFY(!menu.isBusy());
            QVERIFY2(test::contentOf(path).contains(contains.at(info.format)), qPrintable(info.name));
        }
        QVERIFY(f.panel.notice().isHidden());
    }

    void theDialogNamesTheFile()
    {
        Fixture f;
        QTemporaryDir folder;
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        auto& menu = f.find<ExportMenu>("exportButton");
        menu.saveAs(ExportFormat::Dot);
        auto* dialog = menu.findChild<QFileDialog*>(QStringLiteral("exportDialog"));
        QVERIFY(dialog != nullptr);
        const QString name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->text();
        QCOMPARE(name, QStringLiteral("%1-cell-%2.dot").arg(test::spaceName()).arg(f.cell));
        dialog->setDirectory(folder.path());
        dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(QStringLiteral("mine"));
        QVERIFY(QMetaObject::invokeMethod(dialog, "accept"));
        QTRY_VERIFY(test::contentOf(folder.filePath(QStringLiteral("mine.dot"))).startsWith("digraph"));
    }

    void aFailureIsShownInPlace()
    {
        Fixture f;
        auto& menu = f.find<ExportMenu>("exportButton");
        menu.save(ExportFormat::Svg, QStringLiteral("/nowhere/at/all/cell.svg"));
        QTRY_VERIFY(!f.panel.notice().isHidden());
        QVERIFY(f.panel.notice().sentence().contains(QStringLiteral("/nowhere/at/all/cell.svg")));
        QVERIFY(f.panel.notice().sentence().contains(QStringLiteral("Choose another folder")));
        f.selection.select(3);
        QVERIFY(f.panel.notice().isHidden());
    }

    void copiesToTheClipboard()
    {
        Fixture f;
        auto& menu = f.find<ExportMenu>("exportButton");
        menu.copy(ExportFormat::Text);
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), QString::fromLatin1(test::mixedCell()));
        menu.copy(ExportFormat::Svg);
        QTRY_VERIFY(QGuiApplication::clipboard()->mimeData()->hasFormat(QStringLiteral("image/svg+xml")));
        menu.copy(ExportFormat::Png);
        QTRY_VERIFY(QGuiApplication::clipboard()->mimeData()->hasImage());
        menu.copy(ExportFormat::PyTorch);
        QTRY_VERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("import torch")));
        f.selection.clear();
        QVERIFY(!menu.isEnabled());
    }

    void aLongExportSaysSoAndIsCancelled()
    {
        Fixture f;
        QTemporaryDir folder;
        auto& menu = f.find<ExportMenu>("exportButton");
        auto* cancel = menu.findChild<QAction*>(QStringLiteral("cancelExport"));
        QVERIFY(!cancel->isVisible());
        const auto path = [&](int i) { return folder.filePath(QStringLiteral("network%1.onnx").arg(i)); };
        for (int i = 0; i < 300; ++i) // some are done before it is told
            menu.save(ExportFormat::OnnxNetwork, path(i));
        QTRY_VERIFY(cancel->isVisible());
        QVERIFY(!menu.menu()->actions().front()->isEnabled());
        cancel->trigger();
        QTRY_VERIFY(!menu.isBusy());
        QVERIFY(!cancel->isVisible());
        QVERIFY(menu.menu()->actions().front()->isEnabled());
        QVERIFY(!QFileInfo::exists(path(299)));
        QVERIFY(f.panel.notice().isHidden());
        menu.save(ExportFormat::Dot, path(300)); // the next is not cancelled too
        QTRY_VERIFY(test::contentOf(path(300)).startsWith("digraph"));
    }

    void closingMidwayKeepsTheFile()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("network.onnx"));
        {
            Fixture f;
            f.find<ExportMenu>("exportButton").save(ExportFormat::OnnxNetwork, path);
        }
        QVERIFY(test::contentOf(path).contains("classifier"));
    }

    void theMenuOffersEverything()
    {
        Fixture f;
        auto& menu = f.find<ExportMenu>("exportButton");
        QStringList names;
        for (const QAction* action : menu.menu()->actions())
            names += action->text();
        for (const ExportFormatInfo& info : exportFormats())
            QVERIFY2(names.contains(info.name + QStringLiteral("…")), qPrintable(info.name));
        QVERIFY(names.contains(QStringLiteral("Copy")));
    }

    void everyControlHasANameAndIsReached()
    {
        Fixture f;
        f.panel.matrices().setOpen(true);
        for (const char* name : {"formTabs", "exportButton", "matrixView"}) {
            auto& widget = f.find<QWidget>(name);
            QVERIFY2(!widget.accessibleName().isEmpty(), name);
            QVERIFY2(widget.focusPolicy() & Qt::TabFocus, name);
        }
    }
};

QTEST_MAIN(TestInspector)
#include "tst_inspector.moc"
