// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions that earlier versions wrote (tests/sessions/README.md) are read, and mean what they meant.
#include "core/session/session_file.h"
#include "core/session/settings_json.h"

#include <QTemporaryDir>
#include <QtTest>

#include <SQLiteCpp/SQLiteCpp.h>

using namespace inverso;

class TestOldSessions : public QObject
{
    Q_OBJECT

private slots:
    void testAreRead_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("space");
        QTest::addColumn<int>("runs");
        QTest::addColumn<bool>("finished");
        QTest::addColumn<int>("queries"); // of the first run
        QTest::newRow("finished") << "finished"
                                  << "nasbench201" << 2 << true << 20;
        QTest::newRow("running") << "running"
                                 << "nasbench201" << 1 << false << 30;
        QTest::newRow("nasbench101") << "nasbench101"
                                     << "nasbench101" << 1 << true << 15;
        QTest::newRow("unused override") << "unused-override"
                                         << "nasbench201" << 1 << true << 10;
        QTest::newRow("unused rank weight") << "unused-rank-weight"
                                            << "nasbench201" << 1 << false << 25;
    }

    void testAreRead()
    {
        QFETCH(QString, name);
        QFETCH(QString, space);
        QFETCH(int, runs);
        QFETCH(bool, finished);
        QFETCH(int, queries);
        const SessionFile file = SessionFile::view(pathOf(name));
        QCOMPARE(file.header().program, std::string("0.1.0"));
        QCOMPARE(file.header().space, space.toStdString());
        const std::vector<RecordedRun> recorded = file.runs();
        QCOMPARE(recorded.size(), static_cast<std::size_t>(runs));
        std::size_t count = 0;
        for (const Round& round : recorded.front().rounds)
            count += round.queries.size();
        QCOMPARE(count, static_cast<std::size_t>(queries));
        for (const RecordedRun& run : recorded)
            QCOMPARE(run.finished, finished);
        QCOMPARE(file.checkpoint(0).has_value(), !name.endsWith(QLatin1String("override")));
    }

    // The ids of finished runs hash these texts: another text would do all experiments again.
    void testSettingsAreWrittenAsBefore_data() { testAreRead_data(); }

    void testSettingsAreWrittenAsBefore()
    {
        QFETCH(QString, name);
        const SQLite::Database database(pathOf(name), SQLite::OPEN_READONLY);
        SQLite::Statement rows(database, "SELECT settings FROM run");
        int count = 0;
        for (; rows.executeStep(); ++count) {
            const std::string text = rows.getColumn(0).getString();
            QCOMPARE(toJson(settingsFromJson(text)), text);
        }
        QVERIFY(count > 0);
    }

    // What 0.1 accepted and ignored is a warning.
    void testSettingsWithoutEffectAreLeftOut_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("warnings");
        QTest::newRow("finished") << "finished" << 0;
        QTest::newRow("unused override") << "unused-override" << 1;
        QTest::newRow("unused rank weight") << "unused-rank-weight" << 2;
    }

    void testSettingsWithoutEffectAreLeftOut()
    {
        QFETCH(QString, name);
        QFETCH(int, warnings);
        SearchSettings settings = SessionFile::view(pathOf(name)).runs().front().settings;
        QCOMPARE(removeUnused(settings).size(), static_cast<std::size_t>(warnings));
        resolved(settings);
    }

private:
    static std::string pathOf(const QString& name)
    {
        return QStringLiteral(INVERSO_SESSIONS "/%1.inverso").arg(name).toStdString();
    }
};

QTEST_APPLESS_MAIN(TestOldSessions)
#include "tst_old_sessions.moc"
