// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worker/run_driver.h"

#include "core/base/error.h"
#include "ui/worker/snapshot.h"
#include "ui/worker/watched_training.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace inverso::ui {

namespace {

constexpr qint64 leastMillisecondsBetweenLooks = 250;

} // namespace

RunDriver::RunDriver(const SearchRequest& request, SearchEngine& engine, std::shared_ptr<const LatentSpace> latents,
                     std::optional<Recording> recording, Trained trained)
    : m_run(request.run)
    , m_benchmark(request.workspace->table, request.dataset)
    , m_maker(makerFor(request, std::move(trained)))
    , m_recording(std::move(recording))
    , m_stop(request.stop)
    , m_settings(request.settings)
    , m_sample(testSample(m_benchmark, request.settings.seed))
{
    const Benchmark& source = m_maker ? *m_maker : m_benchmark;
    m_search.emplace(std::shared_ptr<const Benchmark>(std::shared_ptr<void>(), &source), // ours
                     request.settings.budget, m_recording ? std::move(m_recording->rounds) : std::vector<Round>(),
                     m_recording ? std::exchange(m_recording->checkpoint, {}) : std::nullopt,
                     [&](QueryLedger& ledger) { return engine.createStrategy(request.settings, ledger, latents); });
    for (std::size_t i = 0; i < m_search->restored(); ++i) {
        m_activeSeconds += m_search->record()[i].seconds.total();
        keep(m_search->record()[i]);
    }
}

std::unique_ptr<const Benchmark> RunDriver::makerFor(const SearchRequest& request, Trained trained) const
{
    if (request.workspace->live) {
        // The ledger exists when the search asks.
        return std::make_unique<const WatchedTraining>(request.workspace->live,
                                                       [this, trained = std::move(trained)](SearchTraining training) {
                                                           training.query = m_search ? ledger().count() + 1 : 0;
                                                           trained(training);
                                                       });
    }
    if (request.ask)
        return std::make_unique<const AskedBenchmark>(m_benchmark.space(), m_benchmark.source(), request.ask);
    return nullptr;
}

// Adds the time of the work, and keeps the queries if it fails.
template <typename Work> void RunDriver::accounted(Work work)
{
    QElapsedTimer time;
    time.start();
    const double before = m_activeSeconds;
    const auto account = [&] { m_activeSeconds = before + static_cast<double>(time.nsecsElapsed()) * 1e-9; };
    try {
        work(time);
    } catch (...) {
        account();
        keepQueriesOfBrokenRound();
        throw;
    }
    account();
}

void RunDriver::advance(int milliseconds)
{
    m_phase.reset();
    accounted([&](const QElapsedTimer& slice) {
        do {
            finishRound(strategy().step(m_stop));
            m_inRound = false;
        } while (!strategy().isFinished() && !m_stop.stop_requested() && slice.elapsed() < milliseconds);
    });
}

void RunDriver::advancePhase()
{
    accounted([&](const QElapsedTimer&) {
        Phase phase = strategy().advance(m_stop);
        m_inRound = !phase.finished;
        if (phase.finished)
            finishRound(*phase.finished);
        m_phase = std::make_shared<const Phase>(std::move(phase));
    });
}

void RunDriver::finishRound(Round round)
{
    m_search->verify(round);
    record(round);
    keep(std::move(round));
}

// A search continues if its file cannot be written, e.g. on a full disk.
void RunDriver::record(const Round& round)
{
    if (!m_recording)
        return;
    try {
        if (!m_search->isRecorded(round.number))
            m_recording->file.append(m_recording->run, round, [&] { return strategy().checkpoint(); });
        if (strategy().isFinished())
            m_recording->file.finish(m_recording->run, m_activeSeconds);
    } catch (const Error& error) {
        m_recordingProblem = QString::fromUtf8(error.what());
        m_recording.reset();
    }
}

void RunDriver::keep(Round round)
{
    m_reportedQueries += round.queries.size();
    m_lastRound = round.number;
    m_done.push_back(std::move(round));
}

void RunDriver::keepQueriesOfBrokenRound()
{
    const std::vector<Query>& history = ledger().history();
    if (history.size() <= m_reportedQueries)
        return;
    Round round;
    round.number = m_lastRound + 1;
    round.queries.assign(history.begin() + static_cast<std::ptrdiff_t>(m_reportedQueries), history.end());
    keep(std::move(round));
}

RunUpdate RunDriver::takeUpdate(Look look)
{
    RunUpdate update;
    update.rounds.swap(m_done);
    update.phase = m_phase;
    update.activeSeconds = m_activeSeconds;
    update.snapshot = snapshot(look);
    return update;
}

SnapshotPtr RunDriver::snapshot(Look look)
{
    const AccuracyModel* model = strategy().model();
    if (model == nullptr || look == Look::Never)
        return nullptr;
    const qint64 pause = std::max(leastMillisecondsBetweenLooks, 10 * m_lookCost);
    if (look == Look::Sometimes && m_sinceLook.isValid() && m_sinceLook.elapsed() < pause)
        return nullptr;
    QElapsedTimer cost;
    cost.start();
    SnapshotPtr taken = takeSnapshot(*model, m_benchmark, ledger().history(), m_settings, m_sample);
    m_lookCost = cost.elapsed();
    m_sinceLook.start();
    return taken;
}

const AccuracyModel& RunDriver::invertibleModel() const
{
    if (const AccuracyModel* model = strategy().model())
        return *model;
    const QString text = QCoreApplication::translate(
        "inverso::ui::RunDriver",
        "This method fits no model that could be inverted: run a search with an invertible network (inn) first.");
    throw Error(text.toStdString());
}

InversionReportPtr RunDriver::evaluate(const EvaluateRequest& request, const ProgressSink& progress) const
{
    FittedModel fitted;
    // Not owned: the model belongs to the strategy.
    fitted.model = std::shared_ptr<const AccuracyModel>(std::shared_ptr<void>(), &invertibleModel());
    for (const Query& query : ledger().history())
        fitted.training.push_back(query.cell);
    const auto part = [&](double from, double to) {
        return [&progress, from, to](const Progress& now) {
            progress({now.phase, from + (to - from) * std::max(0.0, now.fraction), now.detail});
        };
    };
    auto report = std::make_shared<InversionReport>();
    report->queries = ledger().count();
    report->data =
        evaluateInversionOnData(fitted, m_benchmark, request.targets, request.seed, part(0.0, 0.55), request.stop);
    report->sweep = evaluateInversionSweep(fitted, m_benchmark, request.seed, part(0.55, 1.0), request.stop);
    return report;
}

GeneratedCells RunDriver::generate(const GenerateRequest& request) const
{
    const AccuracyModel& model = invertibleModel();
    QElapsedTimer time;
    time.start();
    const GenerationSettings& wanted = request.settings;
    Rng rng = Rng(wanted.seed).split("window generate");
    InversionSettings settings;
    settings.count = wanted.count;
    settings.noise = wanted.noise;
    settings.draws = std::max(settings.draws, 4 * wanted.count); // enough to choose from
    GeneratedCells generated;
    generated.target = wanted.target;
    generated.wanted = wanted.count;
    generated.inversion = model.invert(wanted.target, settings, rng, request.stop);
    generated.seconds = static_cast<double>(time.nsecsElapsed()) * 1e-9;
    return generated;
}

} // namespace inverso::ui
