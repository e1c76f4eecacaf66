// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/tour/fake_stage.h"
#include "ui/base/theme.h"
#include "ui/tour/experiment_card.h"
#include "ui/tour/tour_frame.h"
#include "ui/tour/tour_panel.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QMainWindow>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <set>

using namespace inverso;
using namespace inverso::ui;

class TestTourPanel : public QObject
{
    Q_OBJECT

private:
    static constexpr TourPage twoPages[] = {
        {"one", "First", "<p>Text</p>", "<p>Do it</p>", "pointed", "open:a; set:b", "ready", "act:c", "acted"},
        {"two", "Second", "<p>More</p>", "", "", "open:d", "", "", ""},
    };

    // A window with the tour in a dock, and something to point at in the middle.
    struct Desk
    {
        explicit Desk(std::span<const TourPage> pages = twoPages)
        {
            middle = new QWidget;
            pointed = new QWidget(middle);
            pointed->setGeometry(20, 20, 120, 80);
            window.setCentralWidget(middle);
            stage.widgets[QStringLiteral("pointed")] = pointed;
            stage.truths = {QStringLiteral("tableOpen"), QStringLiteral("ready")};
            panel = new TourPanel(stage, pages);
            dock = new QDockWidget(QStringLiteral("Tour"));
            dock->setWidget(panel);
            window.addDockWidget(Qt::RightDockWidgetArea, dock);
            window.resize(800, 640);
            window.resizeDocks({dock}, {310}, Qt::Horizontal);
        }
        void show()
        {
            window.show();
            window.activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(&window));
            QTRY_VERIFY(panel->isEntered());
        }
        template <typename Widget> Widget& find(const char* name)
        {
            auto* widget = window.findChild<Widget*>(QString::fromLatin1(name));
            Q_ASSERT(widget != nullptr);
            return *widget;
        }
        test::FakeStage stage;
        QMainWindow window;
        QWidget* middle = nullptr;
        QWidget* pointed = nullptr;
        TourPanel* panel = nullptr;
        QDockWidget* dock = nullptr;
    };

    QTemporaryDir m_settings;

private slots:
    void initTestCase()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        QCoreApplication::setOrganizationName(QStringLiteral("inverso-test"));
        QCoreApplication::setApplicationName(QStringLiteral("tour"));
    }
    void init() { QSettings().clear(); }

    void whatEnteringChangesLeavingTakesBackInReverse()
    {
        Desk desk;
        desk.show();
        QCOMPARE(desk.stage.log, (QStringList{"+open:a", "+set:b"}));
        desk.stage.log.clear();
        desk.find<QPushButton>("showMe").click();
        desk.panel->showNext();
        QCOMPARE(desk.stage.log, (QStringList{"+act:c", "-act:c", "-set:b", "-open:a", "+open:d"}));
    }

    void closingInTheMiddleLeavesAndOpeningEntersAgain()
    {
        Desk desk;
        desk.show();
        desk.stage.log.clear();
        desk.dock->close();
        QVERIFY(!desk.panel->isEntered());
        QCOMPARE(desk.stage.log, (QStringList{"-set:b", "-open:a"}));
        QVERIFY(!desk.find<QWidget>("tourFrame").isVisible());
        desk.dock->show();
        QTRY_VERIFY(desk.panel->isEntered());
        desk.stage.log.clear();
        delete desk.dock; // the window goes: nobody is left to restore for
        QVERIFY(desk.stage.log.isEmpty());
    }

    void keysTurnThePages()
    {
        Desk desk;
        desk.show();
        desk.pointed->setFocusPolicy(Qt::StrongFocus);
        desk.pointed->setFocus();
        QTest::keyClick(desk.pointed, Qt::Key_Left, Qt::AltModifier); // there is none before
        QCOMPARE(desk.panel->page(), 0);
        QTest::keyClick(desk.pointed, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(desk.panel->page(), 1);
        QTest::keyClick(desk.pointed, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(desk.panel->page(), 0);
        QSignalSpy finished(desk.panel, &TourPanel::finished);
        QTest::keyClick(desk.pointed, Qt::Key_Right, Qt::AltModifier);
        QTest::keyClick(desk.pointed, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(finished.count(), 1);
        QVERIFY(!desk.panel->isEntered());
        QCOMPARE(desk.stage.log.count(QStringLiteral("+open:d")), desk.stage.log.count(QStringLiteral("-open:d")));
    }

    void everyControlIsReachedByTabAndNamed()
    {
        Desk desk;
        desk.show();
        desk.find<QComboBox>("tourList").setFocus();
        std::set<QWidget*> reached;
        for (int i = 0; i < 12; ++i) {
            reached.insert(QApplication::focusWidget());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        for (const char* name : {"tourList", "tourScroll", "showMe", "tourNext"}) {
            QVERIFY2(reached.contains(&desk.find<QWidget>(name)), name);
            const auto& widget = desk.find<QWidget>(name);
            const auto* button = qobject_cast<const QPushButton*>(&widget);
            QVERIFY2(!widget.accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty()), name);
        }
    }

    void anExperimentDoneIsTickedAndRemembered()
    {
        Desk desk;
        desk.show();
        auto& card = desk.find<ExperimentCard>("experimentCard");
        const auto& list = desk.find<QComboBox>("tourList");
        const QImage open = list.itemIcon(0).pixmap(16).toImage();
        QVERIFY(!card.isDone());
        desk.stage.become(QStringLiteral("acted"));
        QVERIFY(card.isDone());
        QVERIFY(list.itemIcon(0).pixmap(16).toImage() != open);
        desk.stage.truths.removeAll(QStringLiteral("acted"));
        emit desk.stage.changed();
        QVERIFY(card.isDone()); // done is done
        desk.panel->showNext();
        QVERIFY(card.isHidden()); // nothing to try here
        const Desk another;
        QCOMPARE(another.panel->page(), 1);
        QVERIFY(another.panel->findChild<QComboBox*>()->itemIcon(0).pixmap(16).toImage() != open);
    }

    void whatIsMissingIsSaid()
    {
        Desk desk;
        desk.stage.truths = {QStringLiteral("tableOpen")};
        desk.show();
        QVERIFY(desk.find<QLabel>("experimentObstacle").text().contains(QStringLiteral("F7")));
        QVERIFY(!desk.find<QPushButton>("showMe").isEnabled());
        desk.stage.become(QStringLiteral("ready"));
        QVERIFY(desk.find<QLabel>("experimentObstacle").isHidden());
        QVERIFY(desk.find<QPushButton>("showMe").isEnabled());
    }

    void theFrameFollowsWithoutShiftingAnything()
    {
        Desk desk;
        desk.show();
        auto& frame = desk.find<TourFrame>("tourFrame");
        const auto around = [&] {
            const QRect target(desk.pointed->mapTo(&desk.window, QPoint()), desk.pointed->size());
            return frame.isVisible() && frame.geometry().contains(target)
                   && (frame.geometry().width() - target.width()) < 16;
        };
        QVERIFY(around());
        QCOMPARE(desk.pointed->geometry(), QRect(20, 20, 120, 80));
        desk.pointed->setGeometry(60, 90, 200, 130);
        QVERIFY(around());
        desk.middle->setContentsMargins(0, 0, 0, 0);
        desk.window.resize(900, 700);
        QTest::qWait(20);
        QVERIFY(around());
        QTest::mouseClick(desk.window.childAt(frame.geometry().topLeft() + QPoint(3, 3)), Qt::LeftButton);
        desk.pointed->hide();
        QVERIFY(frame.isHidden());
        desk.pointed->show();
        QVERIFY(around());
        desk.pointed->move(-500, 0); // as a dock behind another
        QVERIFY(frame.isHidden());
        delete desk.pointed;
        desk.panel->showNext();
    }

    void pagesAreWhole()
    {
        QVERIFY(tourPages().size() >= 9);
        std::set<std::string> ids;
        for (const TourPage& page : tourPages()) {
            QVERIFY(ids.insert(page.id).second);
            QVERIFY(*page.title != '\0' && *page.text != '\0');
            // Something to try comes with a way to do it and a way to know that it is done.
            QCOMPARE(*page.experiment == '\0', tourCalls(page.done).isEmpty());
            QCOMPARE(*page.experiment == '\0', tourCalls(page.showMe).isEmpty());
            const auto balanced = [&](const char* tag) {
                const QString text = QString::fromUtf8(page.text) + QString::fromUtf8(page.experiment);
                return text.count(QStringLiteral("<%1>").arg(QLatin1String(tag)))
                       == text.count(QStringLiteral("</%1>").arg(QLatin1String(tag)));
            };
            for (const char* tag : {"b", "i", "sup", "li", "ol", "ul"})
                QVERIFY2(balanced(tag), page.id);
        }
    }

    void textFits_data()
    {
        QTest::addColumn<double>("scale");
        QTest::addRow("as it is") << 1.0;
        QTest::addRow("presentation") << 1.35;
    }

    void textFits()
    {
        QFETCH(double, scale);
        const QFont before = QApplication::font();
        QFont font = before;
        font.setPointSizeF(font.pointSizeF() * scale);
        QApplication::setFont(font);
        {
            Desk desk(tourPages());
            desk.show();
            auto& scroll = desk.find<QScrollArea>("tourScroll");
            for (int page = 0; page < static_cast<int>(tourPages().size()); ++page) {
                desk.panel->showPage(page);
                QTest::qWait(1);
                QCOMPARE(scroll.horizontalScrollBar()->maximum(), 0);
                for (const char* name : {"tourTitle", "tourText", "experimentText"}) {
                    const auto& label = desk.find<QLabel>(name);
                    if (!label.isVisible())
                        continue;
                    QTRY_VERIFY2_WITH_TIMEOUT(label.height() >= label.heightForWidth(label.width()), name, 500);
                    QVERIFY2(label.mapTo(scroll.widget(), QPoint(label.width(), 0)).x() <= scroll.viewport()->width(),
                             name);
                }
                for (const char* name : {"tourPrevious", "tourNext", "showMe"}) {
                    const auto& button = desk.find<QPushButton>(name);
                    QVERIFY2(!button.isVisible() || button.width() >= button.minimumSizeHint().width(), name);
                }
            }
        }
        QApplication::setFont(before);
    }

    void itFollowsTheTheme()
    {
        Desk desk(tourPages());
        desk.show();
        applyTheme(Theme::Dark);
        QTest::qWait(10);
        const QImage dark = desk.panel->grab().toImage();
        applyTheme(Theme::Light);
        QTest::qWait(10);
        const QImage light = desk.panel->grab().toImage();
        applyTheme(Theme::System);
        const QPoint inText(desk.panel->width() - 4, desk.panel->height() / 2);
        QVERIFY(light.pixelColor(inText).lightness() > 200);
        QVERIFY(dark.pixelColor(inText).lightness() < 80);
    }
};

QTEST_MAIN(TestTourPanel)
#include "tst_tour_panel.moc"
