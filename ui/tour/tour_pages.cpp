// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour/tour_pages.h"

#include <QtGlobal>

namespace inverso::ui {

namespace {

// Notation and numbers are those of the thesis; the text mentions where this program's defaults differ.
constexpr TourPage pages[] = {
    {
        .id = "cell",
        .title = QT_TRANSLATE_NOOP("TourPages", "A network is one cell, repeated"),
        .text = QT_TRANSLATE_NOOP(
            "TourPages",
            "<p>A <b>cell</b> is a small graph: data comes in, passes through <b>operations</b> such as a 3×3 "
            "convolution, and goes out. The whole network is this one cell, stacked many times: choosing the cell "
            "means choosing the network.</p>"
            "<p>In NAS-Bench-201 a cell has 6 places for one of 5 operations: 5<sup>6</sup> = 15,625 cells. In "
            "NAS-Bench-101 it has up to 7 nodes and 9 edges: 423,624 cells.</p>"
            "<p>A <b>benchmark</b> is a table in which every cell has been trained already. Looking up one accuracy is "
            "a <b>query</b>. Without a table each query would be a whole training, so the fewer the better.</p>"),
        .experiment =
            QT_TRANSLATE_NOOP("TourPages", "Each dot on the map is a cell. Click one: the Cell pane draws it."),
        .pointAt = "latentMap",
        .onEnter = "raisePane:cell",
        .needs = "tableOpen",
        .showMe = "selectBestCell",
        .done = "cellSelected",
    },
    {
        .id = "forms",
        .title = QT_TRANSLATE_NOOP("TourPages", "One cell, three drawings"),
        .text = QT_TRANSLATE_NOOP(
            "TourPages",
            "<p>The authors of NAS-Bench-201 put the operations <b>on edges</b>; nodes only add up what arrives. This "
            "is the original cell.</p>"
            "<p>A graph network reads labels of nodes. So the same cell is rewritten with operations <b>on nodes</b>: "
            "six operations, the input and the output make 8 vertices, joined by 10 edges that are the same in every "
            "cell.</p>"
            "<p><b>Simplified</b> shows what is computed: <i>none</i> cuts its path, <i>skip_connect</i> passes data "
            "on "
            "unchanged. Cells that differ in the table may compute the same.</p>"
            "<p>Cells of NAS-Bench-101 have operations on nodes from the start.</p>"),
        .experiment = QT_TRANSLATE_NOOP(
            "TourPages", "Look at the cell on nodes, then simplified. Which operations have vanished, and why?"),
        .pointAt = "inspector",
        .onEnter = "raisePane:cell; ensureCell; showForm:edges",
        .needs = "tableOpen",
        .showMe = "showForm:simplified",
        .done = "formShown:simplified",
    },
    {
        .id = "encoding",
        .title = QT_TRANSLATE_NOOP("TourPages", "Encoding: two matrices"),
        .text = QT_TRANSLATE_NOOP(
            "TourPages",
            "<p>A model reads numbers, so the graph becomes two matrices.</p>"
            "<p>The <b>adjacency matrix</b> <i>A</i> has a 1 in row <i>i</i>, column <i>j</i> where an edge leads from "
            "vertex <i>i</i> to vertex <i>j</i>. The <b>one-hot matrix</b> <i>X</i> has a row for each vertex, with a "
            "single 1 in the column of its operation.</p>"
            "<p>The encoder reads <i>X</i> and <i>Ã</i> = <i>A</i> ∨ <i>A</i><sup>T</sup>, in which every edge leads "
            "both ways, so that each vertex receives data from those before it and after it.</p>"),
        .experiment =
            QT_TRANSLATE_NOOP("TourPages", "Move the pointer over the matrices, or walk through them with the arrow "
                                           "keys. Which edge or vertex lights up in the drawing?"),
        .pointAt = "matrixView",
        .onEnter = "raisePane:cell; ensureCell; showForm:nodes; openSection:matrices",
        .needs = "tableOpen",
        .showMe = "pointAtEdge",
        .done = "elementPointed",
    },
    {
        .id = "latent",
        .title = QT_TRANSLATE_NOOP("TourPages", "From graphs to points"),
        .text = QT_TRANSLATE_NOOP(
            "TourPages",
            "<p>A <b>graph variational autoencoder</b> learns to turn a cell into numbers and to rebuild it from them. "
            "It needs no accuracies for that, so this part costs no queries.</p>"
            "<p>Its <b>encoder</b>, a graph network (GIN), gives each vertex 16 numbers, the mean <i>μ</i>: 8·16 = 128 "
            "for a cell of NAS-Bench-201, 7·16 = 112 for NAS-Bench-101. Its <b>decoder</b>, a transformer, turns such "
            "numbers back into <i>X</i> and <i>A</i>.</p>"
            "<p>The space of these numbers is the <b>latent space</b>. The map shows the <i>μ</i> of every cell, laid "
            "out in the plane: cells that look alike to the encoder lie close together.</p>"),
        .experiment = QT_TRANSLATE_NOOP("TourPages", "Colour the map by true accuracy. Do the good cells lie together, "
                                                     "although the encoder has seen no accuracy? Press T on "
                                                     "the map and run a t-SNE to watch such a map form."),
        .pointAt = "latentMap",
        .onEnter = "",
        .needs = "tableOpen",
        .showMe = "colourBy:trueAccuracy",
        .done = "colouredBy:trueAccuracy",
    },
    {
        .id = "forward",
        .title = QT_TRANSLATE_NOOP("TourPages", "Forwards: from a cell to its accuracy"),
        .text = QT_TRANSLATE_NOOP(
            "TourPages",
            "<p>An <b>invertible neural network</b> (INN) takes the latent numbers <i>x</i> of a cell and returns the "
            "same number of values: [<i>z</i>, <i>y</i>] = <i>f</i>(<i>x</i>). The last one, <i>y</i>, is trained to "
            "be the accuracy. All others, <i>z</i>, are trained to be like noise from <i>N</i>(0, <i>I</i>): they hold "
            "everything about the cell that is independent of <i>y</i>.</p>"
            "<p>Run forwards it is a <b>regression</b>: the plot shows the prediction <i>ŷ</i> against the true "
            "<i>y</i>; on the diagonal both agree. RMSE is the size of the error in percentage points. Spearman’s "
            "<i>ρ</i> and Kendall’s <i>τ</i> measure how well the <i>order</i> of the cells is predicted (1: "
            "perfectly). Order is what a search needs.</p>"),
        .experiment = QT_TRANSLATE_NOOP("TourPages",
                                        "Press Step (F7). Some random cells are queried, and the network learns from "
                                        "them. How well does it predict cells that it has not seen?"),
        .pointAt = "regressionPlot",
        .onEnter = "raisePane:run; raisePane:regression",
        .needs = "tableOpen",
        .showMe = "stepRound",
        .done = "hasModel",
    },
    {
        .id = "inverse",
        .title = QT_TRANSLATE_NOOP("TourPages", "Backwards: from an accuracy to cells"),
        .text = QT_TRANSLATE_NOOP(
            "TourPages", "<p>Each block of the INN can be undone exactly, so it runs backwards as well: <i>x</i> = "
                         "<i>f</i><sup>−1</sup>([<i>z</i>, <i>y</i>]). Put in the accuracy you <i>want</i> as "
                         "<i>y</i>, draw some <i>z</i>, and you get latent numbers, which the decoder turns into a "
                         "cell. Another <i>z</i> gives another cell for the same target. (The default preset draws "
                         "some <i>z</i> at random and others near those of known cells: Noise sets how near.)</p>"
                         "<p>Does the cell reach the target? The plot shows its true accuracy against the target. The "
                         "gap is the <b>re-simulation error</b>. Only targets in the shaded range can be reached: no "
                         "cell lies outside it.</p>"),
        .experiment = QT_TRANSLATE_NOOP(
            "TourPages", "Generate cells for two targets that are a few percentage points apart (Ctrl+G). What do the "
                         "cells of the higher target have that is missing in the others?"),
        .pointAt = "inversionPanel",
        .onEnter = "raisePane:inversion; setTarget:best",
        .needs = "hasModel",
        .showMe = "setTarget:lower; generate",
        .done = "targetsTried:2",
    },
    {
        .id = "loop",
        .title = QT_TRANSLATE_NOOP("TourPages", "The search: propose, query, learn"),
        .text = QT_TRANSLATE_NOOP(
            "TourPages",
            "<p>Round 0 queries a few random cells: the <b>initial labels</b>. Then, round by round:</p>"
            "<ol><li><b>Generate</b>: invert a very high accuracy (1.0 in the thesis) for many <i>z</i>.</li>"
            "<li><b>Decode</b> into cells; invalid and known cells are dropped.</li>"
            "<li><b>Predict</b> the accuracy of these candidates, forwards. This costs nothing.</li>"
            "<li><b>Select</b> the five with the best prediction.</li>"
            "<li><b>Query</b> their true accuracy. Only this spends the <b>budget</b>.</li>"
            "<li><b>Retrain</b> on all labels, the new ones included.</li></ol>"
            "<p>In each round the network knows the good region better and proposes better cells.</p>"),
        .experiment = QT_TRANSLATE_NOOP("TourPages", "Step to round 3 (F7) and watch the map: candidates take the "
                                                     "colour of their round. Do they gather somewhere?"),
        .pointAt = "roundLog",
        .onEnter = "raisePane:run; raisePane:log; colourBy:rounds",
        .needs = "tableOpen",
        .showMe = "stepRound",
        .done = "roundsAtLeast:3",
    },
    {
        .id = "curve",
        .title = QT_TRANSLATE_NOOP("TourPages", "Reading the search curve"),
        .text = QT_TRANSLATE_NOOP(
            "TourPages",
            "<p>Horizontal axis: <b>queries</b> spent. Vertical axis: the best <b>validation</b> accuracy found so "
            "far. The curve never falls; the sooner it is high, the fewer queries were wasted.</p>"
            "<p>The second line is the <b>test</b> accuracy of that same cell: what you would really get. It may fall, "
            "for the best on validation is not always the best on test.</p>"
            "<p>The horizontal line is the <b>optimum</b>, the best of the whole table. A real search has no such "
            "line. A benchmark has one, so it can show how good a method is.</p>"),
        .experiment =
            QT_TRANSLATE_NOOP("TourPages", "Let a search run until its budget is spent (start or resume it). After how "
                                           "many queries did it find its best cell, and how far is that from the "
                                           "optimum?"),
        .pointAt = "searchCurve",
        .onEnter = "raisePane:run; raisePane:curve",
        .needs = "tableOpen",
        .showMe = "startSearch:60",
        .done = "runFinished",
    },
    {
        .id = "peers",
        .title = QT_TRANSLATE_NOOP("TourPages", "Is it better than guessing?"),
        .text = QT_TRANSLATE_NOOP(
            "TourPages", "<p><b>Random search</b> queries cells blindly. All other methods are compared with it: a "
                         "method that does not beat it has learned nothing.</p>"
                         "<p><b>Local search</b> looks at cells that differ from the current one in a single operation "
                         "or edge, moves to the first that is better, and starts again from a random cell if none is "
                         "better. Neither has a model, so each cell that it looks at is a query.</p>"
                         "<p>Compare fairly: the same budget, and several <b>seeds</b>. A single run may be lucky; the "
                         "thesis reports the mean and standard deviation of ten.</p>"),
        .experiment =
            QT_TRANSLATE_NOOP("TourPages", "Choose random or local search as method, keep the budget, and start. Which "
                                           "curve is higher after 30 queries? Try another seed."),
        .pointAt = "method",
        .onEnter = "raisePane:run; raisePane:curve",
        .needs = "tableOpen",
        .showMe = "setMethod:ls; startSearch:60",
        .done = "ranMethod:rs|ls|re",
    },
    {
        .id = "rank",
        .title = QT_TRANSLATE_NOOP("TourPages", "Good cells count more"),
        .text = QT_TRANSLATE_NOOP(
            "TourPages",
            "<p>A search need not predict poor cells well. The <b>rank-weighted loss</b> of the thesis therefore "
            "multiplies the losses of a cell <i>x</i> in a mini-batch <i>B</i> by</p>"
            "<p align=\"center\"><i>w</i>(<i>x</i>) = 1 / (<i>k</i>·|<i>B</i>| + rank(<i>x</i>))</p>"
            "<p>where rank is the number of better cells in the batch and <i>k</i> = 0.001. In a batch of 64 the best "
            "cell weighs 15.6, the second 0.94, the tenth 0.11.</p>"
            "<p>It belongs to the <b>Thesis</b> preset, which follows the printed settings: 50 + 50 random labels come "
            "first, so it needs a budget above 100 (printed: 190), and each round trains longer.</p>"),
        .experiment = QT_TRANSLATE_NOOP("TourPages",
                                        "Under Advanced choose the preset Thesis and tick the weighting. If you have "
                                        "time, run it with and without, same seed, and compare the curves."),
        .pointAt = "rankWeight",
        .onEnter = "raisePane:run; openAdvanced",
        .needs = "tableOpen",
        .showMe = "setMethod:inn; setPreset:thesis; setRankWeight:on",
        .done = "rankWeightOn",
    },
    {
        .id = "own",
        .title = QT_TRANSLATE_NOOP("TourPages", "Your own experiment"),
        .text = QT_TRANSLATE_NOOP(
            "TourPages",
            "<p>That is the whole method. Some questions that you can now answer yourself:</p>"
            "<ul><li>Draw a box around one cluster of the map (B) and isolate it (Ctrl+I). What do its cells "
            "share?</li>"
            "<li>Colour the map by prediction error. Where is the model wrong, and why there?</li>"
            "<li>Ask for an accuracy that no cell reaches. What is generated?</li>"
            "<li>Run the same search with three seeds. How wide is the spread?</li>"
            "<li>Fine-tune end-to-end instead of partially. What does it gain, and what does it cost?</li></ul>"
            "<p>Ctrl+/ lists all keys. You can open the tour again from the Help menu.</p>"),
        .experiment = "",
        .pointAt = "",
        .onEnter = "",
        .needs = "",
        .showMe = "",
        .done = "",
    },
};

} // namespace

std::span<const TourPage> tourPages()
{
    return pages;
}

} // namespace inverso::ui
