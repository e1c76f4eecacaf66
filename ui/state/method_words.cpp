// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/method_words.h"

#include <QCoreApplication>

namespace inverso::ui {

namespace {

// What the core says, word for word, for the translators; a test compares the two.
[[maybe_unused]] constexpr const char* said[] = {
    QT_TRANSLATE_NOOP("Methods", "INN search"),
    QT_TRANSLATE_NOOP(
        "Methods", "Inverts high accuracies into new cells with an invertible network and queries the most promising."),
    QT_TRANSLATE_NOOP("Methods", "INN, random candidates"),
    QT_TRANSLATE_NOOP("Methods",
                      "The ablation: the invertible network only ranks candidates, which are drawn uniformly."),
    QT_TRANSLATE_NOOP("Methods", "Random search"),
    QT_TRANSLATE_NOOP("Methods", "Queries cells uniformly at random, without replacement."),
    QT_TRANSLATE_NOOP("Methods", "Local search"),
    QT_TRANSLATE_NOOP("Methods",
                      "Moves to the first better neighbour and starts again from a random cell at a local optimum."),
    QT_TRANSLATE_NOOP("Methods", "Regularized evolution"),
    QT_TRANSLATE_NOOP("Methods", "Mutates the best of a tournament in a population whose oldest member dies."),
    QT_TRANSLATE_NOOP("Methods", "BANANAS"),
    QT_TRANSLATE_NOOP("Methods",
                      "Mutates the best cells and chooses by Thompson sampling from an ensemble of perceptrons."),
    QT_TRANSLATE_NOOP("Methods", "AG-Net"),
    QT_TRANSLATE_NOOP("Methods",
                      "Trains a graph generator on the better cells and queries what its predictor thinks best."),
    QT_TRANSLATE_NOOP("Methods", "Arch2Vec-RL"),
    QT_TRANSLATE_NOOP(
        "Methods",
        "A policy walks through embeddings learned without labels and asks the cells nearest to where it points."),
    QT_TRANSLATE_NOOP("Methods", "Arch2Vec-BO"),
    QT_TRANSLATE_NOOP(
        "Methods", "Asks what should improve most, by Bayesian optimisation over embeddings learned without labels."),
    QT_TRANSLATE_NOOP("Methods", "CR-LSO"),
    QT_TRANSLATE_NOOP(
        "Methods", "Moves the latents of the best cells up the gradient of an input-convex network and decodes them."),
    QT_TRANSLATE_NOOP("Methods", "Whole-table ranking"),
    QT_TRANSLATE_NOOP("Methods",
                      "The upper bound: the invertible networks rank every cell of the space; nothing is generated."),
};

QString translated(std::string_view text)
{
    return QCoreApplication::translate("Methods", std::string(text).c_str());
}

} // namespace

QString methodTitle(const MethodInfo& method)
{
    return translated(method.title);
}

QString methodSummary(const MethodInfo& method)
{
    return translated(method.summary);
}

} // namespace inverso::ui
