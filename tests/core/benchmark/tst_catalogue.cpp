// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/benchmark/catalogue.h"
#include "tests/core/base/error_text.h"

#include <QtTest>

#include <fstream>

using namespace inverso;

namespace fs = std::filesystem;

class TestCatalogue : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_shared = fs::path(m_folder->path().toStdString()) / "shared";
        m_user = fs::path(m_folder->path().toStdString()) / "data" / "inverso" / "benchmarks";
        fs::create_directories(m_shared);
        fs::create_directories(m_user);
        qputenv("INVERSO_BENCHMARKS", QByteArray::fromStdString(m_shared.string()));
        qputenv("XDG_DATA_HOME", QByteArray::fromStdString((m_user / "../..").lexically_normal().string()));
    }

    void testFoldersInOrder()
    {
        write(m_shared / "b.csv", 50);
        write(m_shared / "a.csv", 50);
        write(m_shared / "notes.txt", 50);
        write(m_user / "a.csv", 60);
        write(m_user / "c.csv", 60);
        std::vector<std::string> names;
        for (const CatalogueEntry& entry : findTables())
            names.push_back(entry.name);
        QVERIFY((names == std::vector<std::string>{"a", "b", "c"}));
        QCOMPARE(openTable("a")->datasets().front().valid[0], 50.0F);
        QCOMPARE(openTable("c")->datasets().front().valid[0], 60.0F);
        QCOMPARE(openTable((m_user / "a.csv").string())->datasets().front().valid[0], 60.0F);
    }

    void testMissingFolders()
    {
        qputenv("INVERSO_BENCHMARKS", "/nowhere/at/all");
        qputenv("XDG_DATA_HOME", "/nowhere/at/all");
        QVERIFY(findTables().empty());
        qunsetenv("INVERSO_BENCHMARKS");
        QVERIFY(findTables().empty());
        COMPARE_CONTAINS(errorText([] { openTable("nasbench201"); }), "known benchmarks: none");
    }

    void testUnknownNameListsTheKnown()
    {
        write(m_shared / "first.csv", 50);
        write(m_user / "second.csv", 50);
        const std::string error = errorText([] { openTable("third"); });
        COMPARE_CONTAINS(error, "\"third\"");
        COMPARE_CONTAINS(error, "first, second");
        COMPARE_CONTAINS(error, "INVERSO_BENCHMARKS");
        COMPARE_CONTAINS(errorText([&] { openTable(m_shared.string()); }), "is a folder");
    }

private:
    static void write(const fs::path& path, int accuracy)
    {
        std::ofstream(path) << "arch,valid\n" << searchSpace("nasbench201").text(0) << ',' << accuracy << '\n';
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_shared;
    fs::path m_user;
};

QTEST_APPLESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
