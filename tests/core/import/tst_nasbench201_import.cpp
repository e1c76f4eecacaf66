// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cell/search_space.h"
#include "core/import/nasbench201_import.h"
#include "tests/core/base/error_text.h"

#include <QtTest>

#include <fstream>

using namespace inverso;

class TestNasBench201Import : public QObject
{
    Q_OBJECT

private slots:
    void testTableIsTakenAsItIs()
    {
        const std::string cell = searchSpace("nasbench201").text(0);
        const std::string text = "# a remark\narch,cifar10_valid,cifar10_test,note\n" + cell + ",90.5,91,first\r\n\n"
                                 + cell + ",90.5,91,again\n" + searchSpace("nasbench201").text(1) + ",,50,\n";
        const auto result = importNasBench201(write("table.csv", text));
        QCOMPARE(QByteArray::fromStdString(result.table), QByteArray::fromStdString(text));
        QCOMPARE(result.cells, std::size_t{1});
        QCOMPARE(result.records, std::size_t{3});
    }

    void testErrorsSayWhere()
    {
        const std::string cell = searchSpace("nasbench201").text(0);
        const std::string bad = write("bad.csv", "arch,valid\n" + cell + ",50\n" + cell + ",high\n");
        COMPARE_CONTAINS(errorText([&] { importNasBench201(bad); }), "bad.csv, line 3: ");
        COMPARE_CONTAINS(errorText([] { importNasBench201("/nonexistent/t.csv"); }), "/nonexistent/t.csv");
        const std::string empty = write("empty.csv", "");
        COMPARE_CONTAINS(errorText([&] { importNasBench201(empty); }), "empty");
    }

    void testAuthorsFiles()
    {
        for (const char* begin : {"BZh91AY&SY", "PK\x03\x04", "\x80\x02}q"}) {
            const std::string file = write("NATS-tss", begin);
            COMPARE_CONTAINS(errorText([&] { importNasBench201(file); }), "tools/nasbench201_to_csv.py " + file);
        }
        write("meta.pickle.pbz2", "BZh");
        COMPARE_CONTAINS(errorText([&] { importNasBench201(m_folder.path().toStdString()); }), "nasbench201_to_csv.py");
    }

private:
    std::string write(const char* name, const std::string& text)
    {
        const std::string path = m_folder.filePath(name).toStdString();
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }

    QTemporaryDir m_folder;
};

QTEST_APPLESS_MAIN(TestNasBench201Import)
#include "tst_nasbench201_import.moc"
