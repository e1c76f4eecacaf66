// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/benchmark/catalogue.h"
#include "tests/core/base/error_text.h"

#include <QtTest>

#include <algorithm>
#include <fstream>
#include <zlib.h>

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
            if (!isShipped(entry))
                names.push_back(entry.name);
        QVERIFY((names == std::vector<std::string>{"a", "b", "c"}));
        QCOMPARE(openTable("a")->datasets().front().valid[0], 50.0F);
        QCOMPARE(openTable("c")->datasets().front().valid[0], 60.0F);
        QCOMPARE(openTable((m_user / "a.csv").string())->datasets().front().valid[0], 60.0F);
    }

    void testNameOfAFile()
    {
        write(m_shared / "a.csv", 50);
        write(m_user / "a.csv", 60);
        write(m_user / "c.csv", 60);
        QCOMPARE(tableName(m_user / "c.csv"), std::string("c"));
        QCOMPARE(tableName(m_user / "." / "c.csv"), std::string("c"));
        QCOMPARE(tableName(m_user / "a.csv"), (m_user / "a.csv").string()); // the name is another's
        QCOMPARE(tableName("/nowhere/c.csv"), std::string("/nowhere/c.csv"));
        QCOMPARE(tableName("c"), std::string("c"));
    }

    void testMissingFolders()
    {
        qputenv("INVERSO_BENCHMARKS", "/nowhere/at/all");
        qputenv("XDG_DATA_HOME", "/nowhere/at/all");
        QVERIFY(std::ranges::all_of(findTables(), &isShipped));
        qunsetenv("INVERSO_BENCHMARKS");
        QVERIFY(std::ranges::all_of(findTables(), &isShipped));
        COMPARE_CONTAINS(errorText([] { openTable("nasbench201"); }), "known benchmarks: ");
    }

    // Packed, a folder a space, after all others.
    void testShippedTables()
    {
        const fs::path resources = m_shared / "resources";
        fs::create_directories(resources / "benchmarks" / "nasbench201");
        const std::string packed = (resources / "benchmarks" / "nasbench201" / "made-up.csv.gz").string();
        gzFile file = gzopen(packed.c_str(), "wb");
        gzprintf(file, "# how it was made, in a line\narch,made-up_valid\n%s,50\n",
                 searchSpace("nasbench201").text(0).c_str());
        gzclose(file);
        write(m_shared / "b.csv", 60);
        qputenv("INVERSO_RESOURCES", QByteArray::fromStdString(resources.string()));
        const auto entries = findTables();
        qunsetenv("INVERSO_RESOURCES");
        QCOMPARE(entries.size(), std::size_t{2});
        QCOMPARE(entries[0].name, std::string("b"));
        QCOMPARE(entries[1].name, std::string("nasbench201/made-up"));
        QCOMPARE(Table::load(entries[1].path)->dataset("made-up").valid[0], 50.0F);
        fs::resize_file(packed, fs::file_size(packed) - 9);
        COMPARE_CONTAINS(errorText([&] { Table::load(packed); }), "compression is broken");
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
    static bool isShipped(const CatalogueEntry& entry) { return entry.name.find('/') != std::string::npos; }

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
