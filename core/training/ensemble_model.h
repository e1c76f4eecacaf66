// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/aligned_axes.h"
#include "core/training/ensemble_settings.h"
#include "core/training/inn_ensemble.h"
#include "core/training/target_scale.h"
#include "core/training/trainable_model.h"

#include <memory>

namespace inverso {

/// An InnEnsemble on the codes of a LatentCodes, aligned to the first labels: it learns from labelled cells, predicts
/// accuracies, and generates cells by inversion.
class EnsembleModel : public TrainableModel
{
public:
    EnsembleModel(const EnsembleSettings& settings, std::shared_ptr<const LatentSpace> latents, std::uint64_t seed,
                  int threads);

    void fit(std::span<const LabelledCell> training, std::span<const LabelledCell> validation,
             const ProgressSink& progress, std::stop_token stop) override;
    void refit(std::span<const LabelledCell> training, std::span<const LabelledCell> validation,
               const ProgressSink& progress, std::stop_token stop) override;
    [[nodiscard]] SafeTensors state() override;
    void restore(const SafeTensors& state, std::span<const LabelledCell> training,
                 std::span<const LabelledCell> validation) override;
    Proposal propose(std::size_t count, const Admission& admit, std::stop_token stop) override;
    [[nodiscard]] Matrix codes(std::span<const CellIndex> cells) const override { return m_codes.codes(cells); }
    [[nodiscard]] std::vector<float> acquisition(std::span<const CellIndex> cells) const override;
    std::vector<LossPoint> takeLosses() override;

    [[nodiscard]] std::vector<Prediction> predict(std::span<const CellIndex> cells) const override;
    [[nodiscard]] std::vector<Prediction> predictAll() const override;
    [[nodiscard]] Inversion invert(double targetPercent, const InversionSettings& settings, Rng& rng,
                                   std::stop_token stop) const override;

private:
    struct Labels
    {
        std::vector<CellIndex> cells;
        Matrix codes;
        std::vector<float> targets;
    };

    void setLabels(std::span<const LabelledCell> training, std::span<const LabelledCell> validation);
    /// New weights on axes that are aligned to the present labels.
    void startAnew();
    void exchange(StateArchive& archive);
    /// Aligns the axes to the labels, once for the first fit.
    void alignAxes();
    /// Computes the values that depend on the axes.
    void measureAxes();
    [[nodiscard]] Matrix alignedCodes(std::span<const CellIndex> cells) const;
    void train(int steps, const ProgressSink& progress, std::stop_token stop);
    struct NoiseRange
    {
        double low = 0.0;
        double high = 1.0;
    };
    struct Decoded
    {
        std::vector<std::optional<CellIndex>> cells;
        Matrix codes; ///< that they were decoded from
    };
    /// Draws outputs [z, y] of a member.
    using Draw = std::function<Matrix(const Inn& network, std::size_t count, Rng& rng)>;

    /// n outputs [z, y] → n codes, inside the range of the cells.
    [[nodiscard]] Matrix invertOutputs(const Inn& network, const Matrix& outputs) const;
    /// n outputs [z, y]: a share with z from the prior, the others with the z of `parents`, mixed with a share
    /// of noise in that range. `setY` gives each its y from the parent's (NaN for the prior).
    [[nodiscard]] Matrix drawOutputs(const Inn& network, std::size_t count, double priorShare, NoiseRange noise,
                                     std::span<const CellIndex> parents, const std::function<float(float)>& setY,
                                     Rng& rng) const;
    /// Draws from every member and decodes, in the order of the members. Throws Cancelled.
    [[nodiscard]] Decoded decodeFromAll(std::size_t count, std::uint64_t stream, const Draw& draw, const Rng& rng,
                                        const std::stop_token& stop) const;
    [[nodiscard]] std::vector<std::optional<CellIndex>> decodeInParts(const Matrix& codes,
                                                                      const std::stop_token& stop) const;
    /// The `count` cells with the best acquisition, best first.
    void keepBest(std::vector<CellIndex>& cells, std::size_t count) const;
    /// Labelled cells with the nearest targets, nearest first.
    [[nodiscard]] std::vector<CellIndex> nearestLabels(float target, std::size_t count) const;

    EnsembleSettings m_settings;
    LatentCodes m_codes;
    AlignedAxes m_axes;
    Matrix m_unlabelled;                ///< aligned codes of the sample of the space
    std::vector<float> m_alignedSpread; ///< standard deviation of each aligned axis; 1 for y
    std::vector<float> m_lowest;        ///< least and greatest code of any cell along each axis
    std::vector<float> m_highest;
    std::vector<float> m_spread; ///< standard deviation of each code axis over the space
    int m_threads;
    Rng m_rng;
    InnEnsemble m_members;
    Labels m_labels;
    TargetScale m_scale;
    std::vector<LossPoint> m_losses;
    int m_epoch = 0;
    int m_fits = 0;
    int m_proposals = 0;
};

} // namespace inverso
