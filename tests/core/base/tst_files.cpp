// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/base/new_file.h"
#include "core/base/read_file.h"
#include "tests/core/base/error_text.h"
#include "tests/core/base/full_disk.h"
#include "tests/core/base/odd_paths.h"

#include <QtTest>

#include <algorithm>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

std::filesystem::path target; // of a new file
bool wasSyncedBeforeRename = false;
off_t syncedSize = 0;

} // namespace

// Instead of the C library's.
extern "C" int fdatasync(int file)
{
    struct stat about = {};
    fstat(file, &about);
    syncedSize = about.st_size;
    wasSyncedBeforeRename = !std::filesystem::exists(target);
    return 0;
}

using namespace inverso;

namespace fs = std::filesystem;

class TestFiles : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_folder = m_temporary->path().toStdString();
        target = m_folder / "new";
    }

    void testLookingUp()
    {
        std::ofstream(m_folder / "some") << "text";
        QVERIFY(files::exists(m_folder / "some"));
        QVERIFY(!files::isFolder(m_folder / "some"));
        QVERIFY(files::isFolder(m_folder));
        QCOMPARE(files::size(m_folder / "some"), std::uintmax_t{4});
        QVERIFY(!files::exists(m_folder / "none"));
        QVERIFY(!files::exists(pathThroughFile(m_folder)));
        int seen = 0;
        files::visit(m_folder, [&](const fs::directory_entry&) {
            ++seen;
            return true;
        });
        QCOMPARE(seen, 2); // "plain" is there, too
        files::visit(m_folder, [&](const fs::directory_entry&) {
            ++seen;
            return false;
        });
        QCOMPARE(seen, 3);
    }

    void testFailuresAreSentences()
    {
        for (const fs::path& odd : oddPaths(m_folder)) {
            const std::string cannotRead = "Cannot read " + odd.string() + ": ";
            COMPARE_CONTAINS(errorText([&] { (void)files::exists(odd); }), cannotRead);
            COMPARE_CONTAINS(errorText([&] { (void)files::isFolder(odd); }), cannotRead);
            COMPARE_CONTAINS(errorText([&] { (void)files::size(odd); }), cannotRead);
            COMPARE_CONTAINS(errorText([&] { files::resize(odd, 0); }), "Cannot write " + odd.string());
            COMPARE_CONTAINS(errorText([&] { files::rename(m_folder, odd / "x", "Look there."); }), "Look there.");
            COMPARE_CONTAINS(errorText([&] { files::visit(odd, [](const auto&) { return true; }); }),
                             "Cannot read the folder " + odd.string());
        }
        COMPARE_CONTAINS(errorText([&] { (void)files::size(m_folder / "none"); }), "No such file");
        COMPARE_CONTAINS(errorText([&] { files::visit(pathThroughFile(m_folder), [](const auto&) { return true; }); }),
                         "Not a directory");
    }

    void testANewFileIsOnTheDiskBeforeItHasItsName()
    {
        {
            NewFile file(target, "");
            file.stream() << "some text";
            QVERIFY(!fs::exists(target));
            file.commit();
        }
        QVERIFY(wasSyncedBeforeRename);
        QCOMPARE(syncedSize, off_t{9});
        QCOMPARE(readFile(target, 100), std::string("some text"));
        QVERIFY(!fs::exists(m_folder / "new.part"));
    }

    void testTheOldFileStaysUntilThen()
    {
        std::ofstream(target) << "old";
        {
            NewFile file(target, "");
            file.stream() << "new";
        }
        QCOMPARE(readFile(target, 100), std::string("old"));
        {
            const FullDisk full(10);
            COMPARE_CONTAINS(errorText([] {
                                 NewFile file(target, "Make room.");
                                 file.stream() << std::string(20000, 'x');
                                 file.commit();
                             }),
                             "Cannot write " + target.string());
        }
        QCOMPARE(readFile(target, 100), std::string("old"));
        QVERIFY(!fs::exists(m_folder / "new.part"));
        COMPARE_CONTAINS(errorText([] { NewFile("/nowhere/new", "Look there."); }),
                         "Cannot write /nowhere/new: No such file or directory. Look there.");
    }

private:
    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path m_folder;
};

QTEST_APPLESS_MAIN(TestFiles)
#include "tst_files.moc"
