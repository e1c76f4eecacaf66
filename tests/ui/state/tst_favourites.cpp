// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/favourites.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QUndoStack>
#include <QtTest>

using namespace inverso::ui;

class TestFavourites : public QObject
{
    Q_OBJECT

private:
    const QString m_space = QStringLiteral("nasbench201");
    const QString m_cell = QStringLiteral("|none~0|");

    static QString pathIn(const QTemporaryDir& folder)
    {
        return folder.filePath(QStringLiteral("sub/favourites.json"));
    }
    static void write(const QString& path, const QByteArray& bytes)
    {
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

private slots:
    void everyEditCanBeUndone()
    {
        Favourites favourites;
        QUndoStack stack;
        QSignalSpy changes(&favourites, &Favourites::changed);
        favourites.add(m_space, m_cell, stack);
        favourites.add(m_space, m_cell, stack); // it is one already
        QCOMPARE(stack.count(), 1);
        favourites.setNote(m_space, m_cell, QStringLiteral("fast"), stack);
        favourites.remove(m_space, m_cell, stack);
        QVERIFY(favourites.cells(m_space).empty());
        stack.undo();
        QCOMPARE(favourites.find(m_space, m_cell)->note, QStringLiteral("fast"));
        stack.undo();
        QVERIFY(favourites.find(m_space, m_cell)->note.isEmpty());
        stack.undo();
        QVERIFY(favourites.find(m_space, m_cell) == nullptr);
        stack.redo();
        QVERIFY(favourites.find(m_space, m_cell) != nullptr);
        QCOMPARE(changes.count(), 7);
    }

    void removalAndUndoKeepTheOrder()
    {
        Favourites favourites;
        QUndoStack stack;
        for (const char* cell : {"a", "b", "c"}) {
            favourites.add(m_space, QString::fromLatin1(cell), stack);
            QTest::qWait(2); // they are ordered by the millisecond
        }
        favourites.remove(m_space, QStringLiteral("b"), stack);
        stack.undo();
        QCOMPARE(favourites.cells(m_space)[1].cell, QStringLiteral("b"));
    }

    void theyLastFromOneSessionToTheNext()
    {
        const QTemporaryDir folder;
        QUndoStack stack;
        {
            Favourites favourites;
            QCOMPARE(favourites.keepIn(pathIn(folder)), QString());
            QVERIFY(!QFile::exists(pathIn(folder))); // nothing to keep yet
            favourites.add(m_space, m_cell, stack);
            favourites.setNote(m_space, m_cell, QStringLiteral("größer\n“quoted”"), stack);
            favourites.add(QStringLiteral("nasbench101"), QStringLiteral("other"), stack);
        }
        Favourites again;
        QCOMPARE(again.keepIn(pathIn(folder)), QString());
        QCOMPARE(again.cells(m_space).size(), 1U);
        QCOMPARE(again.find(m_space, m_cell)->note, QStringLiteral("größer\n“quoted”"));
        QVERIFY(again.find(QStringLiteral("nasbench101"), QStringLiteral("other")) != nullptr);
    }

    void aDamagedFileIsKeptAside_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("saved");
        const QByteArray head = "{\"format\": \"inverso-favourites\", \"version\": 1, \"spaces\": ";
        const QByteArray newer = "{\"format\": \"inverso-favourites\", \"version\": 9, \"spaces\": {}}";
        const QByteArray entry = "{\"cell\": \"|none~0|\", \"note\": \"n\", \"added\": \"2026\"}";
        QTest::newRow("cut off") << head + "{\"nasb" << 0;
        QTest::newRow("something else") << QByteArray("\x89PNG\r\n") << 0;
        QTest::newRow("newer") << newer << 0;
        QTest::newRow("half") << head + "{\"nasbench201\": [" + entry + ", {\"cell\": 5}]}}" << 1;
    }
    void aDamagedFileIsKeptAside()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, saved);
        const QTemporaryDir folder;
        write(pathIn(folder), bytes);
        Favourites favourites;
        const QString sentence = favourites.keepIn(pathIn(folder));
        QVERIFY2(sentence.contains(QStringLiteral("favourites.json.damaged-")), qPrintable(sentence));
        QCOMPARE(static_cast<int>(favourites.cells(m_space).size()), saved);
        const QStringList aside =
            QFileInfo(pathIn(folder)).dir().entryList({QStringLiteral("favourites.json.damaged-*")});
        QCOMPARE(aside.size(), 1);
        QFile kept(QFileInfo(pathIn(folder)).dir().filePath(aside.front()));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), bytes);
        Favourites again;
        QCOMPARE(again.keepIn(pathIn(folder)), QString());
        QCOMPARE(static_cast<int>(again.cells(m_space).size()), saved);
    }

    void aFolderThatCannotBeMadeIsSaid()
    {
        const QTemporaryDir folder;
        write(folder.filePath(QStringLiteral("sub")), "a file where the folder should be");
        Favourites favourites;
        QUndoStack stack;
        QSignalSpy failures(&favourites, &Favourites::saveFailed);
        QCOMPARE(favourites.keepIn(pathIn(folder)), QString());
        favourites.add(m_space, m_cell, stack);
        QCOMPARE(failures.count(), 1);
        QVERIFY(failures.front().front().toString().contains(QStringLiteral("cannot be written")));
        QCOMPARE(favourites.cells(m_space).size(), 1U);
    }
};

QTEST_GUILESS_MAIN(TestFavourites)
#include "tst_favourites.moc"
