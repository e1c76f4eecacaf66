// SPDX-License-Identifier: GPL-3.0-or-later
// The limits that CONTRIBUTING.md ("Style") states, measured on the source tree.
#include <QtTest>

#include <QDirIterator>
#include <QRegularExpression>

#include <algorithm>
#include <functional>
#include <set>

namespace {

constexpr qsizetype mostLines = 400;     // of a file, and of a class over all its files
constexpr qsizetype mostFilesInUi = 50;  // of a folder
constexpr qsizetype mostTestLines = 500; // of a test program, whose data take room

/// The lines of a file by its path below the root.
using Sources = QMap<QString, QStringList>;

Sources readSources(const QStringList& folders)
{
    const QDir root(QStringLiteral(INVERSO_SOURCE_DIR));
    Sources sources;
    for (const QString& folder : folders) {
        QDirIterator files(root.filePath(folder), {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                sources[root.relativeFilePath(file.fileName())] =
                    QString::fromUtf8(file.readAll()).trimmed().split(QLatin1Char('\n'));
        }
    }
    return sources;
}

/// The paths in the #include lines of a file, as they are written.
QStringList includesOf(const QStringList& lines)
{
    static const QRegularExpression include(QStringLiteral("^#include [<\"](.+)[>\"]"));
    QStringList paths;
    for (const QString& line : lines)
        if (const auto match = include.match(line); match.hasMatch())
            paths += match.captured(1);
    return paths;
}

/// Measures classes in code that clang-format has laid out: a definition at namespace level begins in the first column
/// and ends with a brace there. Classes of one name are told apart by their top folder, those of a .cpp file by the
/// file.
class ClassSizes
{
public:
    explicit ClassSizes(const Sources& sources)
    {
        for (auto [path, lines] : sources.asKeyValueRange())
            eachDefinition(lines, [&](const QString& head, qsizetype size) { addBody(path, head, size); });
        for (auto [path, lines] : sources.asKeyValueRange())
            eachDefinition(lines, [&](const QString& head, qsizetype size) { addMember(path, head, size); });
    }

    /// Lines that are not blank, by "folder or file: class".
    [[nodiscard]] const QMap<QString, qsizetype>& sizes() const { return m_sizes; }

private:
    static void eachDefinition(const QStringList& lines, const std::function<void(const QString&, qsizetype)>& use)
    {
        static const QRegularExpression other(QStringLiteral("^(\\s|$|//|#|[{}]|using |namespace |public|private|})"));
        for (qsizetype begin = 0; begin < lines.size(); ++begin) {
            if (other.match(lines[begin]).hasMatch())
                continue;
            qsizetype end = begin;
            qsizetype size = 1;
            const auto isLast = [&] {
                const QString& line = lines[end];
                return line.startsWith(QLatin1Char('}')) || line.endsWith(QLatin1Char(';'))
                           ? line.startsWith(QLatin1Char('}')) || end == begin || isDeclaration(lines, begin, end)
                           : end == begin && line.endsWith(QLatin1Char('}'));
            };
            while (!isLast() && end + 1 < lines.size()) {
                ++end;
                size += lines[end].trimmed().isEmpty() ? 0 : 1;
            }
            use(lines[begin], size);
            begin = end;
        }
    }

    // Up to its semicolon no body was opened.
    static bool isDeclaration(const QStringList& lines, qsizetype begin, qsizetype end)
    {
        return std::ranges::none_of(lines.mid(begin, end - begin + 1),
                                    [](const QString& line) { return line.startsWith(QLatin1Char('{')); })
               && !lines[begin].endsWith(QLatin1Char('{')) && !lines.value(begin + 1).startsWith(QLatin1Char('{'));
    }

    static QString keyOf(const QString& scope, const QString& name) { return scope + QStringLiteral(": ") + name; }
    static QString folderOf(const QString& path) { return path.section(QLatin1Char('/'), 0, 0); }

    void addBody(const QString& path, const QString& head, qsizetype size)
    {
        static const QRegularExpression named(
            QStringLiteral("^(?:template <.*> )?(?:class|struct) (\\w+)(?: final)?(?: :(?!:).*)?(?: \\{)?$"));
        if (const auto match = named.match(head); match.hasMatch())
            m_sizes[keyOf(path.endsWith(QLatin1String(".cpp")) ? path : folderOf(path), match.captured(1))] += size;
    }

    void addMember(const QString& path, const QString& head, qsizetype size)
    {
        static const QRegularExpression member(
            QStringLiteral("(\\w+)(?:<[^<>]*>)?::(?:\\w+::)*(?:~?\\w+|operator\\W+)$"));
        static const QRegularExpression nested(QStringLiteral("^(?:class|struct) (\\w+)::"));
        auto match = nested.match(head);
        if (!match.hasMatch() && head.contains(QLatin1Char('(')))
            match = member.match(head.section(QLatin1Char('('), 0, 0));
        for (const QString& scope : {path, folderOf(path)})
            if (const QString key = keyOf(scope, match.captured(1)); match.hasMatch() && m_sizes.contains(key)) {
                m_sizes[key] += size;
                return;
            }
    }

    QMap<QString, qsizetype> m_sizes;
};

/// Sources without a header of their name: parts of a larger whole that one header describes.
bool belongsToAFamily(const QString& path)
{
    static const QList<QRegularExpression> families = {
        QRegularExpression(QStringLiteral("^app/cli/\\w+_command\\.cpp$")),          // app/cli/program.h
        QRegularExpression(QStringLiteral("^app/\\w+/main\\.cpp$")),                 // the programs
        QRegularExpression(QStringLiteral("^core/cell/nasbench[12]01_\\w+\\.cpp$")), // parts of the two spaces
        QRegularExpression(QStringLiteral("^core/export/(dot|json|svg)\\.cpp$")),    // formats of cell_export.h
        QRegularExpression(QStringLiteral("^core/export/(onnx|python)(_nasbench[12]01)?\\.cpp$")), // likewise
    };
    return std::ranges::any_of(families, [&](const auto& family) { return family.match(path).hasMatch(); });
}

/// Headers of core that may include LibTorch: private to the networks and the trainer.
const std::set<QString>& torchHeaders()
{
    static const std::set<QString> headers{
        QStringLiteral("core/live/macro_network.h"),
        QStringLiteral("core/live/nasbench101_cell.h"),
        QStringLiteral("core/live/network_layers.h"),
        QStringLiteral("core/live/planned_cell.h"),
        QStringLiteral("core/live/small_layers.h"),
        QStringLiteral("core/live/trainable_cell.h"),
        QStringLiteral("core/model/batched_ops.h"),
        QStringLiteral("core/model/flat_parameters.h"),
        QStringLiteral("core/model/graph_generator.h"),
        QStringLiteral("core/model/gvae_net.h"),
        QStringLiteral("core/model/initialise.h"),
        QStringLiteral("core/model/standard_descriptors.h"),
    };
    return headers;
}

} // namespace

class TestHouse : public QObject
{
    Q_OBJECT

private:
    Sources m_product = readSources({QStringLiteral("core"), QStringLiteral("ui"), QStringLiteral("app")});
    Sources m_tests = readSources({QStringLiteral("tests")});

    // One sentence for each offender, so that all are seen at once.
    static void expectNone(const QStringList& offenders)
    {
        QVERIFY2(offenders.isEmpty(), qPrintable(QLatin1Char('\n') + offenders.join(QLatin1Char('\n'))));
    }

private slots:
    void initTestCase() { QVERIFY(m_product.size() > 100 && m_tests.size() > 50); }

    void measuresClassesOverTheirFiles()
    {
        const auto lines = [](const char* text) { return QString::fromLatin1(text).split(QLatin1Char('\n')); };
        const ClassSizes sizes({
            {QStringLiteral("core/a.h"), lines("class Other;\nclass A : public B\n{\npublic:\n\n    void f();\n"
                                               "    struct In\n    {\n    };\n};\nint g(int a,\n      int b);\n"
                                               "template <typename T> struct P\n{\n};")},
            {QStringLiteral("core/a.cpp"), lines("void A::f()\n{\n\n    g();\n}\n\nA::In A::In::make(int a,\n"
                                                 "                int b)\n{\n}\nvoid free()\n{\n}")},
            {QStringLiteral("core/b.cpp"), lines("class A\n{\n};\nA::A()\n{\n}")},
            {QStringLiteral("ui/a.h"), lines("class A\n{\n    int x;\n};")},
            {QStringLiteral("ui/c.cpp"), lines("struct A::Hidden\n{\n    int y;\n};")},
        });
        QCOMPARE(sizes.sizes().value(QStringLiteral("core: A")), 8 + 4 + 4);
        QCOMPARE(sizes.sizes().value(QStringLiteral("core: P")), 3);
        QCOMPARE(sizes.sizes().value(QStringLiteral("core/b.cpp: A")), 3 + 3);
        QCOMPARE(sizes.sizes().value(QStringLiteral("ui: A")), 4 + 4);
    }

    void filesAreShort()
    {
        QStringList offenders;
        for (const auto& [all, most] : {std::pair(&m_product, mostLines), std::pair(&m_tests, mostTestLines)})
            for (auto [path, lines] : all->asKeyValueRange())
                if (lines.size() > most)
                    offenders += QStringLiteral("%1 has %2 lines; split it").arg(path).arg(lines.size());
        expectNone(offenders);
    }

    void classesAreShort()
    {
        const ClassSizes classes(m_product);
        QVERIFY(classes.sizes().size() > 400);
        QStringList offenders;
        for (auto [name, size] : classes.sizes().asKeyValueRange())
            if (size > mostLines)
                offenders += QStringLiteral("%1 has %2 lines over its files; split it").arg(name).arg(size);
        expectNone(offenders);
    }

    void sourcesHaveHeadersOfTheirNames()
    {
        QStringList offenders;
        for (const QString& path : m_product.keys())
            if (path.endsWith(QLatin1String(".cpp")) && !m_product.contains(path.chopped(4) + QStringLiteral(".h"))
                && !belongsToAFamily(path))
                offenders += path + QStringLiteral(" has no header of its name");
        expectNone(offenders);
    }

    void foldersOfTheWindowAreSmall()
    {
        QMap<QString, qsizetype> files;
        for (const QString& path : m_product.keys())
            ++files[path.section(QLatin1Char('/'), 0, -2)];
        QStringList offenders;
        for (auto [folder, count] : files.asKeyValueRange())
            if (folder.startsWith(QLatin1String("ui/")) && count > mostFilesInUi)
                offenders += QStringLiteral("%1 has %2 files; divide it").arg(folder).arg(count);
        expectNone(offenders);
    }

    void everyFileBeginsWithItsLicence()
    {
        QStringList offenders;
        for (const Sources* all : {&m_product, &m_tests})
            for (auto [path, lines] : all->asKeyValueRange())
                if (!lines.front().startsWith(QLatin1String("// SPDX-License-Identifier: ")))
                    offenders += path + QStringLiteral(" does not begin with an SPDX line");
        expectNone(offenders);
    }

    void noHeaderOfCoreReachesLibTorch()
    {
        QStringList offenders;
        std::set<QString> used;
        for (auto [path, lines] : m_product.asKeyValueRange()) {
            if (!path.startsWith(QLatin1String("core/")) || !path.endsWith(QLatin1String(".h")))
                continue;
            static const QRegularExpression torch(QStringLiteral("^(torch|ATen|c10)/"));
            const auto reaches = [&](const QString& include) {
                return torch.match(include).hasMatch() || torchHeaders().contains(include);
            };
            if (const QStringList includes = includesOf(lines); std::ranges::none_of(includes, reaches))
                continue;
            used.insert(path);
            if (!torchHeaders().contains(path))
                offenders += path + QStringLiteral(" includes LibTorch; move that into its .cpp file");
        }
        expectNone(offenders);
        QVERIFY2(used == torchHeaders(), "a header in the list of this test includes no LibTorch");
    }

    // How a person gives a setting is for the programs to say.
    void coreNamesNoOptions()
    {
        static const QRegularExpression option(QStringLiteral("\"[^\"]*(?<!var\\()--[a-z]"));
        QVERIFY(option.match(QStringLiteral("throw Error(\"name it with --out\");")).hasMatch());
        QStringList offenders;
        for (auto [path, lines] : m_product.asKeyValueRange())
            if (path.startsWith(QLatin1String("core/")))
                for (const QString& line : lines)
                    if (option.match(line).hasMatch())
                        offenders += path + QStringLiteral(" names an option: ") + line.trimmed();
        expectNone(offenders);
    }

    void coreKnowsNoQtAndTheBaseOfTheWindowNoState()
    {
        QStringList offenders;
        for (auto [path, lines] : m_product.asKeyValueRange()) {
            const QStringList includes = includesOf(lines);
            const auto some = [&](auto is) { return std::ranges::any_of(includes, is); };
            const bool core = path.startsWith(QLatin1String("core/"));
            if (core && some([](const QString& name) { return name.startsWith(QLatin1Char('Q')); }))
                offenders += path + QStringLiteral(" includes Qt");
            if (core && some([](const QString& name) { return name.startsWith(QLatin1String("ui/")); }))
                offenders += path + QStringLiteral(" includes a part of the window");
            if (path.startsWith(QLatin1String("ui/base/")) && some([](const QString& name) {
                    return name.startsWith(QLatin1String("ui/")) && !name.startsWith(QLatin1String("ui/base/"));
                }))
                offenders += path + QStringLiteral(" includes more of the window than ui/base");
        }
        expectNone(offenders);
    }
};

QTEST_GUILESS_MAIN(TestHouse)
#include "tst_house.moc"
