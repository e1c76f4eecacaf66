// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/live/cell_plan.h"
#include "core/live/image_set.h"

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace inverso {

/// The network that cells are trained in, and how: a stem (5×5, stride 4), `stages` of `cellsPerStage` equal
/// cells with a residual block of stride 2 and twice the channels between them, global average pooling, a
/// linear classifier. SGD with Nesterov momentum; the rate climbs to its peak, then falls along a cosine.
struct TrainingSettings
{
    int channels = 8;
    int cellsPerStage = 3;
    int stages = 2;
    int trainingImages = 4096;
    int validationImages = 5000; ///< of the data set's training images, never trained on
    int testImages = 5000;
    int epochs = 4;
    int batch = 64;
    double peakRate = 0.2;
    double warmUp = 0.2; ///< share of the steps
    double momentum = 0.9;
    double weightDecay = 5e-4;

    bool operator==(const TrainingSettings&) const = default;
};

/// The configuration of the embedded table: the defaults.
TrainingSettings tableTraining();
/// Half of the images, for an answer while a person waits.
TrainingSettings liveTraining();

struct TrainedCell
{
    double valid = 0.0;       ///< percent
    double test = 0.0;        ///< percent
    double seconds = 0.0;     ///< of training and evaluation
    double parameters = 0.0;  ///< of the whole network, millions
    double flops = 0.0;       ///< multiply-adds of the whole network for one image, millions
    std::vector<float> losses; ///< mean cross entropy of each epoch
};

/// Trains cells for real. Equal functional classes get equal initial weights, so that one seed gives the
/// same result on one machine with one thread count, whatever string names the cell. Const members may be
/// called from several threads.
class CellTrainer
{
public:
    /// Throws Error when the data set has too few images for the settings.
    CellTrainer(std::shared_ptr<const ImageData> images, const TrainingSettings& settings);
    ~CellTrainer();

    [[nodiscard]] const TrainingSettings& settings() const { return m_settings; }
    [[nodiscard]] const ImageData& images() const { return *m_images; }

    /// The cell's accuracies. Cells whose output does not depend on their input are not trained: they get
    /// the accuracy of chance. One Progress an epoch. Throws Cancelled within a batch of `stop`, Error when the
    /// loss is no number.
    [[nodiscard]] TrainedCell train(const SearchSpace& space, CellIndex cell, std::uint64_t seed,
                                    const ProgressSink& progress, std::stop_token stop) const;

private:
    struct Data;
    std::shared_ptr<const ImageData> m_images;
    TrainingSettings m_settings;
    std::unique_ptr<const Data> m_data;
};

/// What the arithmetic runs on, for a table's record: accuracies move by a point or so with another
/// instruction set.
std::string trainingKernels();

} // namespace inverso
