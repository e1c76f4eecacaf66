// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped table against trainings of today: 3 functional classes, or as many as INVERSO_TABLE_CLASSES says.
#include "core/benchmark/catalogue.h"
#include "core/live/cell_trainer.h"

#include <QtTest>

#include <cmath>
#include <map>

using namespace inverso;

class TestEmbeddedTable : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_table = openTable("nasbench201/fashion-mnist"); }

    void testOneValueAClass()
    {
        const Table::Dataset& dataset = m_table->dataset("fashion-mnist");
        std::map<std::uint32_t, std::pair<float, float>> values;
        for (CellIndex cell = 0; cell < m_space.size(); ++cell) {
            const std::pair labels{dataset.valid[cell], dataset.test[cell]};
            QVERIFY(values.try_emplace(m_space.functionalClass(cell), labels).first->second == labels);
        }
        QVERIFY((values.at(m_space.functionalClass(0)) == std::pair{10.0F, 10.0F})); // its output is constant
        QCOMPARE(dataset.known, std::size_t{m_space.size()});
        QCOMPARE(values.size(), std::size_t{m_space.functionalClassCount()});
    }

    // The order at the top is no accident of a single seed.
    void testTheBestWereTrainedAgain()
    {
        const Table::Dataset& dataset = m_table->dataset("fashion-mnist");
        const auto seeds = std::ranges::find(m_table->attributes(), std::string("seeds"), &Table::Attribute::name);
        QVERIFY(seeds != m_table->attributes().end());
        std::map<std::uint32_t, CellIndex> classes;
        for (CellIndex cell = 0; cell < m_space.size(); ++cell)
            classes.try_emplace(m_space.functionalClass(cell), cell);
        std::vector<CellIndex> cells;
        for (const auto& [functionalClass, cell] : classes)
            cells.push_back(cell);
        std::ranges::sort(cells, std::greater(), [&](CellIndex cell) { return dataset.valid[cell]; });
        for (std::size_t i = 0; i < 300; ++i)
            QVERIFY2(seeds->values[cells[i]] >= 2.0F, m_space.text(cells[i]).c_str());
    }

    void testAFewClassesAgain()
    {
        if (installedImages().empty())
            QSKIP("dataset-fashion-mnist is not installed.");
        constexpr double seedDeviation = 0.65; // points, of 60 classes trained twice
        const int wanted = qEnvironmentVariable("INVERSO_TABLE_CLASSES", "3").toInt();
        const Table::Dataset& dataset = m_table->dataset("fashion-mnist");
        const CellTrainer trainer(openImages("fashion-mnist"), tableTraining(m_space));
        Rng rng = Rng(1).split("classes");
        for (int i = 0; i < wanted; ++i) {
            const auto cell = static_cast<CellIndex>(rng.below(m_space.size()));
            const TrainedCell again = trainer.train(m_space, cell, 0, {}, {});
            QVERIFY2(std::abs(again.valid - static_cast<double>(dataset.valid[cell])) <= 3.0 * seedDeviation,
                     qPrintable(QString::fromStdString(m_space.text(cell))
                                + QStringLiteral(": %1, in the table %2").arg(again.valid).arg(dataset.valid[cell])));
        }
    }

private:
    const SearchSpace& m_space = searchSpace("nasbench201");
    std::shared_ptr<const Table> m_table;
};

QTEST_APPLESS_MAIN(TestEmbeddedTable)
#include "tst_embedded_table.moc"
