// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/optim/adam.h"
#include "core/optim/losses.h"
#include "core/optim/schedule.h"
#include "core/training/gvae_tuner.h"
#include "core/training/thesis_settings.h"
#include "core/training/trainable_model.h"

#include <memory>
#include <optional>

namespace inverso {

/// The printed method: one invertible network μ ↔ [z, accuracy], trained in epochs by the regression,
/// latent (MMD) and reverse losses with early stopping on the validation labels; partial or end-to-end.
class ThesisModel : public TrainableModel
{
public:
    ThesisModel(const ThesisSettings& settings, std::shared_ptr<const LatentSpace> latents, bool endToEnd,
                std::uint64_t seed);

    void fit(std::span<const LabelledCell> training, std::span<const LabelledCell> validation,
             const ProgressSink& progress, std::stop_token stop) override;
    void refit(std::span<const LabelledCell> training, std::span<const LabelledCell> validation,
               const ProgressSink& progress, std::stop_token stop) override;
    [[nodiscard]] SafeTensors state() override;
    void restore(const SafeTensors& state, std::span<const LabelledCell> training,
                 std::span<const LabelledCell> validation) override;
    Proposal propose(std::size_t count, const Admission& admit, std::stop_token stop) override;
    [[nodiscard]] Matrix codes(std::span<const CellIndex> cells) const override { return m_latents->means(cells); }
    [[nodiscard]] std::vector<float> acquisition(std::span<const CellIndex> cells) const override;
    std::vector<LossPoint> takeLosses() override;

    [[nodiscard]] std::vector<Prediction> predict(std::span<const CellIndex> cells) const override;
    [[nodiscard]] std::vector<Prediction> predictAll() const override;
    /// Draws all latents with z ~ N(0, I), as the thesis does.
    [[nodiscard]] Inversion invert(double targetPercent, const InversionSettings& settings, Rng& rng,
                                   std::stop_token stop) const override;
    [[nodiscard]] std::optional<Matrix> tunedMeans() const override;

private:
    using Decoded = std::vector<std::optional<CellIndex>>;
    struct Batch
    {
        std::vector<CellIndex> cells;
        std::vector<float> accuracies; ///< fractions
    };
    struct Terms ///< unweighted losses
    {
        double regression = 0.0;
        double latent = 0.0;
        double reverse = 0.0;
        double gvae = 0.0;
    };

    /// New networks.
    void startAnew();
    void setLabelled(std::span<const LabelledCell> training, std::span<const LabelledCell> validation);
    void exchange(StateArchive& archive);
    void train(std::span<const LabelledCell> training, std::span<const LabelledCell> validation, int epochs,
               PlateauSchedule schedule, const ProgressSink& progress, std::stop_token stop);
    Terms trainEpoch(const Batch& all, double rate, std::stop_token stop);
    Terms trainBatch(const Batch& batch, double rate);
    /// Forward losses; adds gradients to the network and returns ∂loss/∂μ.
    Matrix forwardLosses(const Matrix& means, const Batch& batch, Terms& terms);
    void reverseLoss(const Matrix& means, const Batch& batch, Terms& terms);
    [[nodiscard]] double validationLoss(const Batch& batch) const;
    [[nodiscard]] double total(const Terms& terms) const;

    [[nodiscard]] Matrix encode(std::span<const CellIndex> cells) const;
    /// Throws Cancelled.
    [[nodiscard]] Decoded decode(const Matrix& means, const std::stop_token& stop) const;
    /// n × D outputs with z ~ N(0, I) and the given y each.
    [[nodiscard]] Matrix outputsFor(std::span<const float> accuracies, double noise, Rng& rng) const;

    ThesisSettings m_settings;
    std::shared_ptr<const LatentSpace> m_latents;
    bool m_endToEnd;
    Rng m_rng;
    std::unique_ptr<GvaeTuner> m_tuner; ///< null when partial
    std::optional<Inn> m_network;
    std::optional<Adam> m_adam;
    Rng m_batches;
    std::vector<CellIndex> m_labelled;
    std::vector<LossPoint> m_losses;
    int m_epoch = 0;
    int m_proposals = 0;
};

} // namespace inverso
