// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/optim/adam.h"
#include "core/training/ensemble_settings.h"

#include <functional>
#include <span>
#include <stop_token>
#include <vector>

namespace inverso {

class StateArchive;

/// Several invertible networks x ↔ [z, y] on the same rows, trained by regression of y on the labelled ones and,
/// weighted, as normalising flows on the unlabelled ones. Members differ by their initial weights and batches; each has
/// random streams of its own, so that they train in parallel and the number of threads changes nothing.
class InnEnsemble
{
public:
    /// What it learns from. x of dimension D.
    struct Data
    {
        const Matrix& labelled;         ///< n × D
        std::span<const float> targets; ///< n, what y is to be
        const Matrix& unlabelled;       ///< m × D
        std::span<const float> spread;  ///< D: standard deviation of each axis; 1 for that of y
    };
    /// Terms of the loss after some steps, means over the members.
    struct Losses
    {
        float regression = 0.0F; ///< mean squared error of y
        float likelihood = 0.0F; ///< negative log-likelihood per dimension, without its constant; 0 without flow
    };
    /// y over the members, one per row.
    struct Scores
    {
        std::vector<float> mean;
        std::vector<float> deviation;
    };

    InnEnsemble() = default;
    /// Fresh weights; the dimension is that of `spread` (see Data), by which each axis' shifts are scaled.
    InnEnsemble(const EnsembleSettings& settings, std::span<const float> spread, int threads, const Rng& rng);

    [[nodiscard]] std::size_t size() const { return m_members.size(); }
    [[nodiscard]] const Inn& network(std::size_t member) const { return m_members[member].network; }

    /// `report` is told the losses and the steps done, every few steps. Throws Cancelled.
    void train(const Data& data, int steps, const std::function<void(const Losses&, int done)>& report,
               std::stop_token stop);
    [[nodiscard]] Scores scores(const Matrix& x) const;
    void exchange(StateArchive& archive);

private:
    struct Member
    {
        Inn network;
        Adam adam;
        Rng rng;
        Inn::Tape tape{}; ///< of the last step, kept for its memory
    };
    struct Batch
    {
        Matrix x; ///< labelled rows first
        std::vector<float> targets;
    };

    [[nodiscard]] Batch drawBatch(const Data& data, Rng& rng) const;
    [[nodiscard]] Losses trainStep(Member& member, const Data& data) const;

    EnsembleSettings m_settings;
    int m_threads = 1;
    std::vector<Member> m_members;
};

} // namespace inverso
