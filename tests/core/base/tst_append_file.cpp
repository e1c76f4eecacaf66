// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/append_file.h"
#include "core/base/read_file.h"
#include "tests/core/base/error_text.h"
#include "tests/core/base/full_disk.h"

#include <QtTest>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>

namespace {

int filesSynced = 0;
int foldersSynced = 0;
off_t sizeWhenSynced = 0;
int failSync = 0;              // with this error
int interruptions = 0;         // of writing, that are still to come
std::size_t mostAtOnce = 1000; // bytes that one write takes

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

extern "C" ssize_t write(int file, const void* data, std::size_t size)
{
    if (interruptions > 0) {
        --interruptions;
        errno = EINTR;
        return -1;
    }
    return syscall(SYS_write, file, data, std::min(size, mostAtOnce));
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
        filesSynced = foldersSynced = failSync = interruptions = 0;
        mostAtOnce = 1000;
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

    // A signal ends a write early, with or without some bytes written; the disk is not full then.
    void testInterruptedWrites()
    {
        mostAtOnce = 3;
        interruptions = 2;
        appendDurably(m_path, "one two three\n", "");
        QCOMPARE(readFile(m_path, 100), std::string("one two three\n"));
        QCOMPARE(sizeWhenSynced, off_t{14});
    }

    // What is cut off after a failure must not be the line of another writer.
    void testWaitsForOtherWriters()
    {
        std::atomic<bool> written = false;
        std::jthread other;
        {
            const FileLock lock = FileLock::wait(m_path, "");
            other = std::jthread([&] {
                appendDurably(m_path, "two\n", "");
                written = true;
            });
            mostAtOnce = 1; // so that the other could come between
            appendDurably(lock, "one\n", "");
            QVERIFY(!written);
        }
        other.join();
        QCOMPARE(readFile(m_path, 100), std::string("one\ntwo\n"));
    }

    void testAFileThatWasRemoved()
    {
        const FileLock lock = FileLock::wait(m_path, "");
        std::filesystem::remove(m_path);
        COMPARE_CONTAINS(errorText([&] { appendDurably(lock, "one\n", ""); }), "Cannot write " + m_path.string());
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
