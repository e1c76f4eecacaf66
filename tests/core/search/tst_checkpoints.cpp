// SPDX-License-Identifier: GPL-3.0-or-later
// A search that goes on from a checkpoint is the search that was never interrupted, bit for bit.
#include "core/base/error.h"
#include "core/model/accuracy_model.h"
#include "core/model/latent_space.h"
#include "core/model/weights.h"
#include "core/search/create_strategy.h"
#include "core/search/strategy.h"
#include "tests/core/base/error_text.h"
#include "tests/core/benchmark/synthetic_benchmark.h"
#include "tests/core/search/made_up_accuracy.h"

#include <QtTest>

#include <cstring>
#include <numeric>

using namespace inverso;

namespace {

constexpr int roundsAfterwards = 3;

SearchSettings quick(const std::string& method, Preset preset, FineTune fineTune = FineTune::Partial)
{
    SearchSettings settings;
    settings.method = method;
    settings.model.preset = preset;
    settings.model.fineTune = fineTune;
    settings.seed = 7;
    settings.budget = 60;
    settings.initialTraining = 12;
    settings.initialValidation = 4;
    settings.candidates = 20;
    settings.topK = 5;
    if (preset == Preset::Thesis)
        settings.model.overrides = {{"epochs", "4"}, {"retrain_epochs", "2"}, {"noise_tries", "2"}, {"repeat", "4"}};
    else
        settings.model.overrides = {{"members", "3"}, {"first_steps", "30"}, {"round_steps", "6"}, {"draws", "60"}};
    return settings;
}

/// A search as far as it came, with all that it told.
struct Search
{
    Search(const SearchSettings& settings, const Benchmark& benchmark, std::shared_ptr<const LatentSpace> latents)
        : ledger(benchmark, settings.budget)
        , strategy(createStrategy(settings, ledger, std::move(latents)))
    {
    }

    void advance(int count)
    {
        for (int i = 0; i < count; ++i)
            rounds.push_back(strategy->step({}));
    }

    QueryLedger ledger;
    std::unique_ptr<SearchStrategy> strategy;
    std::vector<Round> rounds;
};

template <typename T> bool sameBits(const T& a, const T& b)
{
    return std::memcmp(&a, &b, sizeof a) == 0;
}

void compare(const Round& actual, const Round& expected)
{
    QCOMPARE(actual.number, expected.number);
    QCOMPARE(actual.queries.size(), expected.queries.size());
    for (std::size_t i = 0; i < actual.queries.size(); ++i) {
        QCOMPARE(actual.queries[i].number, expected.queries[i].number);
        QCOMPARE(actual.queries[i].cell, expected.queries[i].cell);
        QVERIFY(sameBits(actual.queries[i].predicted, expected.queries[i].predicted));
    }
    QCOMPARE(actual.candidates.size(), expected.candidates.size());
    for (std::size_t i = 0; i < actual.candidates.size(); ++i) {
        QCOMPARE(actual.candidates[i].cell, expected.candidates[i].cell);
        QVERIFY(sameBits(actual.candidates[i].predicted, expected.candidates[i].predicted));
        QVERIFY(sameBits(actual.candidates[i].deviation, expected.candidates[i].deviation));
    }
    QCOMPARE(actual.losses.size(), expected.losses.size());
    for (std::size_t i = 0; i < actual.losses.size(); ++i) {
        QCOMPARE(actual.losses[i].term, expected.losses[i].term);
        QCOMPARE(actual.losses[i].epoch, expected.losses[i].epoch);
        QVERIFY(sameBits(actual.losses[i].value, expected.losses[i].value));
    }
    QCOMPARE(actual.decodes.total, expected.decodes.total);
    QCOMPARE(actual.decodes.invalid, expected.decodes.invalid);
    QCOMPARE(actual.decodes.duplicates, expected.decodes.duplicates);
    QCOMPARE(actual.decodes.lacking, expected.decodes.lacking);
}

} // namespace

class TestCheckpoints : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_latents = LatentSpace::load(findWeights("nasbench201", "default")); }

    void testGoesOnBitForBit_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<int>("preset");
        QTest::addColumn<int>("fineTune");
        QTest::addColumn<int>("before");
        QTest::addColumn<bool>("sparse");
        const auto row = [](const char* name, const char* method, Preset preset, FineTune fineTune, int before,
                            bool sparse = false) {
            QTest::newRow(name) << QByteArray(method) << static_cast<int>(preset) << static_cast<int>(fineTune)
                                << before << sparse;
        };
        row("inn, default", "inn", Preset::Default, FineTune::Partial, 3);
        row("inn, default, after the first fit", "inn", Preset::Default, FineTune::Partial, 1);
        row("inn, default, a sparse table", "inn", Preset::Default, FineTune::Partial, 3, true);
        row("inn, thesis", "inn", Preset::Thesis, FineTune::Partial, 3);
        row("inn, thesis, end-to-end", "inn", Preset::Thesis, FineTune::EndToEnd, 3);
        row("inn-random, default", "inn-random", Preset::Default, FineTune::Partial, 3);
        row("inn-random, thesis", "inn-random", Preset::Thesis, FineTune::Partial, 3);
        row("enumerate, default", "enumerate", Preset::Default, FineTune::Partial, 3);
        row("enumerate, thesis", "enumerate", Preset::Thesis, FineTune::Partial, 3);
    }

    void testGoesOnBitForBit()
    {
        QFETCH(QByteArray, method);
        QFETCH(int, preset);
        QFETCH(int, fineTune);
        QFETCH(int, before);
        QFETCH(bool, sparse);
        const SearchSettings settings =
            quick(method.toStdString(), static_cast<Preset>(preset), static_cast<FineTune>(fineTune));
        const SyntheticBenchmark benchmark(madeUpAccuracy, [&](CellIndex cell) { return !sparse || cell % 40 == 0; });

        Search whole(settings, benchmark, m_latents);
        QVERIFY(!whole.strategy->checkpoint()); // nothing is learnt yet
        whole.advance(before);
        const auto checkpoint = whole.strategy->checkpoint();
        QVERIFY(checkpoint.has_value());
        whole.advance(roundsAfterwards);

        const int askedBefore = benchmark.asked;
        Search resumed(settings, benchmark, m_latents);
        QCOMPARE(resumed.strategy->restore(whole.rounds, *checkpoint), static_cast<std::size_t>(before));
        QCOMPARE(benchmark.asked, askedBefore); // labels came from the rounds
        QVERIFY(resumed.strategy->model() != nullptr);
        // The same state makes the same checkpoint.
        QVERIFY(*resumed.strategy->checkpoint() == *checkpoint);
        resumed.advance(roundsAfterwards);
        for (int i = 0; i < roundsAfterwards; ++i) {
            compare(resumed.rounds[static_cast<std::size_t>(i)], whole.rounds[static_cast<std::size_t>(before + i)]);
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY(*resumed.strategy->checkpoint() == *whole.strategy->checkpoint());
        std::vector<CellIndex> cells(200);
        std::iota(cells.begin(), cells.end(), 0U);
        const auto mine = resumed.strategy->model()->predict(cells);
        const auto theirs = whole.strategy->model()->predict(cells);
        for (std::size_t i = 0; i < cells.size(); ++i)
            QVERIFY(sameBits(mine[i], theirs[i]));
    }

    void testACheckpointOfAnotherSearchIsRefused()
    {
        const SyntheticBenchmark benchmark(madeUpAccuracy);
        const SearchSettings settings = quick("inn", Preset::Default);
        Search whole(settings, benchmark, m_latents);
        whole.advance(2);
        const std::string checkpoint = *whole.strategy->checkpoint();
        const auto problem = [&](const SearchSettings& other, std::span<const Round> rounds, std::string_view bytes) {
            Search fresh(other, benchmark, m_latents);
            return errorText([&] { fresh.strategy->restore(rounds, bytes); });
        };
        QCOMPARE(problem(settings, whole.rounds, checkpoint), std::string());
        COMPARE_CONTAINS(problem(quick("inn-random", Preset::Default), whole.rounds, checkpoint), "another search");
        COMPARE_CONTAINS(problem(quick("inn", Preset::Thesis), whole.rounds, checkpoint), "stored state");
        COMPARE_CONTAINS(problem(settings, std::span(whole.rounds).first(1), checkpoint), "not recorded");
        COMPARE_CONTAINS(problem(settings, whole.rounds, "no checkpoint"), "safetensors");
        COMPARE_CONTAINS(problem(settings, whole.rounds, checkpoint.substr(0, checkpoint.size() / 2)), "truncated");
        SearchSettings smaller = settings;
        smaller.model.overrides.emplace_back("hidden_width", "16");
        COMPARE_CONTAINS(problem(smaller, whole.rounds, checkpoint), "stored state");
        const std::string form = R"("search.form":"1")";
        std::string newer = checkpoint;
        const std::size_t at = newer.find(form);
        QVERIFY(at != std::string::npos);
        newer.replace(at, form.size(), R"("search.form":"9")");
        COMPARE_CONTAINS(problem(settings, whole.rounds, newer), "another version");
    }

    void testMethodsThatAreSoonDoneAgainHaveNone()
    {
        const SyntheticBenchmark benchmark(madeUpAccuracy);
        SearchSettings settings = quick("re", Preset::Default);
        settings.model.overrides.clear(); // it has no model
        Search search(settings, benchmark, nullptr);
        search.advance(2);
        QVERIFY(!search.strategy->checkpoint());
        COMPARE_CONTAINS(errorText([&] { search.strategy->restore(search.rounds, ""); }), "no checkpoints");
    }

private:
    std::shared_ptr<const LatentSpace> m_latents;
};

QTEST_GUILESS_MAIN(TestCheckpoints)
#include "tst_checkpoints.moc"
