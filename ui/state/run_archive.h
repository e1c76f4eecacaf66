// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/run_record.h"

#include <QColor>
#include <QObject>
#include <QString>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace inverso::ui {

/// A finished run, kept for comparison with others.
struct ArchivedRun
{
    int id = 0;           ///< given by the archive, never twice
    QString name;         ///< shown; may be changed
    std::string space;    ///< SearchSpace::name()
    RunRecord record;     ///< as it was when it ended
    QString file;         ///< the session file it was read from; empty for a run of this window
    bool finished = true; ///< otherwise the session in `file` can be resumed
    int color = 0;        ///< for runColor(); the same for runs that differ only in the seed
    bool visible = true;  ///< drawn in the search curve
};

/// Whether two runs differ only in the seed (and the number of threads, which does not change results).
bool sameButSeed(const ArchivedRun& a, const ArchivedRun& b);
/// The line colour of archived runs with that number; distinct for the first five.
QColor runColor(int color, bool darkBackground);

/// The finished runs, oldest first: those of this window and those read from session files. ExplorerState
/// adds its run when it ends or is replaced. GUI thread only.
class RunArchive : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] const std::vector<ArchivedRun>& runs() const { return m_runs; }
    [[nodiscard]] const ArchivedRun* find(int id) const;
    /// The archived form of the run that ExplorerState still shows; none while that run is active.
    [[nodiscard]] std::optional<int> currentId() const { return m_current; }

    /// Adds the run with an id, a colour and, if it has none, a name. Returns the id.
    int add(ArchivedRun run);
    /// The run of ExplorerState is finished.
    void keepCurrent(const RunRecord& record, const std::string& space);
    /// ExplorerState has another run now.
    void releaseCurrent();

public slots:
    void setVisible(int id, bool visible);
    /// An empty name changes nothing.
    void rename(int id, const QString& name);
    void remove(int id);

signals:
    void changed();

private:
    [[nodiscard]] int colorFor(const ArchivedRun& run) const;
    ArchivedRun* findToEdit(int id);

    std::vector<ArchivedRun> m_runs;
    std::optional<int> m_current;
    int m_lastId = 0;
};

/// The searches of a session file that have at least one round, finished or not. Any thread. Throws Error:
/// the file is missing, not a session, of a newer version, or in use.
std::vector<ArchivedRun> readArchivedRuns(const std::filesystem::path& path);

} // namespace inverso::ui
