// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/statistics.h"
#include "core/base/thread_limit.h"
#include "core/model/latent_space.h"
#include "core/model/weights.h"
#include "core/training/create_model.h"
#include "tests/core/base/error_text.h"

#include <QtTest>

#include <cmath>
#include <set>
#include <stop_token>

using namespace inverso;

namespace {

/// An accuracy that depends on what a cell computes: no table needed.
double madeUpAccuracy(const SearchSpace& space, CellIndex cell)
{
    const auto values = space.descriptors(cell);
    double sum = 0.0;
    for (std::size_t i = 0; i < values.size(); ++i)
        sum += std::sin(static_cast<double>(i) + 1.0) * values[i];
    return 50.0 + 40.0 * std::tanh(sum / 10.0);
}

struct ModelSettings : ModelChoice
{
    std::uint64_t seed = 0;
    Purpose purpose = Purpose::Search;
};

std::unique_ptr<TrainableModel> createModel(const ModelSettings& settings, std::shared_ptr<const LatentSpace> latents)
{
    return inverso::createModel(settings, settings.purpose, settings.seed, std::move(latents));
}

/// Requests a stop while it decodes.
class StoppingLatents : public LatentSpace
{
public:
    StoppingLatents(std::shared_ptr<const LatentSpace> latents, std::stop_source stop)
        : m_latents(std::move(latents))
        , m_stop(std::move(stop))
    {
    }
    void stopNext() { m_stopsNext = true; }
    [[nodiscard]] int decodesAfterStop() const { return m_decodesAfterStop; }

    [[nodiscard]] const SearchSpace& space() const override { return m_latents->space(); }
    using LatentSpace::means;
    [[nodiscard]] const Matrix& means() const override { return m_latents->means(); }
    [[nodiscard]] const std::string& source() const override { return m_latents->source(); }
    [[nodiscard]] const SafeTensors* weights() const override { return m_latents->weights(); }
    [[nodiscard]] Matrix principalMap() const override { return m_latents->principalMap(); }
    [[nodiscard]] std::vector<std::optional<CellIndex>> decode(const Matrix& latents) const override
    {
        m_decodesAfterStop += m_stop.stop_requested() ? 1 : 0;
        if (m_stopsNext)
            m_stop.request_stop();
        return m_latents->decode(latents);
    }

private:
    std::shared_ptr<const LatentSpace> m_latents;
    mutable std::stop_source m_stop;
    bool m_stopsNext = false;
    mutable int m_decodesAfterStop = 0;
};

} // namespace

class TestModels : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<const LatentSpace> m_latents;

    [[nodiscard]] std::vector<LabelledCell> labels(std::size_t count, std::uint64_t seed) const
    {
        std::vector<LabelledCell> labelled;
        for (const CellIndex cell : Rng(seed).sample(m_latents->space().size(), count))
            labelled.push_back({cell, madeUpAccuracy(m_latents->space(), cell)});
        return labelled;
    }

    static void addPresets()
    {
        QTest::addColumn<ModelSettings>("settings");
        ModelSettings settings;
        settings.seed = 5;
        QTest::newRow("default") << settings;
        settings.purpose = Purpose::Inversion;
        settings.overrides = {{"first_steps", "200"}};
        QTest::newRow("default, for inversion") << settings;
        settings = {};
        settings.preset = Preset::Thesis;
        settings.overrides = {{"epochs", "40"}, {"retrain_epochs", "3"}};
        QTest::newRow("thesis, partial") << settings;
        settings.rankWeight = true;
        QTest::newRow("thesis, partial, rank weight") << settings;
        settings.fineTune = FineTune::EndToEnd;
        settings.overrides = {{"epochs", "2"}, {"retrain_epochs", "1"}, {"repeat", "4"}};
        QTest::newRow("thesis, end-to-end") << settings;
    }

private slots:
    void initTestCase() { m_latents = LatentSpace::load(findWeights("nasbench201", "default")); }

    void testOverfitsThirtyTwoCells_data()
    {
        QTest::addColumn<ModelSettings>("settings");
        ModelSettings settings;
        settings.overrides = {{"first_steps", "600"}, {"flow_weight", "0"}};
        QTest::newRow("default") << settings;
        settings.preset = Preset::Thesis;
        settings.overrides = {{"reverse_weight", "0"}, {"latent_weight", "0"}, {"epochs", "300"}};
        QTest::newRow("thesis") << settings;
    }

    void testOverfitsThirtyTwoCells()
    {
        QFETCH(ModelSettings, settings);
        const auto labelled = labels(32, 1);
        const auto model = createModel(settings, m_latents);
        model->fit(labelled, {}, {}, {});
        std::vector<CellIndex> cells;
        std::vector<double> truth;
        for (const LabelledCell& label : labelled) {
            cells.push_back(label.cell);
            truth.push_back(label.accuracy);
        }
        std::vector<double> predicted;
        for (const Prediction& prediction : model->predict(cells))
            predicted.push_back(prediction.mean);
        const double error = rootMeanSquaredError(predicted, truth);
        QVERIFY2(error < 2.0, qPrintable(QString::number(error)));
    }

    void testTellsTheCodesOfItsOwnEncoder()
    {
        ModelSettings settings;
        settings.preset = Preset::Thesis;
        settings.overrides = {{"epochs", "1"}, {"repeat", "2"}};
        const auto partial = createModel(settings, m_latents);
        partial->fit(labels(10, 6), {}, {}, {});
        QVERIFY(!partial->tunedMeans());
        settings.fineTune = FineTune::EndToEnd;
        const auto tuned = createModel(settings, m_latents);
        tuned->fit(labels(10, 6), {}, {}, {});
        const auto means = tuned->tunedMeans();
        QVERIFY(means.has_value());
        QCOMPARE(means->rows, m_latents->means().rows);
        QCOMPARE(means->columns, m_latents->means().columns);
        QVERIFY(means->values != m_latents->means().values);
        // What all cells are predicted from are these.
        const std::vector<CellIndex> some{0, 1500, 15624};
        const auto all = tuned->predictAll();
        for (std::size_t i = 0; i < some.size(); ++i)
            QVERIFY(std::abs(all[some[i]].mean - tuned->predict(some)[i].mean) < 1e-3F);
        tuned->refit(labels(12, 6), {}, {}, {});
        QVERIFY(tuned->tunedMeans()->values != means->values); // not those from before
        const auto later = tuned->predictAll();
        QVERIFY(std::abs(later[1500].mean - tuned->predict(some)[1].mean) < 1e-3F);
    }

    void testSameSeedSameResultOnAnyNumberOfThreads_data() { addPresets(); }

    void testSameSeedSameResultOnAnyNumberOfThreads()
    {
        QFETCH(ModelSettings, settings);
        const auto first = labels(20, 2);
        const auto more = labels(25, 2);
        std::vector<std::vector<float>> predictions;
        std::vector<std::vector<CellIndex>> proposals;
        for (const int threads : {1, 2}) {
            settings.threads = threads;
            const ThreadLimit limit(threads); // for what takes no number of threads: encoding while a GVAE is tuned
            const auto model = createModel(settings, m_latents);
            model->fit(first, {}, {}, {});
            proposals.push_back(model->propose(20, admitting([](CellIndex) { return true; }), {}).cells);
            model->refit(more, {}, {}, {});
            predictions.emplace_back();
            const std::vector<CellIndex> some = {0, 77, 4711, 15624};
            for (const Prediction& p : model->predict(some))
                predictions.back().push_back(p.mean);
        }
        QCOMPARE(predictions[0], predictions[1]);
        QCOMPARE(proposals[0], proposals[1]);
    }

    void testProposalsAreNewAndWanted_data() { addPresets(); }

    void testProposalsAreNewAndWanted()
    {
        QFETCH(ModelSettings, settings);
        const auto labelled = labels(20, 3);
        const auto model = createModel(settings, m_latents);
        model->fit(labelled, {}, {}, {});
        const auto isWanted = [](CellIndex cell) { return cell % 3 != 0; };
        const Proposal proposal = model->propose(30, admitting(isWanted), {});
        QVERIFY(!proposal.cells.empty() && proposal.cells.size() <= 30);
        QCOMPARE(std::set<CellIndex>(proposal.cells.begin(), proposal.cells.end()).size(), proposal.cells.size());
        QVERIFY(std::ranges::all_of(proposal.cells, isWanted));
        const Decodes& decodes = proposal.decodes;
        QVERIFY(decodes.total >= static_cast<int>(proposal.cells.size()) + decodes.invalid + decodes.duplicates);
        QVERIFY(!model->takeLosses().empty());
        QVERIFY(model->takeLosses().empty());
    }

    void testInversionRanksByExpectedError_data() { addPresets(); }

    void testInversionRanksByExpectedError()
    {
        QFETCH(ModelSettings, settings);
        const auto model = createModel(settings, m_latents);
        model->fit(labels(40, 4), {}, {}, {});
        Rng rng(1);
        InversionSettings inversion;
        inversion.count = 8;
        const Inversion result = model->invert(70.0, inversion, rng, {});
        QVERIFY(!result.cells.empty() && result.cells.size() <= 8);
        QCOMPARE(result.decodes.total, inversion.draws);
        float last = 0.0F;
        for (const InvertedCell& cell : result.cells) {
            QVERIFY(cell.expectedError >= last);
            last = cell.expectedError;
            const Prediction prediction = model->predict(std::vector{cell.cell})[0];
            QCOMPARE(prediction.mean, cell.predicted);
            // At least the distance of the mean, and at most that and the whole spread.
            const float distance = std::abs(cell.predicted - cell.target);
            QVERIFY(cell.expectedError >= distance - 1e-4F);
            QVERIFY(cell.expectedError <= std::hypot(distance, prediction.deviation) + 1e-4F);
            if (settings.preset == Preset::Thesis) // one network knows no doubt
                QCOMPARE(cell.expectedError, distance);
        }
    }

    void testCancelWhileFitting_data() { addPresets(); }

    void testCancelWhileFitting()
    {
        QFETCH(ModelSettings, settings);
        settings.overrides.emplace_back(settings.preset == Preset::Thesis ? "epochs" : "first_steps", "100000");
        if (settings.preset == Preset::Thesis)
            settings.overrides.emplace_back("stop_patience", "10000");
        const auto model = createModel(settings, m_latents);
        std::stop_source source;
        int reports = 0;
        const auto stopAtOnce = [&](const Progress&) {
            ++reports;
            source.request_stop();
        };
        QVERIFY_THROWS_EXCEPTION(Cancelled, model->fit(labels(20, 6), {}, stopAtOnce, source.get_token()));
        QVERIFY2(reports >= 1 && reports < 100, qPrintable(QString::number(reports))); // of 100,000
    }

    void testCancelledBeforeGenerating()
    {
        const auto model = createModel({}, m_latents);
        model->fit(labels(20, 7), {}, {}, {});
        std::stop_source source;
        source.request_stop();
        Rng rng(1);
        QVERIFY_THROWS_EXCEPTION(
            Cancelled, (void)model->propose(10, admitting([](CellIndex) { return true; }), source.get_token()));
        QVERIFY_THROWS_EXCEPTION(Cancelled, (void)model->invert(50.0, {}, rng, source.get_token()));
    }

    void testCancelWhileInverting_data()
    {
        QTest::addColumn<ModelSettings>("settings");
        ModelSettings settings;
        settings.overrides = {{"first_steps", "5"}};
        QTest::newRow("default") << settings;
        settings.preset = Preset::Thesis;
        settings.overrides = {{"epochs", "1"}};
        QTest::newRow("thesis") << settings;
    }

    void testCancelWhileInverting()
    {
        QFETCH(ModelSettings, settings);
        settings.threads = 1;
        std::stop_source source;
        const auto latents = std::make_shared<StoppingLatents>(m_latents, source);
        const auto model = createModel(settings, latents);
        model->fit(labels(20, 7), {}, {}, {});
        InversionSettings inversion;
        inversion.draws = 10000;
        Rng rng(1);
        latents->stopNext();
        QVERIFY_THROWS_EXCEPTION(Cancelled, (void)model->invert(50.0, inversion, rng, source.get_token()));
        QCOMPARE(latents->decodesAfterStop(), 0);
    }

    void testSettingsAreChecked()
    {
        ModelSettings settings;
        settings.overrides = {{"membres", "3"}};
        COMPARE_CONTAINS(errorText<UsageError>([&] { (void)createModel(settings, m_latents); }), "members");
        settings.overrides = {{"members", "0"}};
        COMPARE_CONTAINS(errorText<UsageError>([&] { (void)createModel(settings, m_latents); }), "1 to 64");
        settings.overrides = {{"align", "maybe"}};
        COMPARE_CONTAINS(errorText<UsageError>([&] { (void)createModel(settings, m_latents); }), "on or off");
    }
};

QTEST_GUILESS_MAIN(TestModels)
#include "tst_models.moc"
