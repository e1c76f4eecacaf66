// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/search_space.h"

#include <QtTest>

#include <algorithm>
#include <fstream>

namespace inverso {

/// What one invocation of inverso-cli gave.
struct CliResult
{
    int code = -1; ///< -1: crashed or did not end
    QByteArray out;
    QByteArray err;

    /// stdout as JSON lines; a line that is no JSON object fails the check in `ok`.
    [[nodiscard]] QList<QJsonObject> lines(bool* ok = nullptr) const
    {
        QList<QJsonObject> objects;
        bool good = true;
        for (const QByteArray& line : out.split('\n')) {
            if (line.isEmpty())
                continue;
            const QJsonDocument document = QJsonDocument::fromJson(line);
            good = good && document.isObject();
            objects.append(document.object());
        }
        if (ok)
            *ok = good;
        return objects;
    }
};

/// The environment of the tests: nothing of the developer's own tables, unless asked for.
inline QProcessEnvironment cliEnvironment(const QString& benchmarks = {},
                                          const QString& dataHome = QStringLiteral("/nonexistent"))
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("INVERSO_BENCHMARKS"));
    environment.insert(QStringLiteral("XDG_DATA_HOME"), dataHome);
    if (!benchmarks.isEmpty())
        environment.insert(QStringLiteral("INVERSO_BENCHMARKS"), benchmarks);
    return environment;
}

inline CliResult runCli(const QStringList& arguments, const QString& benchmarks = {},
                        const QString& dataHome = QStringLiteral("/nonexistent"), const QByteArray& input = {})
{
    constexpr int patience = 300000; // sanitizers are slow
    QProcess process;
    process.setProcessEnvironment(cliEnvironment(benchmarks, dataHome));
    process.start(QStringLiteral(INVERSO_CLI), arguments);
    process.write(input);
    process.closeWriteChannel();
    CliResult result;
    if (process.waitForFinished(patience) && process.exitStatus() == QProcess::NormalExit)
        result.code = process.exitCode();
    result.out = process.readAllStandardOutput();
    result.err = process.readAllStandardError();
    return result;
}

/// Writes a whole NAS-Bench-201 table with two data sets of made-up accuracies: smooth in the number of
/// convolutions, with one best cell, so that strategies behave as on a real one.
inline void writeSyntheticTable(const QString& path)
{
    const SearchSpace& space = searchSpace("nasbench201");
    std::ofstream file(path.toStdString());
    file << "arch,alpha_valid,alpha_test,beta_valid,beta_test\n";
    for (CellIndex cell = 0; cell < space.size(); ++cell) {
        const std::string text = space.text(cell);
        double valid = 40.0;
        for (std::size_t at = text.find("conv_"); at != std::string::npos; at = text.find("conv_", at + 1))
            valid += text[at + 5] == '3' ? 6.0 : 4.5;
        valid += static_cast<double>(cell * 7919 % 15625) / 5000.0;
        file << text << ',' << valid << ',' << valid - 0.5 << ',' << 90.0 - valid / 2 << ',' << 89.0 - valid / 2
             << '\n';
    }
}

/// An end event without what may differ between two runs of the same search: the times.
inline QJsonObject withoutTimes(QJsonObject object)
{
    object.remove(QStringLiteral("seconds"));
    object.remove(QStringLiteral("phases"));
    return object;
}

inline QList<QJsonObject> withoutTimes(QList<QJsonObject> objects)
{
    for (QJsonObject& object : objects)
        object = withoutTimes(object);
    return objects;
}

/// The rows of a test of wrong usage: arguments, exit code, and a part of what is said on stderr.
class FailureRows
{
public:
    FailureRows()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("says");
    }
    void operator()(const char* name, const char* arguments, int code, const char* says) const
    {
        QTest::newRow(name) << QString(arguments) << code << QByteArray(says);
    }
};

} // namespace inverso

/// Shows stderr when the code is not the expected one.
#define COMPARE_CODE(result, expected)                                                                                 \
    QVERIFY2((result).code == (expected), qPrintable(QStringLiteral("exit code %1, expected %2; stderr: %3")           \
                                                         .arg((result).code)                                           \
                                                         .arg(expected)                                                \
                                                         .arg(QString::fromUtf8((result).err))))
#define VERIFY_SAYS(result, part)                                                                                      \
    QVERIFY2(                                                                                                          \
        (result).err.contains(part),                                                                                   \
        qPrintable(                                                                                                    \
            QStringLiteral("stderr lacks \"%1\": %2").arg(QString::fromUtf8(part), QString::fromUtf8((result).err))))
/// The exit code, one sentence on stderr with that part, and nothing on stdout.
#define VERIFY_FAILS(result, expected, part)                                                                           \
    do {                                                                                                               \
        COMPARE_CODE(result, expected);                                                                                \
        VERIFY_SAYS(result, part);                                                                                     \
        QCOMPARE((result).out, QByteArray());                                                                          \
        QCOMPARE((result).err.trimmed().count('\n'), 0);                                                               \
    } while (false)
