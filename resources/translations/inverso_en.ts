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
        <source>Of the runs %n failed, the first: %1</source>
        <translation>
            <numerusform>Of the runs %n failed: %1</numerusform>
            <numerusform>Of the runs %n failed, the first: %1</numerusform>
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
        <source>%n figures show something now.</source>
        <translation>
            <numerusform>%n figure shows something now.</numerusform>
            <numerusform>%n figures show something now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files are there already: press Overwrite to replace them, or choose another folder.</source>
        <translation>
            <numerusform>%n file is there already: press Overwrite to replace it, or choose another folder.</numerusform>
            <numerusform>%n files are there already: press Overwrite to replace them, or choose another folder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files of %1 figures are in %2.</source>
        <translation>
            <numerusform>%n file of %1 figures is in %2.</numerusform>
            <numerusform>%n files of %1 figures are in %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has come into the folder meanwhile and was not replaced. (%n files were written before.)</source>
        <translation>
            <numerusform>%1 has come into the folder meanwhile and was not replaced. (%n file was written before.)</numerusform>
            <numerusform>%1 has come into the folder meanwhile and was not replaced. (%n files were written before.)</numerusform>
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
        <source>%n values of 0 or less have no place on a logarithmic scale</source>
        <translation>
            <numerusform>%n value of 0 or less has no place on a logarithmic scale</numerusform>
            <numerusform>%n values of 0 or less have no place on a logarithmic scale</numerusform>
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
        <source>The network ran backwards: it turned accuracies that are wanted into %n latent codes.</source>
        <translation>
            <numerusform>The network ran backwards: it turned an accuracy that is wanted into %n latent code.</numerusform>
            <numerusform>The network ran backwards: it turned accuracies that are wanted into %n latent codes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n latent codes were drawn at random; the generator has learned to make good cells of them.</source>
        <translation>
            <numerusform>%n latent code was drawn at random; the generator has learned to make good cells of such.</numerusform>
            <numerusform>%n latent codes were drawn at random; the generator has learned to make good cells of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The latent codes of the best cells, with some noise, moved to where the network expects more: %n tries.</source>
        <translation>
            <numerusform>The latent codes of the best cells, with some noise, moved to where the network expects more: %n try.</numerusform>
            <numerusform>The latent codes of the best cells, with some noise, moved to where the network expects more: %n tries.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new cells were made of the best ones by random changes.</source>
        <translation>
            <numerusform>%n new cell was made of the best ones by random changes.</numerusform>
            <numerusform>%n new cells were made of the best ones by random changes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A policy walked through the embeddings; the %n cells nearest to where it pointed were taken.</source>
        <translation>
            <numerusform>A policy walked through the embeddings; the cell nearest to where it pointed was taken.</numerusform>
            <numerusform>A policy walked through the embeddings; the %n cells nearest to where it pointed were taken.</numerusform>
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
        <source>The invertible network learned from %n labels to tell accuracies from latent codes, and back.</source>
        <translation>
            <numerusform>The invertible network learned from %n label to tell accuracies from latent codes, and back.</numerusform>
            <numerusform>The invertible network learned from %n labels to tell accuracies from latent codes, and back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Embeddings of all cells were learned without labels; the last of the %n labels is where the policy starts.</source>
        <translation>
            <numerusform>Embeddings of all cells were learned without labels; the only label is where the policy starts.</numerusform>
            <numerusform>Embeddings of all cells were learned without labels; the last of the %n labels is where the policy starts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The networks learned from %n labels to tell the accuracy of a cell.</source>
        <translation>
            <numerusform>The networks learned from %n label to tell the accuracy of a cell.</numerusform>
            <numerusform>The networks learned from %n labels to tell the accuracy of a cell.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n random cells were asked for their accuracy: all that the search knows so far. Best: %1.</source>
        <translation>
            <numerusform>%n random cell was asked for its accuracy: all that the search knows so far. Best: %1.</numerusform>
            <numerusform>%n random cells were asked for their accuracy: all that the search knows so far. Best: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The decoder made cells of the %n latent codes: %1 new ones are kept, %2 were known or came twice, %3 are no cells of the space.</source>
        <translation>
            <numerusform>The decoder made a cell of the %n latent code: %1 new ones are kept, %2 were known or came twice, %3 are no cells of the space.</numerusform>
            <numerusform>The decoder made cells of the %n latent codes: %1 new ones are kept, %2 were known or came twice, %3 are no cells of the space.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The benchmark lacks %n of them; the nearest cells that it has stand in.</source>
        <translation>
            <numerusform>The benchmark lacks %n of them; the nearest cell that it has stands in.</numerusform>
            <numerusform>The benchmark lacks %n of them; the nearest cells that it has stand in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing predicts the accuracies of the %n cells: they stay in the order of the walk.</source>
        <translation>
            <numerusform>Nothing predicts the accuracy of the %n cell: it stays where the walk came to it.</numerusform>
            <numerusform>Nothing predicts the accuracies of the %n cells: they stay in the order of the walk.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The network ran forwards: it gave each of the %n cells an accuracy. The highest: %1.</source>
        <translation>
            <numerusform>The network ran forwards: it gave the %n cell an accuracy. The highest: %1.</numerusform>
            <numerusform>The network ran forwards: it gave each of the %n cells an accuracy. The highest: %1.</numerusform>
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
        <source>%n cells were asked for their true accuracy, each a query of the budget. Best of them: %1.</source>
        <translation>
            <numerusform>%n cell was asked for its true accuracy, a query of the budget: %1.</numerusform>
            <numerusform>%n cells were asked for their true accuracy, each a query of the budget. Best of them: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The network learned anew from %n labels. The round is over.</source>
        <translation>
            <numerusform>The network learned anew from %n label. The round is over.</numerusform>
            <numerusform>The network learned anew from %n labels. The round is over.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inverso::ui::Recovery</name>
    <message numerus="yes">
        <source>%n runs were to follow.</source>
        <translation>
            <numerusform>%n run was to follow.</numerusform>
            <numerusform>%n runs were to follow.</numerusform>
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
        <source>Cells without an accuracy: %n. The search goes on with others. %1</source>
        <translation>
            <numerusform>Cells without an accuracy: %n. The search goes on with others. %1</numerusform>
            <numerusform>Cells without an accuracy: %n. The search goes on with others. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inverso::ui::RunQueueView</name>
    <message numerus="yes">
        <source>%n runs wait, for a run was stopped</source>
        <translation>
            <numerusform>%n run waits, for a run was stopped</numerusform>
            <numerusform>%n runs wait, for a run was stopped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs wait for the present one</source>
        <translation>
            <numerusform>%n run waits for the present one</numerusform>
            <numerusform>%n runs wait for the present one</numerusform>
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
