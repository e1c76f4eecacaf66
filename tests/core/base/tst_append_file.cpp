// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/append_file.h"
#include "core/base/read_file.h"
#include "tests/core/base/error_text.h"
#include "tests/core/base/full_disk.h"

#include <QtTest>

#include <cerrno>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

int filesSynced = 0;
int foldersSynced = 0;
off_t sizeWhenSynced = 0;
int failSync = 0; // with this error

int countSync(int file)
{
    struct stat about = {};
    fstat(file, &about);
    if (S_ISDIR(about.st_mode)) {
        ++foldersSynced;
        return 0;
    }
    ++filesSynced;
    sizeWhenSynced = about.st_size;
    errno = failSync;
    return failSync != 0 ? -1 : 0;
}

} // namespace

// Instead of the C library's.
extern "C" int fsync(int file)
{
    return countSync(file);
}
extern "C" int fdatasync(int file)
{
    return countSync(file);
}

using namespace inverso;

class TestAppendFile : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("lines")).toStdString();
        filesSynced = foldersSynced = failSync = 0;
    }

    void testIsOnTheDiskBeforeItReturns()
    {
        appendDurably(m_path, "one\n", "");
        QCOMPARE(filesSynced, 1);
        QCOMPARE(sizeWhenSynced, off_t{4});
        QCOMPARE(foldersSynced, 1); // the file is new
        appendDurably(m_path, "two\n", "");
        QCOMPARE(filesSynced, 2);
        QCOMPARE(sizeWhenSynced, off_t{8});
        QCOMPARE(foldersSynced, 1);
        QCOMPARE(readFile(m_path, 100), std::string("one\ntwo\n"));
    }

    void testAllOrNothing()
    {
        appendDurably(m_path, "one\n", "");
        {
            const FullDisk full(6);
            const std::string error = errorText([&] { appendDurably(m_path, "two\n", "Make room."); });
            COMPARE_CONTAINS(error, "Cannot write " + m_path.string());
            COMPARE_CONTAINS(error, "Make room.");
        }
        QCOMPARE(readFile(m_path, 100), std::string("one\n"));
        failSync = EIO; // a disk that is about to die
        COMPARE_CONTAINS(errorText([&] { appendDurably(m_path, "two\n", ""); }), "Input/output error");
        QCOMPARE(readFile(m_path, 100), std::string("one\n"));
    }

    void testNoFolder()
    {
        COMPARE_CONTAINS(errorText([] { appendDurably("/nowhere/lines", "one\n", "Look there."); }),
                         "/nowhere/lines: No such file or directory. Look there.");
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_path;
};

QTEST_APPLESS_MAIN(TestAppendFile)
#include "tst_append_file.moc"
