// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_lock.h"
#include "tests/core/base/error_text.h"

#include <QtTest>

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <fcntl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace {

std::atomic<int> failLock = 0; // with this error

} // namespace

// Instead of the C library's.
extern "C" int fcntl(int file, int command, ...)
{
    va_list arguments;
    va_start(arguments, command);
    void* const argument = va_arg(arguments, void*);
    va_end(arguments);
    if ((command == F_OFD_SETLK || command == F_OFD_SETLKW) && failLock != 0) {
        errno = failLock;
        return -1;
    }
    return static_cast<int>(syscall(SYS_fcntl, file, command, argument));
}

using namespace inverso;

class TestFileLock : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("lock")).toStdString();
        failLock = 0;
    }

    void testOneHolder()
    {
        {
            const auto first = FileLock::tryLock(m_path, "");
            QVERIFY(first);
            QVERIFY(!FileLock::tryLock(m_path, ""));
            QVERIFY(FileLock::isHeld(m_path));
        }
        QVERIFY(!FileLock::isHeld(m_path));
        QVERIFY(FileLock::tryLock(m_path, ""));
    }

    void testOtherProgramsAreKeptOut()
    {
        const pid_t child = fork();
        if (child == 0)
            _exit(FileLock::tryLock(m_path, "") ? 0 : 1);
        int ended = -1;
        QCOMPARE(waitpid(child, &ended, 0), child);
        QCOMPARE(ended, 0);
        const auto lock = FileLock::tryLock(m_path, "");
        QVERIFY(lock); // freed by the end of the other program
        const pid_t other = fork();
        if (other == 0)
            _exit(FileLock::isHeld(m_path) && !FileLock::tryLock(m_path, "") ? 0 : 1);
        QCOMPARE(waitpid(other, &ended, 0), other);
        QCOMPARE(ended, 0);
    }

    // A program that only asks must not be in the way of one that starts at this moment.
    void testAskingDisturbsNobody()
    {
        std::atomic<bool> ended = false;
        const std::jthread asking([&] {
            while (!ended)
                (void)FileLock::isHeld(m_path);
        });
        int refused = 0;
        for (int i = 0; i < 20000; ++i)
            refused += FileLock::tryLock(m_path, "") ? 0 : 1;
        ended = true;
        QCOMPARE(refused, 0);
    }

    void testWaiting()
    {
        std::atomic<int> inside = 0;
        std::atomic<int> together = 0; // holders that were not alone
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 4; ++i)
                threads.emplace_back([&] {
                    for (int turn = 0; turn < 200; ++turn) {
                        const FileLock lock = FileLock::wait(m_path, "");
                        together += inside++;
                        --inside;
                    }
                });
        }
        QCOMPARE(together.load(), 0);
    }

    // Its holder removes it and lets go: who opened the old file meanwhile must not believe to hold the new one.
    void testARemovedFileIsNotHeld()
    {
        auto first = FileLock::tryLock(m_path, "");
        std::filesystem::remove(m_path);
        const auto second = FileLock::tryLock(m_path, "");
        QVERIFY(second);
        first.reset();
        QVERIFY(FileLock::isHeld(m_path));
    }

    void testFailures()
    {
        COMPARE_CONTAINS(errorText([] { (void)FileLock::tryLock("/nowhere/lock", "Look there."); }),
                         "Cannot write /nowhere/lock: No such file or directory. Look there.");
        COMPARE_CONTAINS(errorText([] { (void)FileLock::tryLock("/nowhere/lock", "", "the session s"); }),
                         "Cannot write the session s: No such file");
        QVERIFY(!FileLock::isHeld("/nowhere/lock"));
        failLock = EIO; // not the same as held by another
        COMPARE_CONTAINS(errorText([&] { (void)FileLock::tryLock(m_path, ""); }), "Input/output error");
        failLock = ENOLCK; // a file system without locks
        QVERIFY(FileLock::tryLock(m_path, ""));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_path;
};

QTEST_APPLESS_MAIN(TestFileLock)
#include "tst_file_lock.moc"
