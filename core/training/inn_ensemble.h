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
/// its own random streams, so that they train in parallel and results do not depend on the number of threads.
class InnEnsemble
{
public:
    /// The training data. x has dimension D.
    struct Data
    {
        const Matrix& labelled;         ///< n × D
        std::span<const float> targets; ///< n: the targets of y
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
    /// New weights; the dimension is that of `spread` (see Data), which scales the shifts of each axis.
    InnEnsemble(const EnsembleSettings& settings, std::span<const float> spread, int threads, const Rng& rng);

    [[nodiscard]] std::size_t size() const { return m_members.size(); }
    [[nodiscard]] const Inn& network(std::size_t member) const { return m_members[member].network; }

    /// Every few steps it passes the losses and the number of finished steps to `report`. Throws Cancelled.
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
