// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace inverso {

/// What belongs together in a plot.
struct PlotSeries
{
    enum class Kind { Steps, Points };

    std::string name = {}; ///< in the legend; empty: not shown
    Kind kind = Kind::Steps;
    std::vector<double> x = {};
    std::vector<double> y = {};
    std::vector<double> deviation = {}; ///< a band y ± deviation; empty: none
    int colour = 0;                     ///< 1, 2, … of the palette; 0: the colour for highlights
    bool faint = false;
};

/// A plot of numbers, as an SVG element for a page.
struct Plot
{
    std::string title = {}; ///< above it; empty: none
    std::string xTitle = {};
    std::string yTitle = {};
    std::vector<PlotSeries> series = {};
    /// A dashed line at that height, with a text; NaN: none.
    double level = std::numeric_limits<double>::quiet_NaN();
    std::string levelText = {};
    bool diagonal = false; ///< dashed y = x, and the same range for both axes
    /// The lowest y that is shown; NaN: that of the series.
    double low = std::numeric_limits<double>::quiet_NaN();
};

/// For a page: colours are the variables of htmlPage(). Numbers that are not finite are left out.
std::string toSvg(const Plot& plot);
/// The same as a separate drawing with a transparent background, for light or dark surroundings.
std::string toSvgFile(const Plot& plot, bool dark);
/// Its width and height.
std::pair<int, int> svgSize(const Plot& plot);

/// The step between labels of an axis: 1, 2 or 5 times a power of ten.
double niceStep(double range);

} // namespace inverso
