// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/search_curve.h"

#include "app/cli/text_table.h"

#include <algorithm>
#include <cmath>

namespace inverso::cli {

std::string escaped(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        switch (c) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        default:
            result += c;
        }
    }
    return result;
}

namespace {

/// Best validation accuracy after each query, percent.
std::vector<double> bestSoFar(const SearchRun& run)
{
    std::vector<double> best;
    for (const Query& query : run.queries)
        best.push_back(best.empty() ? query.label.valid : std::max(best.back(), query.label.valid));
    return best;
}

/// The mean over the seeds; a seed that ended early keeps its last value.
std::vector<double> meanCurve(const std::vector<std::vector<double>>& curves)
{
    std::vector<double> result;
    std::size_t longest = 0;
    for (const auto& curve : curves)
        longest = std::max(longest, curve.size());
    for (std::size_t i = 0; i < longest; ++i) {
        double sum = 0.0;
        for (const auto& curve : curves)
            sum += curve[std::min(i, curve.size() - 1)];
        result.push_back(sum / static_cast<double>(curves.size()));
    }
    return result;
}

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

/// The search curve as an SVG drawing.
class CurveDrawing
{
public:
    CurveDrawing(const SearchResults& results, double tableBest)
    {
        for (const SearchRun& run : results.runs)
            m_curves.push_back(bestSoFar(run));
        m_mean = meanCurve(m_curves);
        // The first few random cells would squeeze everything that matters against the upper edge.
        const std::size_t start = std::min<std::size_t>(4, m_mean.size() - 1);
        m_low = m_mean[start];
        for (const auto& curve : m_curves)
            m_low = std::min(m_low, curve[std::min(start, curve.size() - 1)]);
        m_high = std::max(tableBest, m_mean.back());
        const double range = std::max(0.1, m_high - m_low);
        m_step = niceStep(range);
        m_high += 0.05 * range;
        m_low -= 0.05 * range;
        m_tableBest = tableBest;
    }

    [[nodiscard]] std::string svg() const
    {
        std::string text =
            "<svg viewBox=\"0 0 760 340\" role=\"img\" aria-label=\"Best validation accuracy by query\">\n" + axes();
        if (m_tableBest > 0.0)
            text += line(left, y(m_tableBest), right, y(m_tableBest), "var(--muted)", "stroke-dasharray=\"5 4\"")
                    + label(right, y(m_tableBest) - 5, "end", "best of the table, " + fixed(m_tableBest, 3) + " %");
        for (const auto& curve : m_curves)
            text += polyline(curve, "stroke=\"var(--mark)\" stroke-opacity=\".35\" stroke-width=\"1\"");
        return text + polyline(m_mean, "stroke=\"var(--mark)\" stroke-width=\"2.5\"") + "</svg>\n";
    }

private:
    static constexpr double left = 60;
    static constexpr double right = 745;
    static constexpr double top = 15;
    static constexpr double bottom = 295;

    [[nodiscard]] double x(std::size_t query) const
    {
        return left + (right - left) * static_cast<double>(query) / static_cast<double>(m_mean.size());
    }
    [[nodiscard]] double y(double accuracy) const
    {
        const double share = std::clamp((accuracy - m_low) / (m_high - m_low), 0.0, 1.0);
        return bottom - (bottom - top) * share;
    }

    static std::string line(double x1, double y1, double x2, double y2, const std::string& colour,
                            const std::string& more = {})
    {
        return "<line x1=\"" + fixed(x1, 1) + "\" y1=\"" + fixed(y1, 1) + "\" x2=\"" + fixed(x2, 1) + "\" y2=\""
               + fixed(y2, 1) + "\" stroke=\"" + colour + "\" " + more + "/>\n";
    }
    static std::string label(double atX, double atY, const std::string& anchor, const std::string& text)
    {
        return "<text x=\"" + fixed(atX, 1) + "\" y=\"" + fixed(atY, 1) + "\" text-anchor=\"" + anchor + "\">"
               + escaped(text) + "</text>\n";
    }

    [[nodiscard]] std::string axes() const
    {
        std::string text;
        const int decimals = std::max(0, static_cast<int>(std::ceil(-std::log10(m_step) - 1e-9)));
        for (double value = std::ceil(m_low / m_step) * m_step; value <= m_high; value += m_step)
            text += line(left, y(value), right, y(value), "var(--line)")
                    + label(left - 8, y(value) + 4, "end", fixed(value, decimals));
        const auto last = static_cast<double>(m_mean.size());
        const double step = std::max(1.0, niceStep(last));
        for (double query = 0.0; query <= last; query += step)
            text += label(x(static_cast<std::size_t>(query)), bottom + 18, "middle", fixed(query, 0));
        text += label((left + right) / 2, bottom + 38, "middle", "queries");
        return text + "<text transform=\"translate(14 " + fixed((top + bottom) / 2, 0)
               + ") rotate(-90)\" text-anchor=\"middle\">best validation accuracy, %</text>\n";
    }

    // Steps, not slopes: the best stays what it was until a query beats it.
    [[nodiscard]] std::string polyline(const std::vector<double>& curve, const std::string& look) const
    {
        std::string points;
        for (std::size_t i = 0; i < curve.size(); ++i) {
            if (i > 0)
                points += fixed(x(i + 1), 1) + "," + fixed(y(curve[i - 1]), 1) + " ";
            points += fixed(x(i + 1), 1) + "," + fixed(y(curve[i]), 1) + " ";
        }
        return "<polyline fill=\"none\" " + look + " points=\"" + points + "\"/>\n";
    }

    std::vector<std::vector<double>> m_curves;
    std::vector<double> m_mean;
    double m_low = 0.0;
    double m_high = 0.0;
    double m_step = 1.0;
    double m_tableBest = 0.0;
};

} // namespace

std::string searchCurve(const SearchResults& results, double tableBest)
{
    return CurveDrawing(results, tableBest).svg();
}

} // namespace inverso::cli
