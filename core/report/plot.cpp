// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plot.h"

#include "core/base/text.h"
#include "core/report/html_page.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <tuple>

namespace inverso {

namespace {

struct Range
{
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void include(double value)
    {
        if (!std::isfinite(value))
            return;
        low = std::min(low, value);
        high = std::max(high, value);
    }
    /// Adds some space at both ends; the range is never empty.
    void widen(double share)
    {
        if (!(low <= high))
            *this = {0.0, 1.0};
        const double air = std::max(share * (high - low), 1e-3 * std::max(1.0, std::abs(high)));
        low -= air;
        high += air;
    }
};

std::string colourOf(const PlotSeries& series)
{
    return series.colour == 0 ? "var(--mark)" : "var(--c" + std::to_string((series.colour - 1) % paletteSize + 1) + ")";
}

/// More series than colours: the second round of them is dashed.
std::string dashOf(const PlotSeries& series)
{
    return series.colour > paletteSize ? " stroke-dasharray=\"7 3\"" : "";
}

/// A coordinate, to a tenth of a pixel.
std::string at(double value)
{
    std::string text = fixed(value, 1);
    if (text.ends_with(".0"))
        text.resize(text.size() - 2);
    return text;
}

class Drawing
{
public:
    explicit Drawing(const Plot& plot)
        : m_plot(plot)
        , m_hasLegend(std::ranges::any_of(plot.series, [](const PlotSeries& one) { return !one.name.empty(); }))
    {
        std::tie(m_width, m_height) = svgSize(plot);
        m_right = m_hasLegend ? m_width - 205 : m_width - 15;
        m_bottom = m_height - 45;
        findRanges();
    }

    [[nodiscard]] std::string svg() const
    {
        const std::string name = m_plot.title.empty() ? m_plot.yTitle + " by " + m_plot.xTitle : m_plot.title;
        std::string text = "<svg viewBox=\"0 0 " + at(m_width) + " " + at(m_height) + "\" role=\"img\" aria-label=\""
                           + escaped(name) + "\">\n" + axes();
        for (const PlotSeries& series : m_plot.series)
            text += band(series);
        if (m_plot.diagonal)
            text += diagonal();
        if (std::isfinite(m_plot.level))
            text += level();
        for (const PlotSeries& series : m_plot.series)
            text += series.kind == PlotSeries::Kind::Steps ? steps(series) : points(series);
        return text + (m_hasLegend ? legend() : "") + "</svg>\n";
    }

private:
    void findRanges()
    {
        for (const PlotSeries& series : m_plot.series) {
            for (const double value : series.x)
                m_x.include(value);
            for (std::size_t i = 0; i < series.y.size(); ++i) {
                const double deviation = i < series.deviation.size() ? series.deviation[i] : 0.0;
                // If the lower end is given, a wide band must not add empty space above the level.
                m_y.include(std::isfinite(m_plot.low) ? series.y[i] : series.y[i] + deviation);
                m_y.include(series.y[i] - deviation);
            }
        }
        m_y.include(m_plot.level);
        if (std::isfinite(m_plot.low))
            m_y.low = std::min(m_plot.low, m_y.high);
        if (m_plot.diagonal) {
            m_x.include(m_y.low);
            m_x.include(m_y.high);
            m_x.widen(0.03);
            m_y = m_x;
            return;
        }
        m_y.widen(0.05);
        if (m_x.low > 0.0 && m_x.low <= 1.0)
            m_x.low = 0.0; // queries count from 1, but their axis begins at 0
        if (!(m_x.low < m_x.high))
            m_x.widen(0.0);
    }

    [[nodiscard]] double x(double value) const
    {
        return left + (m_right - left) * (value - m_x.low) / (m_x.high - m_x.low);
    }
    [[nodiscard]] double y(double value) const
    {
        const double share = std::clamp((value - m_y.low) / (m_y.high - m_y.low), 0.0, 1.0);
        return m_bottom - (m_bottom - top) * share;
    }

    static std::string line(double x1, double y1, double x2, double y2, const std::string& colour,
                            const std::string& more = {})
    {
        return "<line x1=\"" + at(x1) + "\" y1=\"" + at(y1) + "\" x2=\"" + at(x2) + "\" y2=\"" + at(y2) + "\" stroke=\""
               + colour + "\"" + more + "/>\n";
    }
    static std::string label(double atX, double atY, const std::string& anchor, const std::string& text)
    {
        return "<text x=\"" + at(atX) + "\" y=\"" + at(atY) + "\" text-anchor=\"" + anchor + "\">" + escaped(text)
               + "</text>\n";
    }
    static int decimalsOf(double step) { return std::max(0, static_cast<int>(std::ceil(-std::log10(step) - 1e-9))); }

    [[nodiscard]] std::string axes() const
    {
        std::string text;
        const double yStep = niceStep(m_y.high - m_y.low);
        for (double value = std::ceil(m_y.low / yStep) * yStep; value <= m_y.high; value += yStep)
            text += line(left, y(value), m_right, y(value), "var(--line)")
                    + label(left - 8, y(value) + 4, "end", fixed(value + 0.0, decimalsOf(yStep)));
        const double xStep = niceStep(m_x.high - m_x.low);
        for (double value = std::ceil(m_x.low / xStep) * xStep; value <= m_x.high; value += xStep)
            text += line(x(value), m_bottom, x(value), m_bottom + 5, "var(--line)")
                    + label(x(value), m_bottom + 19, "middle", fixed(value + 0.0, decimalsOf(xStep)));
        text += line(left, m_bottom, m_right, m_bottom, "var(--line)");
        text += label((left + m_right) / 2, m_bottom + 38, "middle", m_plot.xTitle);
        return text + "<text transform=\"translate(14 " + at((top + m_bottom) / 2)
               + ") rotate(-90)\" text-anchor=\"middle\">" + escaped(m_plot.yTitle) + "</text>\n";
    }

    [[nodiscard]] std::string diagonal() const
    {
        return line(x(m_x.low), y(m_y.low), x(m_x.high), y(m_y.high), "var(--muted)", " stroke-dasharray=\"5 4\"");
    }

    [[nodiscard]] std::string level() const
    {
        return line(left, y(m_plot.level), m_right, y(m_plot.level), "var(--muted)", " stroke-dasharray=\"5 4\"")
               + label(m_right, y(m_plot.level) - 5, "end", m_plot.levelText);
    }

    // Steps, not slopes: the best value stays the same until a query exceeds it.
    [[nodiscard]] std::string stepPoints(const std::vector<double>& xs, const std::vector<double>& ys) const
    {
        std::string text;
        for (std::size_t i = 0; i < xs.size(); ++i) {
            // Where the value does not change, only the ends are drawn.
            if (i > 0 && i + 1 < xs.size() && ys[i] == ys[i - 1])
                continue;
            if (i > 0)
                text += at(x(xs[i])) + "," + at(y(ys[i - 1])) + " ";
            text += at(x(xs[i])) + "," + at(y(ys[i])) + " ";
        }
        return text;
    }

    [[nodiscard]] std::string steps(const PlotSeries& series) const
    {
        return "<polyline fill=\"none\" stroke=\"" + colourOf(series) + "\" stroke-width=\""
               + (series.faint ? "1\" stroke-opacity=\".35\"" : "2.2\"") + dashOf(series) + " points=\""
               + stepPoints(series.x, series.y) + "\"/>\n";
    }

    [[nodiscard]] std::string band(const PlotSeries& series) const
    {
        if (series.deviation.empty())
            return {};
        std::vector<double> upper;
        std::vector<double> lower;
        for (std::size_t i = 0; i < series.y.size(); ++i) {
            upper.push_back(series.y[i] + series.deviation[i]);
            lower.push_back(series.y[i] - series.deviation[i]);
        }
        // The lower edge backwards, as steps from the right.
        std::string back;
        for (std::size_t i = series.x.size(); i-- > 0;) {
            back += at(x(series.x[i])) + "," + at(y(lower[i])) + " ";
            if (i > 0)
                back += at(x(series.x[i])) + "," + at(y(lower[i - 1])) + " ";
        }
        return "<polygon fill=\"" + colourOf(series) + "\" fill-opacity=\".1\" points=\"" + stepPoints(series.x, upper)
               + back + "\"/>\n";
    }

    // One path of dots: a tenth of the text that circles would need.
    [[nodiscard]] std::string points(const PlotSeries& series) const
    {
        std::string path;
        for (std::size_t i = 0; i < series.x.size(); ++i) {
            if (std::isfinite(series.x[i]) && std::isfinite(series.y[i]))
                path += "M" + at(x(series.x[i])) + " " + at(y(series.y[i])) + "h0";
        }
        return "<path stroke=\"" + colourOf(series)
               + "\" stroke-opacity=\".45\" stroke-width=\"3.5\" stroke-linecap=\"round\" fill=\"none\" d=\"" + path
               + "\"/>\n";
    }

    [[nodiscard]] std::string legend() const
    {
        std::string text;
        double row = top + 8;
        for (const PlotSeries& series : m_plot.series) {
            if (series.name.empty())
                continue;
            text +=
                line(m_right + 14, row, m_right + 36, row, colourOf(series), " stroke-width=\"2.5\"" + dashOf(series))
                + label(m_right + 42, row + 4, "start", series.name);
            row += 19;
        }
        return text;
    }

    static constexpr double left = 62;
    static constexpr double top = 15;

    const Plot& m_plot;
    bool m_hasLegend;
    double m_width = 0.0;
    double m_height = 0.0;
    double m_right = 0.0;
    double m_bottom = 0.0;
    Range m_x;
    Range m_y;
};

} // namespace

double niceStep(double range)
{
    const double raw = range / 5.0;
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= raw)
            return factor * power;
    }
    return 10.0 * power;
}

std::pair<int, int> svgSize(const Plot& plot)
{
    return plot.diagonal ? std::pair(420, 400) : std::pair(760, 340);
}

std::string toSvg(const Plot& plot)
{
    return Drawing(plot).svg();
}

std::string toSvgFile(const Plot& plot, bool dark)
{
    std::string svg = toSvg(plot);
    const auto insert = [&svg](std::string_view before, std::string_view text) { svg.insert(svg.find(before), text); };
    // The style of text, which otherwise comes from the page.
    insert(" viewBox", " xmlns=\"http://www.w3.org/2000/svg\"");
    svg.insert(svg.find('>') + 1, "<g fill=\"var(--muted)\" font-family=\"sans-serif\" font-size=\"12\">");
    insert("</svg>", "</g>");
    for (const auto& [name, colour] : pageColours(dark)) {
        const std::string variable = "var(--" + std::string(name) + ")";
        for (std::size_t at = svg.find(variable); at != std::string::npos; at = svg.find(variable, at))
            svg.replace(at, variable.size(), colour);
    }
    return svg;
}

} // namespace inverso
