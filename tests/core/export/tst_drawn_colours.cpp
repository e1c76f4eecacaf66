// SPDX-License-Identifier: GPL-3.0-or-later
// Text and lines of what is written for others to look at, in numbers: the colours are read back from the files.
#include "core/export/cell_export.h"
#include "core/export/operation_colour.h"
#include "core/report/html_page.h"
#include "core/report/report.h"
#include "tests/core/export/contrast.h"
#include "tests/core/export/page_style.h"

#include <QtTest>

#include <set>

using namespace inverso;
using namespace inverso::test;

namespace {

/// Where a viewer shows a file that has no background of its own.
constexpr Rgb lightBackground = {0xff, 0xff, 0xff};
constexpr Rgb darkBackground = {0x1b, 0x1e, 0x23};

/// Something that is drawn, and what is behind it.
struct Drawn
{
    QString what;
    std::optional<Rgb> colour;
    Rgb background{};

    [[nodiscard]] double contrast() const { return colour ? test::contrast(*colour, background) : 1.0; }
};

struct Drawing
{
    std::vector<Drawn> texts;
    std::vector<Drawn> lines; ///< edges of cells, with their arrow heads
};

std::optional<Rgb> colourOf(const QString& text)
{
    return rgb(text.toStdString());
}

/// Statements of DOT with their attributes: "graph", "node" and "edge" for the defaults.
Drawing readDot(const std::string& dot, const Rgb& viewer)
{
    static const QRegularExpression attribute(QStringLiteral("(\\w+)=\"?([^\",;\\]]+)\"?"));
    std::map<QString, std::map<QString, QString>> values;
    QStringList edges;
    for (const QString& line : QString::fromStdString(dot).split('\n')) {
        const QString statement = line.trimmed();
        if (statement.contains("->"))
            edges << statement;
        const bool ofGraph = !statement.contains('[');
        auto& own = values[ofGraph ? QStringLiteral("graph") : statement.section(' ', 0, 0)];
        for (auto it = attribute.globalMatch(ofGraph ? statement : statement.section('[', 1)); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            own[match.captured(1)] = match.captured(2);
        }
    }
    const auto value = [&](const QString& name, const QString& defaults, const QString& key, const char* initial) {
        for (const QString& from : {name, defaults}) {
            if (values[from].contains(key))
                return values[from][key];
        }
        return QString::fromLatin1(initial);
    };
    Drawing drawing;
    const Rgb background = colourOf(value("graph", "graph", "bgcolor", "none")).value_or(viewer);
    const auto all = values;
    for (const auto& [name, own] : all) {
        if (!own.contains("label"))
            continue;
        const Rgb fill = colourOf(value(name, "node", "fillcolor", "none")).value_or(background);
        drawing.texts.push_back({own.at("label"), colourOf(value(name, "node", "fontcolor", "black")), fill});
    }
    for (const QString& edge : edges)
        drawing.lines.push_back({edge, colourOf(value("edge", "edge", "color", "black")), background});
    return drawing;
}

/// Walks over the elements of SVG or of a page.
class Reader
{
public:
    Reader(PageStyle style, const Rgb& viewer)
        : m_style(std::move(style))
        , m_backgrounds{viewer}
    {
    }

    Drawing read(const QString& text)
    {
        QXmlStreamReader reader(text);
        while (!reader.atEnd()) {
            reader.readNext();
            if (reader.isStartElement())
                begin({reader.name().toString(), reader.attributes()});
            if (reader.isCharacters() && !reader.isWhitespace())
                addText(reader.text().toString().simplified());
            if (reader.isEndElement())
                end();
        }
        if (reader.hasError())
            throw std::runtime_error(reader.errorString().toStdString());
        return m_drawing;
    }

private:
    void begin(StyledElement element)
    {
        static const QStringList shapes = {"path", "polygon", "polyline", "ellipse", "rect"};
        m_path.push_back(std::move(element));
        m_backgrounds.push_back(m_backgrounds.back());
        if (const auto background = colourOf(m_style.value(m_path, "background")))
            m_backgrounds.back() = *background;
        if (shapes.contains(m_path.back().tag))
            addShape();
    }

    void end()
    {
        m_path.pop_back();
        m_backgrounds.pop_back();
    }

    /// Later elements of the same group are painted on what it fills.
    void addShape()
    {
        const QString fillText = m_style.inherited(m_path, "fill");
        const std::optional<Rgb> fill = fillText.isEmpty() ? Rgb{} : colourOf(fillText);
        Rgb& background = m_backgrounds[m_backgrounds.size() - 2];
        const StyledElement& group = m_path[m_path.size() - 2];
        if (group.attributes.value("class") == QLatin1String("edge")) {
            const Drawn stroke{"line", colourOf(m_style.inherited(m_path, "stroke")), background};
            m_drawing.lines.push_back(stroke);
            if (fill)
                m_drawing.lines.push_back({"arrow head", fill, background});
        } else if (fill && m_style.value(m_path, "fill-opacity").isEmpty()) {
            background = *fill;
        }
    }

    void addText(const QString& text)
    {
        if (m_path.back().tag == "title") // a tool tip
            return;
        const bool inSvg = std::ranges::any_of(m_path, [](const auto& element) { return element.tag == "svg"; });
        QString colour = m_style.inherited(m_path, inSvg ? "fill" : "color");
        m_drawing.texts.push_back({text, colourOf(colour.isEmpty() ? "black" : colour), m_backgrounds.back()});
    }

    PageStyle m_style;
    ElementPath m_path;
    std::vector<Rgb> m_backgrounds;
    Drawing m_drawing;
};

Drawing readSvg(const std::string& svg, const Rgb& viewer)
{
    return Reader({}, viewer).read(QString::fromStdString(svg));
}

/// A page brings its own background; without one the text would be on the reader's.
Drawing readPage(const std::string& page, bool dark)
{
    const QString text = QString::fromStdString(page);
    const qsizetype begin = text.indexOf("<body>");
    QString body = text.mid(begin, text.indexOf("</body>") + 7 - begin);
    body.remove("<wbr>");
    return Reader(PageStyle(text, dark), dark ? darkBackground : lightBackground).read(body);
}

/// Those that are too faint, with their contrast.
QString faint(const std::vector<Drawn>& drawn, double least)
{
    std::set<QString> lines;
    for (const Drawn& one : drawn) {
        if (one.contrast() < least)
            lines.insert(QStringLiteral("%1: %2").arg(one.what).arg(one.contrast(), 0, 'f', 2));
    }
    return QStringList(lines.begin(), lines.end()).join(", ");
}

/// Cells that hold every operation of the space between them; none for a space that is new here.
std::vector<CellIndex> cellsOfAllOperations(const SearchSpace& space)
{
    if (space.name() == "nasbench101")
        return {space.parse("1100011111:input,conv3x3,conv1x1,maxpool,output")};
    if (space.name() != "nasbench201")
        return {};
    return {space.parse("|nor_conv_3x3~0|+|nor_conv_1x1~0|avg_pool_3x3~1|+|skip_connect~0|nor_conv_3x3~1|none~2|")};
}

std::string pageOf(const SearchSpace& space, CellIndex cell)
{
    return htmlPage("a cell", toPageElement(space, cell));
}

Drawing drawn(const QString& form, const SearchSpace& space, CellIndex cell, bool dark)
{
    const Rgb& viewer = dark ? darkBackground : lightBackground;
    if (form == "DOT")
        return readDot(toDot(space, cell), viewer);
    return form == "SVG" ? readSvg(toSvg(space, cell), viewer) : readPage(pageOf(space, cell), dark);
}

} // namespace

class TestDrawnColours : public QObject
{
    Q_OBJECT

private slots:
    void contrastIsThatOfWcag()
    {
        QCOMPARE(contrast({0, 0, 0}, {255, 255, 255}), 21.0);
        QCOMPARE(contrast({10, 20, 30}, {10, 20, 30}), 1.0);
        // The greys next to 4.5 : 1 on white.
        QVERIFY(contrast(*rgb("#767676"), *rgb("#fff")) > leastTextContrast);
        QVERIFY(contrast(*rgb("white"), *rgb("#777777")) < leastTextContrast);
    }

    void everyOperationIsReadable_data()
    {
        QTest::addColumn<QString>("form");
        QTest::addColumn<QString>("space");
        QTest::addColumn<bool>("dark");
        for (const char* form : {"DOT", "SVG", "page"}) {
            for (const std::string_view name : searchSpaceNames()) {
                const QString space = QString::fromUtf8(name);
                for (const bool dark : {false, true})
                    QTest::addRow("%s, %s, %s", form, qPrintable(space), dark ? "dark" : "light")
                        << form << space << dark;
            }
        }
    }
    void everyOperationIsReadable()
    {
        QFETCH(QString, form);
        QFETCH(QString, space);
        QFETCH(bool, dark);
        const SearchSpace& of = searchSpace(space.toStdString());
        std::set<QString> left;
        for (const std::string_view label : of.labels())
            left.insert(QString::fromUtf8(label));
        for (const CellIndex cell : cellsOfAllOperations(of)) {
            const Drawing drawing = drawn(form, of, cell, dark);
            for (const Drawn& text : drawing.texts) {
                const OperationColour window = operationColour(text.what.toStdString());
                QVERIFY(text.background == rgb(std::string(window.fill)));
                left.erase(text.what);
            }
            QCOMPARE(faint(drawing.texts, leastTextContrast), QString());
            QVERIFY(!drawing.lines.empty());
            QCOMPARE(faint(drawing.lines, leastTextContrast), QString());
        }
        QVERIFY2(left.empty(), qPrintable(QStringList(left.begin(), left.end()).join(", ")));
    }

    void anOperationOfANewSpaceIsReadable()
    {
        const OperationColour colour = operationColour("an operation of tomorrow");
        QVERIFY(contrast(*rgb(std::string(colour.fill)), *rgb(std::string(colour.text))) >= leastTextContrast);
    }

    // Headings, notes, tables, captions, and the words of plots.
    void everyWordOfAReportIsReadable_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void everyWordOfAReportIsReadable()
    {
        QFETCH(bool, dark);
        Plot plot{.title = "a curve", .xTitle = "queries", .yTitle = "accuracy"};
        plot.series.push_back(
            {.name = "a method", .x = {1, 2, 3}, .y = {1, 2, 2}, .deviation = {1, 1, 1}, .colour = 1});
        plot.level = 2.5;
        plot.levelText = "the best";
        ReportTable table;
        table.columns = {{"cell", ReportColumn::Kind::Cell}, {"x", ReportColumn::Kind::Deviating}};
        table.rows = {{std::string("|a~0|+|b|"), ReportCell::of(1.25, 0.5, 2)}};
        const Report report{"a title", {"a note"}, {{2, "a section", {"its note"}, table, {plot}}}};
        const Drawing drawing = readPage(toHtml(report), dark);
        for (const char* word : {"a title", "a note", "a section", "its note", "x", "|a~0|+|b|", "1.25 ± 0.50",
                                 "a curve", "queries", "accuracy", "a method", "the best"})
            QVERIFY2(std::ranges::any_of(drawing.texts, [&](const Drawn& text) { return text.what == word; }), word);
        QCOMPARE(faint(drawing.texts, leastTextContrast), QString());
    }
};

QTEST_GUILESS_MAIN(TestDrawnColours)
#include "tst_drawn_colours.moc"
