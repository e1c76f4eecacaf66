<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>inverso::ui::CandidatesPanel</name>
    <message numerus="yes">
        <source>%Ln cells</source>
        <translation>
            <numerusform>%Ln cell</numerusform>
            <numerusform>%Ln cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln cells</source>
        <translation>
            <numerusform>%1 of %Ln cell</numerusform>
            <numerusform>%1 of %Ln cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inverso::ui::CellGallery</name>
    <message numerus="yes">
        <source>&amp;Train %n cells</source>
        <translation>
            <numerusform>&amp;Train it</numerusform>
            <numerusform>&amp;Train %n cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inverso::ui::EvaluationPlot</name>
    <message numerus="yes">
        <source>%n targets, %1 labels: |true − target| mean %2, median %3, 90 % below %4 points; best possible %5; invalid %6 %, different %7 %</source>
        <translation>
            <numerusform>%n target, %1 labels: |true − target| mean %2, median %3, 90 % below %4 points; best possible %5; invalid %6 %, different %7 %</numerusform>
            <numerusform>%n targets, %1 labels: |true − target| mean %2, median %3, 90 % below %4 points; best possible %5; invalid %6 %, different %7 %</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inverso::ui::ExperimentRunner</name>
    <message numerus="yes">
        <source>%1: all %n runs are finished.</source>
        <translation>
            <numerusform>%1: the run is finished.</numerusform>
            <numerusform>%1: all %n runs are finished.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs failed, the first: %1</source>
        <translation>
            <numerusform>%n run failed: %1</numerusform>
            <numerusform>%n runs failed, the first: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inverso::ui::FavouritesPanel</name>
    <message numerus="yes">
        <source>removal of %n favourites</source>
        <translation>
            <numerusform>removal of a favourite</numerusform>
            <numerusform>removal of %n favourites</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inverso::ui::FigureExport</name>
    <message numerus="yes">
        <source>%n figures to export.</source>
        <translation>
            <numerusform>%n figure to export.</numerusform>
            <numerusform>%n figures to export.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files exist already: press Overwrite to replace them, or choose another folder.</source>
        <translation>
            <numerusform>%n file exists already: press Overwrite to replace it, or choose another folder.</numerusform>
            <numerusform>%n files exist already: press Overwrite to replace them, or choose another folder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files of %1 figures were saved in %2.</source>
        <translation>
            <numerusform>%n file of %1 figures was saved in %2.</numerusform>
            <numerusform>%n files of %1 figures were saved in %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has appeared in the folder meanwhile and was not replaced. (%n files were written before.)</source>
        <translation>
            <numerusform>%1 has appeared in the folder meanwhile and was not replaced. (%n file was written before.)</numerusform>
            <numerusform>%1 has appeared in the folder meanwhile and was not replaced. (%n files were written before.)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n files were written before.)</source>
        <translation>
            <numerusform>%1 (%n file was written before.)</numerusform>
            <numerusform>%1 (%n files were written before.)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %n files are in %1.</source>
        <translation>
            <numerusform>Stopped: %n file is in %1.</numerusform>
            <numerusform>Stopped: %n files are in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inverso::ui::FilterPanel</name>
    <message numerus="yes">
        <source>%Ln cells</source>
        <translation>
            <numerusform>%Ln cell</numerusform>
            <numerusform>%Ln cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inverso::ui::InversionPlot</name>
    <message numerus="yes">
        <source>Target %1, %n cells</source>
        <translation>
            <numerusform>Target %1, %n cell</numerusform>
            <numerusform>Target %1, %n cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inverso::ui::LossesPlot</name>
    <message numerus="yes">
        <source>%1, %2, seed %3: %n fits</source>
        <translation>
            <numerusform>%1, %2, seed %3: %n fit</numerusform>
            <numerusform>%1, %2, seed %3: %n fits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values of 0 or less cannot be shown on a logarithmic scale</source>
        <translation>
            <numerusform>%n value of 0 or less cannot be shown on a logarithmic scale</numerusform>
            <numerusform>%n values of 0 or less cannot be shown on a logarithmic scale</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inverso::ui::MainWindow</name>
    <message numerus="yes">
        <source>%n queued runs would be lost.</source>
        <translation>
            <numerusform>%n queued run would be lost.</numerusform>
            <numerusform>%n queued runs would be lost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inverso::ui::PhaseCard</name>
    <message numerus="yes">
        <source>The network ran backwards: it turned target accuracies into %n latent codes.</source>
        <translation>
            <numerusform>The network ran backwards: it turned a target accuracy into %n latent code.</numerusform>
            <numerusform>The network ran backwards: it turned target accuracies into %n latent codes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n latent codes were drawn at random; the generator has learned to turn them into good cells.</source>
        <translation>
            <numerusform>%n latent code was drawn at random; the generator has learned to turn such codes into good cells.</numerusform>
            <numerusform>%n latent codes were drawn at random; the generator has learned to turn them into good cells.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The latent codes of the best cells, with some noise, were moved towards a higher predicted accuracy: %n tries.</source>
        <translation>
            <numerusform>The latent codes of the best cells, with some noise, were moved towards a higher predicted accuracy: %n try.</numerusform>
            <numerusform>The latent codes of the best cells, with some noise, were moved towards a higher predicted accuracy: %n tries.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Random changes of the best cells gave %n new cells.</source>
        <translation>
            <numerusform>Random changes of the best cells gave %n new cell.</numerusform>
            <numerusform>Random changes of the best cells gave %n new cells.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A policy walked through the embeddings; the %n cells nearest to its targets were chosen.</source>
        <translation>
            <numerusform>A policy walked through the embeddings; the cell nearest to its target was chosen.</numerusform>
            <numerusform>A policy walked through the embeddings; the %n cells nearest to its targets were chosen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cells without a label were drawn at random: nothing was inverted.</source>
        <translation>
            <numerusform>%n cell without a label was drawn at random: nothing was inverted.</numerusform>
            <numerusform>%n cells without a label were drawn at random: nothing was inverted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n cells without a label are compared: none was generated.</source>
        <translation>
            <numerusform>The only cell without a label is left: none was generated.</numerusform>
            <numerusform>All %n cells without a label are compared: none was generated.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The invertible network learned from %n labels to map latent codes to accuracies, and back.</source>
        <translation>
            <numerusform>The invertible network learned from %n label to map latent codes to accuracies, and back.</numerusform>
            <numerusform>The invertible network learned from %n labels to map latent codes to accuracies, and back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Embeddings of all cells were learned without labels; the policy starts at the last of the %n labels.</source>
        <translation>
            <numerusform>Embeddings of all cells were learned without labels; the policy starts at the only label.</numerusform>
            <numerusform>Embeddings of all cells were learned without labels; the policy starts at the last of the %n labels.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The networks learned from %n labels to predict the accuracy of a cell.</source>
        <translation>
            <numerusform>The networks learned from %n label to predict the accuracy of a cell.</numerusform>
            <numerusform>The networks learned from %n labels to predict the accuracy of a cell.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n random cells were queried. The search has no other labels yet. Best: %1.</source>
        <translation>
            <numerusform>%n random cell was queried. The search has no other labels yet. Best: %1.</numerusform>
            <numerusform>%n random cells were queried. The search has no other labels yet. Best: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The decoder turned %n latent codes into cells: %1 new, %2 known or duplicate, %3 invalid.</source>
        <translation>
            <numerusform>The decoder turned %n latent code into a cell: %1 new, %2 known or duplicate, %3 invalid.</numerusform>
            <numerusform>The decoder turned %n latent codes into cells: %1 new, %2 known or duplicate, %3 invalid.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are missing from the benchmark; its nearest cells are used instead.</source>
        <translation>
            <numerusform>%n of them is missing from the benchmark; its nearest cell is used instead.</numerusform>
            <numerusform>%n of them are missing from the benchmark; its nearest cells are used instead.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No model predicts the accuracies of the %n cells: they stay in the order of the walk.</source>
        <translation>
            <numerusform>No model predicts the accuracy of the %n cell: it stays in the order of the walk.</numerusform>
            <numerusform>No model predicts the accuracies of the %n cells: they stay in the order of the walk.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The network ran forwards: it predicted the accuracy of %n cells. Highest: %1.</source>
        <translation>
            <numerusform>The network ran forwards: it predicted the accuracy of %n cell: %1.</numerusform>
            <numerusform>The network ran forwards: it predicted the accuracy of %n cells. Highest: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n most promising cells were chosen.</source>
        <translation>
            <numerusform>The most promising cell was chosen.</numerusform>
            <numerusform>The %n most promising cells were chosen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The true accuracies of %n cells were queried, each at the cost of one query of the budget. Best: %1.</source>
        <translation>
            <numerusform>The true accuracy of %n cell was queried, at the cost of one query of the budget: %1.</numerusform>
            <numerusform>The true accuracies of %n cells were queried, each at the cost of one query of the budget. Best: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The network was trained again on %n labels. The round is over.</source>
        <translation>
            <numerusform>The network was trained again on %n label. The round is over.</numerusform>
            <numerusform>The network was trained again on %n labels. The round is over.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inverso::ui::Recovery</name>
    <message numerus="yes">
        <source>%n runs were queued.</source>
        <translation>
            <numerusform>%n run was queued.</numerusform>
            <numerusform>%n runs were queued.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inverso::ui::RegressionPlot</name>
    <message numerus="yes">
        <source>Training, %n cells: %1</source>
        <translation>
            <numerusform>Training, %n cell: %1</numerusform>
            <numerusform>Training, %n cells: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Validation, %n cells: %1</source>
        <translation>
            <numerusform>Validation, %n cell: %1</numerusform>
            <numerusform>Validation, %n cells: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Test, %n others: %1</source>
        <translation>
            <numerusform>Test, %n other: %1</numerusform>
            <numerusform>Test, %n others: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inverso::ui::ResidualPlot</name>
    <message numerus="yes">
        <source>%n cells: |true − target| mean %1, median %2 points; bias %3</source>
        <translation>
            <numerusform>%n cell: |true − target| mean %1, median %2 points; bias %3</numerusform>
            <numerusform>%n cells: |true − target| mean %1, median %2 points; bias %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inverso::ui::RunPanel</name>
    <message numerus="yes">
        <source>Cells without an accuracy: %n. The search continues with others. %1</source>
        <translation>
            <numerusform>Cells without an accuracy: %n. The search continues with others. %1</numerusform>
            <numerusform>Cells without an accuracy: %n. The search continues with others. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inverso::ui::RunQueueView</name>
    <message numerus="yes">
        <source>%n runs queued, on hold</source>
        <translation>
            <numerusform>%n run queued, on hold</numerusform>
            <numerusform>%n runs queued, on hold</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs queued</source>
        <translation>
            <numerusform>%n run queued</numerusform>
            <numerusform>%n runs queued</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inverso::ui::SearchCurve</name>
    <message numerus="yes">
        <source>%1: mean ± sd of %n seeds</source>
        <translation>
            <numerusform>%1: mean ± sd of %n seed</numerusform>
            <numerusform>%1: mean ± sd of %n seeds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inverso::ui::SearchCurvePlot</name>
    <message numerus="yes">
        <source>%1: %n curves of earlier runs; solid: best validation, dashed: its test</source>
        <translation>
            <numerusform>%1: %n curve of earlier runs; solid: best validation, dashed: its test</numerusform>
            <numerusform>%1: %n curves of earlier runs; solid: best validation, dashed: its test</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, seed %3. After %n queries: best validation %4 (query %5), its test %6</source>
        <translation>
            <numerusform>%1, %2, seed %3. After %n query: best validation %4 (query %5), its test %6</numerusform>
            <numerusform>%1, %2, seed %3. After %n queries: best validation %4 (query %5), its test %6</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%2), %n queries
validation %3
test %4</source>
        <translation>
            <numerusform>%1 (%2), %n query
validation %3
test %4</numerusform>
            <numerusform>%1 (%2), %n queries
validation %3
test %4</numerusform>
        </translation>
    </message>
</context>
</TS>
