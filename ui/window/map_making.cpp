// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/map_making.h"

#include "ui/map/map_maker_bar.h"
#include "ui/state/explorer_state.h"
#include "ui/state/map_layouts.h"

namespace inverso::ui {

MapMaking::MapMaking(ExplorerState& state, QObject* parent)
    : QObject(parent)
    , m_state(state)
{
    connect(&m_maker, &MapMaker::advanced, &m_state.layouts(), &MapLayouts::setLive);
    // The cells or their codes have changed.
    connect(&m_state, &ExplorerState::workspaceChanged, &m_maker, &MapMaker::stop);
    connect(&m_state, &ExplorerState::latentsChanged, &m_maker, &MapMaker::stop);
}

void MapMaking::setBar(MapMakerBar& bar)
{
    m_bar = &bar;
    connect(m_bar, &MapMakerBar::startRequested, this, &MapMaking::start);
    connect(m_bar, &MapMakerBar::pauseRequested, &m_maker, &MapMaker::pause);
    connect(m_bar, &MapMakerBar::resumeRequested, this, [this] {
        m_maker.resume();
        m_bar->setIterations(m_maker.iterations());
    });
    connect(m_bar, &MapMakerBar::stopRequested, &m_maker, &MapMaker::stop);
    connect(&m_maker, &MapMaker::phaseChanged, m_bar, &MapMakerBar::setPhase);
    connect(&m_maker, &MapMaker::preparing, m_bar, &MapMakerBar::setPreparing);
    connect(&m_maker, &MapMaker::failed, m_bar, &MapMakerBar::setFailure);
    m_bar->setIterations(m_maker.iterations());
    m_bar->setPhase(m_maker.phase());
}

void MapMaking::start(const MapWish& wish)
{
    const WorkspacePtr& workspace = m_state.workspace();
    if (!workspace || !workspace->latents)
        return;
    MapRequest request;
    request.tuned = wish.tuned && m_state.snapshot() && m_state.snapshot()->tunedMeans;
    request.codes = request.tuned ? m_state.snapshot()->tunedMeans
                                  : std::shared_ptr<const Matrix>(workspace->latents, &workspace->latents->means());
    request.settings.perplexity = wish.perplexity;
    request.settings.iterations = wish.iterations;
    if (wish.fromShown && m_state.layouts().shown()) {
        request.start = m_state.layouts().shown()->places;
        request.settings.exaggerationIterations = 0; // it would destroy the existing map
    }
    m_maker.start(std::move(request));
    m_bar->setIterations(m_maker.iterations());
}

} // namespace inverso::ui
