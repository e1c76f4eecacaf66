// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/session_notes.h"

#include "core/base/error.h"
#include "ui/map/latent_map.h"
#include "ui/map/map_panel.h"
#include "ui/map/map_timeline.h"
#include "ui/state/explorer_state.h"
#include "ui/state/favourites.h"
#include "ui/state/favourites_file.h"
#include "ui/state/run_queue.h"
#include "ui/state/selection.h"
#include "ui/worker/search_controller.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace inverso::ui {

namespace {

constexpr int noteMilliseconds = 500; // after the last change

QJsonValue toJson(const std::optional<Interval>& interval)
{
    return interval ? QJsonValue(QJsonArray{interval->low, interval->high}) : QJsonValue();
}

std::optional<Interval> intervalFrom(const QJsonValue& json)
{
    const QJsonArray ends = json.toArray();
    if (ends.size() != 2 || !ends[0].isDouble() || !ends[1].isDouble())
        return std::nullopt;
    return Interval{ends[0].toDouble(), ends[1].toDouble()};
}

QJsonArray toJson(const std::vector<CellIndex>& cells, const SearchSpace& space)
{
    QJsonArray texts;
    for (const CellIndex cell : cells)
        texts += QString::fromStdString(space.text(cell));
    return texts;
}

std::vector<CellIndex> cellsFrom(const QJsonValue& json, const SearchSpace& space)
{
    std::vector<CellIndex> cells;
    for (const auto& text : json.toArray()) {
        try {
            cells.push_back(space.parse(text.toString().toStdString()));
        } catch (const Error&) { // not a cell of this space
        }
    }
    std::ranges::sort(cells);
    return cells;
}

template <typename Number> QJsonArray numbersToJson(const std::vector<Number>& numbers)
{
    QJsonArray list;
    for (const Number number : numbers)
        list += static_cast<int>(number);
    return list;
}

/// The values in 0 … end−1.
template <typename Number> std::vector<Number> numbersFrom(const QJsonValue& json, int end)
{
    std::vector<Number> numbers;
    for (const auto& value : json.toArray())
        if (const int number = value.toInt(-1); number >= 0 && number < end)
            numbers.push_back(static_cast<Number>(number));
    return numbers;
}

QJsonObject toJson(const FilterCriteria& filter, const SearchSpace& space)
{
    return {{QStringLiteral("rounds"), toJson(filter.rounds)},
            {QStringLiteral("accuracy"), toJson(filter.accuracy)},
            {QStringLiteral("predicted"), toJson(filter.predicted)},
            {QStringLiteral("roles"), numbersToJson(filter.roles)},
            {QStringLiteral("labels"), numbersToJson(filter.labels)},
            {QStringLiteral("isolated"), toJson(filter.isolated, space)}};
}

FilterCriteria filterFrom(const QJsonObject& json, const SearchSpace& space)
{
    FilterCriteria filter;
    filter.rounds = intervalFrom(json[QLatin1String("rounds")]);
    filter.accuracy = intervalFrom(json[QLatin1String("accuracy")]);
    filter.predicted = intervalFrom(json[QLatin1String("predicted")]);
    filter.roles = numbersFrom<CellRole>(json[QLatin1String("roles")], static_cast<int>(CellRole::Other) + 1);
    filter.labels = numbersFrom<std::uint8_t>(json[QLatin1String("labels")], static_cast<int>(space.labels().size()));
    filter.isolated = cellsFrom(json[QLatin1String("isolated")], space);
    return filter;
}

QJsonObject toJson(const CellColouring& colouring)
{
    return {{QStringLiteral("kind"), static_cast<int>(colouring.kind)},
            {QStringLiteral("attribute"), static_cast<int>(colouring.attribute)}};
}

} // namespace

SessionNotes::SessionNotes(ExplorerState& state, Selection& selection, SearchController& controller, QObject* parent)
    : QObject(parent)
    , m_state(state)
    , m_selection(selection)
    , m_controller(controller)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(noteMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &SessionNotes::note);
    const auto later = [this] { m_timer.start(); };
    connect(&selection, &Selection::cellChanged, this, later);
    connect(&selection, &Selection::groupChanged, this, later);
    connect(&state.filter(), &Filter::changed, this, later);
    connect(&state.favourites(), &Favourites::changed, this, later);
    connect(&state, &ExplorerState::phaseChanged, this, later);
    connect(&controller, &SearchController::sessionOpened, this, &SessionNotes::onSessionOpened);
    // Saved at the next turn of the event loop, when a run that starts has its own file. Not later: a queue may run
    // overnight.
    m_queueTimer.setSingleShot(true);
    connect(&m_queueTimer, &QTimer::timeout, this, &SessionNotes::noteQueue);
    connect(&state.queue(), &RunQueue::changed, this, [this] { m_queueTimer.start(); });
    connect(&state, &ExplorerState::runBegun, this, [this] {
        m_view.clear(); // another file
        m_favourites.clear();
        m_queue.clear();
        m_queueTimer.start();
        m_round.reset();
    });
    connect(&state, &ExplorerState::runAdvanced, this, [this] {
        if (m_round && m_map && m_state.run().rounds().back().number >= *m_round) {
            m_map->timeline().choose(m_round);
            m_round.reset();
        }
    });
}

void SessionNotes::setMap(MapPanel* map)
{
    m_map = map;
    if (map == nullptr)
        return;
    connect(map, &MapPanel::colouringChanged, this, [this] { m_timer.start(); });
    connect(&map->timeline(), &MapTimeline::roundChosen, this, [this] { m_timer.start(); });
}

QByteArray SessionNotes::view() const
{
    const SearchSpace* space = m_state.space();
    if (space == nullptr || !m_map)
        return {};
    const auto cell = m_selection.cell();
    const auto round = m_map->timeline().chosen();
    const QJsonObject root{
        {QStringLiteral("cell"), cell ? QJsonValue(QString::fromStdString(space->text(*cell))) : QJsonValue()},
        {QStringLiteral("group"), toJson(m_selection.group(), *space)},
        {QStringLiteral("filter"), toJson(m_state.filter().criteria(), *space)},
        {QStringLiteral("colouring"), toJson(m_map->map().colouring())},
        {QStringLiteral("round"), round ? QJsonValue(*round) : QJsonValue()}};
    return QJsonDocument(root).toJson(QJsonDocument::Compact);
}

void SessionNotes::setView(const QByteArray& json)
{
    const SearchSpace* space = m_state.space();
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    if (space == nullptr || !m_map || root.isEmpty())
        return;
    m_state.filter().setCriteria(filterFrom(root[QLatin1String("filter")].toObject(), *space));
    m_selection.setGroup(cellsFrom(root[QLatin1String("group")], *space));
    const auto cell = cellsFrom(QJsonArray{root[QLatin1String("cell")]}, *space);
    m_selection.select(cell.empty() ? std::nullopt : std::optional(cell.front()));
    const QJsonObject colouring = root[QLatin1String("colouring")].toObject();
    for (const CellColouring& known : availableColourings(m_state))
        if (toJson(known) == colouring)
            m_map->setColouring(known);
    if (root[QLatin1String("round")].isDouble())
        m_round = root[QLatin1String("round")].toInt();
}

void SessionNotes::note()
{
    if (!m_controller.isRecorded() || !m_state.hasRun() || m_state.space() == nullptr || m_round)
        return;
    const QByteArray now = view();
    if (!now.isEmpty() && now != m_view)
        m_controller.annotate(QStringLiteral("view"), QString::fromUtf8(m_view = now));
    const QString space = QString::fromStdString(std::string(m_state.space()->name()));
    const QByteArray favourites = favouritesToJson({{space, m_state.favourites().cells(space)}});
    if (favourites != m_favourites)
        m_controller.annotate(QStringLiteral("favourites"), QString::fromUtf8(m_favourites = favourites));
}

void SessionNotes::noteQueue()
{
    const std::vector<RunQueue::Entry>& waiting = m_state.queue().entries();
    if (!m_controller.isRecorded() || !m_state.hasRun() || (waiting.empty() && m_queue.isEmpty()))
        return;
    if (const QByteArray now = toJson(waiting); now != m_queue)
        m_controller.annotate(QStringLiteral("queue"), QString::fromUtf8(m_queue = now));
}

void SessionNotes::onSessionOpened(const OpenedSession& session)
{
    setView(session.view.toUtf8());
    const auto spaces = favouritesFromJson(session.favourites.toUtf8()).spaces;
    for (const auto& [space, list] : spaces)
        m_state.favourites().merge(space, list);
    for (RunQueue::Entry& entry : queueFromJson(session.queue.toUtf8()))
        m_state.queue().add(std::move(entry));
}

} // namespace inverso::ui
