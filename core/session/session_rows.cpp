// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session_rows.h"

#include "core/session/settings_json.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace inverso::rows {

namespace {

constexpr std::array headerFields = {
    std::pair{"program", &SessionHeader::program},     std::pair{"created", &SessionHeader::created},
    std::pair{"space", &SessionHeader::space},         std::pair{"dataset", &SessionHeader::dataset},
    std::pair{"benchmark", &SessionHeader::benchmark}, std::pair{"benchmark_hash", &SessionHeader::benchmarkHash},
    std::pair{"weights", &SessionHeader::weights},     std::pair{"weights_hash", &SessionHeader::weightsHash},
};

void bindOrNull(SQLite::Statement& statement, int index, double value)
{
    if (std::isnan(value))
        statement.bind(index);
    else
        statement.bind(index, value);
}

double valueOrNan(const SQLite::Column& column)
{
    return column.isNull() ? std::numeric_limits<double>::quiet_NaN() : column.getDouble();
}

/// Runs a statement with its values bound, ready for the next row.
void insertRow(SQLite::Statement& statement)
{
    statement.exec();
    statement.reset();
}

/// The round that a row belongs to. Rows are sorted, but the numbers in a file may be wrong.
class RoundFinder
{
public:
    explicit RoundFinder(std::vector<RecordedRun>& runs)
        : m_runs(runs)
    {
    }

    Round& find(const SQLite::Column& run, const SQLite::Column& number)
    {
        std::vector<Round>& rounds = m_runs.at(static_cast<std::size_t>(run.getInt64())).rounds;
        const auto round = std::ranges::lower_bound(rounds, number.getInt(), {}, &Round::number);
        if (round == rounds.end() || round->number != number.getInt())
            throw std::out_of_range("round");
        return *round;
    }

private:
    std::vector<RecordedRun>& m_runs;
};

void readRounds(SQLite::Database& database, std::vector<RecordedRun>& runs)
{
    SQLite::Statement row(database, "SELECT run, number, generated, invalid, duplicates, fine_tune, retrain, generate, "
                                    "predict, other, lacking FROM round ORDER BY run, number");
    while (row.executeStep()) {
        Round& round = runs.at(static_cast<std::size_t>(row.getColumn(0).getInt64())).rounds.emplace_back();
        round.number = row.getColumn(1).getInt();
        round.decodes = {row.getColumn(2).getInt(), row.getColumn(3).getInt(), row.getColumn(4).getInt(),
                         row.getColumn(10).getInt()};
        round.seconds = {row.getColumn(5).getDouble(), row.getColumn(6).getDouble(), row.getColumn(7).getDouble(),
                         row.getColumn(8).getDouble(), row.getColumn(9).getDouble()};
    }
}

void readQueries(SQLite::Database& database, const SearchSpace& space, RoundFinder rounds)
{
    SQLite::Statement row(database,
                          "SELECT run, round, number, cell, valid, test, predicted FROM query ORDER BY run, number");
    while (row.executeStep()) {
        Query query;
        query.round = row.getColumn(1).getInt();
        query.number = row.getColumn(2).getInt();
        query.cell = space.parse(row.getColumn(3).getString());
        query.label = {row.getColumn(4).getDouble(), valueOrNan(row.getColumn(5))};
        query.predicted = valueOrNan(row.getColumn(6));
        rounds.find(row.getColumn(0), row.getColumn(1)).queries.push_back(query);
    }
}

void readCandidates(SQLite::Database& database, const SearchSpace& space, RoundFinder rounds)
{
    SQLite::Statement row(database,
                          "SELECT run, round, cell, predicted, deviation FROM candidate ORDER BY run, round, number");
    while (row.executeStep())
        rounds.find(row.getColumn(0), row.getColumn(1))
            .candidates.push_back({space.parse(row.getColumn(2).getString()),
                                   static_cast<float>(valueOrNan(row.getColumn(3))),
                                   static_cast<float>(valueOrNan(row.getColumn(4)))});
}

void readRefusals(SQLite::Database& database, const SearchSpace& space, RoundFinder rounds)
{
    SQLite::Statement row(database, "SELECT run, round, cell, reason FROM refusal ORDER BY run, round, number");
    while (row.executeStep())
        rounds.find(row.getColumn(0), row.getColumn(1))
            .refusals.push_back({space.parse(row.getColumn(2).getString()), row.getColumn(3).getString()});
}

void readLosses(SQLite::Database& database, RoundFinder rounds)
{
    SQLite::Statement row(database, "SELECT run, round, term, epoch, value FROM loss ORDER BY run, round, number");
    while (row.executeStep())
        rounds.find(row.getColumn(0), row.getColumn(1))
            .losses.push_back({row.getColumn(2).getString(), row.getColumn(3).getInt(),
                               static_cast<float>(valueOrNan(row.getColumn(4)))});
}

} // namespace

SessionHeader readHeader(SQLite::Database& database)
{
    SessionHeader header;
    SQLite::Statement statement(database, "SELECT value FROM header WHERE key = ?");
    for (const auto& [key, field] : headerFields) {
        statement.bind(1, key);
        if (statement.executeStep())
            header.*field = statement.getColumn(0).getString();
        statement.reset();
    }
    return header;
}

void writeHeader(SQLite::Database& database, const SessionHeader& header)
{
    SQLite::Statement insert(database, "INSERT INTO header VALUES (?, ?)");
    for (const auto& [key, field] : headerFields) {
        SQLite::bind(insert, key, header.*field);
        insertRow(insert);
    }
}

void writeRuns(SQLite::Database& database, std::span<const SearchSettings> runs)
{
    SQLite::Statement insert(database, "INSERT INTO run (id, seed, settings) VALUES (?, ?, ?)");
    for (std::size_t i = 0; i < runs.size(); ++i) {
        SQLite::bind(insert, static_cast<std::int64_t>(i), std::to_string(runs[i].seed), toJson(runs[i]));
        insertRow(insert);
    }
}

std::vector<RecordedRun> readRuns(SQLite::Database& database, const SearchSpace& space)
{
    std::vector<RecordedRun> runs;
    SQLite::Statement row(database, "SELECT settings, finished, seconds FROM run ORDER BY id");
    while (row.executeStep()) {
        RecordedRun& run = runs.emplace_back();
        run.settings = settingsFromJson(row.getColumn(0).getString());
        run.finished = row.getColumn(1).getInt() != 0;
        run.seconds = row.getColumn(2).getDouble();
    }
    readRounds(database, runs);
    readQueries(database, space, RoundFinder(runs));
    readCandidates(database, space, RoundFinder(runs));
    readRefusals(database, space, RoundFinder(runs));
    readLosses(database, RoundFinder(runs));
    return runs;
}

void writeRound(SQLite::Database& database, const SearchSpace& space, std::size_t run, const Round& round)
{
    const auto id = static_cast<std::int64_t>(run);
    SQLite::Statement insertRound(database, "INSERT INTO round VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    const PhaseSeconds& seconds = round.seconds;
    const Decodes& decodes = round.decodes;
    SQLite::bind(insertRound, id, round.number, decodes.total, decodes.invalid, decodes.duplicates, seconds.fineTune,
                 seconds.retrain, seconds.generate, seconds.predict, seconds.other, decodes.lacking);
    insertRound.exec();

    SQLite::Statement insertQuery(database, "INSERT INTO query VALUES (?, ?, ?, ?, ?, ?, ?)");
    for (const Query& query : round.queries) {
        SQLite::bind(insertQuery, id, query.number, round.number, space.text(query.cell), query.label.valid);
        bindOrNull(insertQuery, 6, query.label.test);
        bindOrNull(insertQuery, 7, query.predicted);
        insertRow(insertQuery);
    }
    int number = 0;
    SQLite::Statement insertCandidate(database, "INSERT INTO candidate VALUES (?, ?, ?, ?, ?, ?)");
    for (const Candidate& candidate : round.candidates) {
        SQLite::bind(insertCandidate, id, round.number, number++, space.text(candidate.cell));
        bindOrNull(insertCandidate, 5, candidate.predicted);
        bindOrNull(insertCandidate, 6, candidate.deviation);
        insertRow(insertCandidate);
    }
    number = 0;
    SQLite::Statement insertRefusal(database, "INSERT INTO refusal VALUES (?, ?, ?, ?, ?)");
    for (const Refusal& refusal : round.refusals) {
        SQLite::bind(insertRefusal, id, round.number, number++, space.text(refusal.cell), refusal.reason);
        insertRow(insertRefusal);
    }
    number = 0;
    SQLite::Statement insertLoss(database, "INSERT INTO loss VALUES (?, ?, ?, ?, ?, ?)");
    for (const LossPoint& loss : round.losses) {
        SQLite::bind(insertLoss, id, round.number, number++, loss.term, loss.epoch);
        bindOrNull(insertLoss, 6, loss.value);
        insertRow(insertLoss);
    }
}

} // namespace inverso::rows
