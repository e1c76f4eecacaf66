// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/run_archive.h"

#include "core/session/session_file.h"
#include "ui/base/color_map.h"

#include <algorithm>
#include <array>
#include <utility>

namespace inverso::ui {

namespace {

// Without blue, which is the run in progress.
constexpr std::array runAccents{Accent::Orange, Accent::Green, Accent::Purple, Accent::Gold, Accent::Vermilion};

RunRecord record(const RecordedRun& recorded, const std::string& dataset)
{
    double seconds = 0.0;
    for (const Round& round : recorded.rounds)
        seconds += round.seconds.total();
    RunRecord result(recorded.settings, dataset);
    result.append(recorded.rounds, recorded.finished ? recorded.seconds : seconds);
    return result;
}

} // namespace

bool sameButSeed(const ArchivedRun& a, const ArchivedRun& b)
{
    return a.space == b.space && a.record.dataset() == b.record.dataset()
           && inverso::sameButSeed(a.record.settings(), b.record.settings());
}

QColor runColor(int color, bool darkBackground)
{
    return accentColor(runAccents[static_cast<std::size_t>(color) % runAccents.size()], darkBackground);
}

const ArchivedRun* RunArchive::find(int id) const
{
    const auto it = std::ranges::find(m_runs, id, &ArchivedRun::id);
    return it == m_runs.end() ? nullptr : &*it;
}

ArchivedRun* RunArchive::findToEdit(int id)
{
    const auto it = std::ranges::find(m_runs, id, &ArchivedRun::id);
    return it == m_runs.end() ? nullptr : &*it;
}

// The colour of runs that differ only in the seed; otherwise the first free one, so that a few runs have distinct
// colours.
int RunArchive::colorFor(const ArchivedRun& run) const
{
    const auto like = std::ranges::find_if(m_runs, [&](const ArchivedRun& other) { return sameButSeed(run, other); });
    if (like != m_runs.end())
        return like->color;
    int color = 0;
    while (std::ranges::find(m_runs, color, &ArchivedRun::color) != m_runs.end())
        ++color;
    return color;
}

int RunArchive::add(ArchivedRun run)
{
    run.id = ++m_lastId;
    run.color = colorFor(run);
    if (run.name.isEmpty()) {
        const SearchSettings& settings = run.record.settings();
        run.name = tr("%1, seed %2").arg(QString::fromStdString(settings.method)).arg(settings.seed);
    }
    m_runs.push_back(std::move(run));
    emit changed();
    return m_lastId;
}

void RunArchive::keepCurrent(const RunRecord& record, const std::string& space)
{
    if (m_current || record.isEmpty())
        return;
    m_current = m_lastId + 1; // listeners may ask
    ArchivedRun run;
    run.space = space;
    run.record = record;
    add(std::move(run));
}

void RunArchive::releaseCurrent()
{
    if (!m_current)
        return;
    m_current.reset();
    emit changed();
}

void RunArchive::setVisible(int id, bool visible)
{
    ArchivedRun* run = findToEdit(id);
    if (run == nullptr || run->visible == visible)
        return;
    run->visible = visible;
    emit changed();
}

void RunArchive::rename(int id, const QString& name)
{
    ArchivedRun* run = findToEdit(id);
    if (run == nullptr || name.trimmed().isEmpty() || run->name == name.trimmed())
        return;
    run->name = name.trimmed();
    emit changed();
}

void RunArchive::remove(int id)
{
    if (std::erase_if(m_runs, [id](const ArchivedRun& run) { return run.id == id; }) > 0)
        emit changed();
}

std::vector<ArchivedRun> readArchivedRuns(const std::filesystem::path& path)
{
    const SessionFile session = SessionFile::view(path);
    std::vector<ArchivedRun> runs;
    for (const RecordedRun& recorded : session.runs()) {
        if (recorded.rounds.empty())
            continue;
        ArchivedRun run;
        run.space = session.header().space;
        run.record = record(recorded, session.header().dataset);
        run.file = QString::fromStdString(path.string());
        run.finished = recorded.finished;
        runs.push_back(std::move(run));
    }
    return runs;
}

} // namespace inverso::ui
