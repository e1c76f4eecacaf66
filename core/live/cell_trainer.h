// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/benchmark/benchmark.h"
#include "core/cell/search_space.h"
#include "core/images/image_set.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <string>

namespace inverso {

/// The network and the schedule for training cells: a stem (5×5, stride 4), `stages` of `cellsPerStage` equal
/// cells, with half the size and twice the channels in each next stage (NAS-Bench-201: by a residual block of
/// stride 2; NAS-Bench-101: by a maximum pooling and the projections of the next cell), global average pooling, a
/// linear classifier. SGD with Nesterov momentum; the rate climbs to its peak, then falls along a cosine.
struct TrainingSettings
{
    int channels = 8;
    int cellsPerStage = 3;
    int stages = 2;
    int trainingImages = 4096;
    int validationImages = 5000; ///< of the data set's training images, never trained on
    int testImages = 5000;
    int epochs = 8;
    int batch = 64;
    double peakRate = 0.2;
    double warmUp = 0.2; ///< share of the steps
    double momentum = 0.9;
    double weightDecay = 5e-4;

    bool operator==(const TrainingSettings&) const = default;
};

/// The configuration of the embedded table: the defaults; 16 channels for NAS-Bench-101, whose cells share them out.
TrainingSettings tableTraining(const SearchSpace& space);
/// The same, limited to the images of a smaller data set: a third for validation, the rest for training. Throws Error
/// when there are too few.
TrainingSettings fittedTo(TrainingSettings settings, const ImageData& images);

/// A training failed; others may still succeed.
class BrokenTraining : public Unanswerable
{
public:
    using Unanswerable::Unanswerable;
};

struct TrainedCell
{
    double valid = 0.0;      ///< percent
    double test = 0.0;       ///< percent
    double seconds = 0.0;    ///< of training and evaluation
    double parameters = 0.0; ///< of the whole network, millions
    double flops = 0.0;      ///< multiply-adds of the whole network for one image, millions
};

/// Sent while a cell is trained, after every epoch, from the thread that trains.
struct EpochReport
{
    int epoch = 0; ///< 1 … epochs
    int epochs = 0;
    float loss = 0.0F;     ///< mean cross entropy over the epoch
    float accuracy = 0.0F; ///< on the training images of the epoch, percent
};
using EpochSink = std::function<void(const EpochReport&)>;

/// Trains cells, each on the calling thread alone. It trains the cheapest cell of the functional class, with weights
/// and batches drawn from the class and the seed, so that one seed gives the same result on one kind of machine for all
/// cells of the class. Const members may be called from several threads.
class CellTrainer
{
public:
    /// Throws Error when the data set has too few images for the settings, Cancelled soon after `stop`.
    CellTrainer(std::shared_ptr<const ImageData> images, const TrainingSettings& settings,
                const std::stop_token& stop = {});
    ~CellTrainer();

    [[nodiscard]] const TrainingSettings& settings() const { return m_settings; }
    [[nodiscard]] const ImageData& images() const { return *m_images; }

    /// The cell's accuracies. Cells whose output does not depend on their input are not trained: they get the accuracy
    /// of chance. Throws Cancelled within a batch of `stop`, BrokenTraining when the loss is not a number.
    [[nodiscard]] TrainedCell train(const SearchSpace& space, CellIndex cell, std::uint64_t seed,
                                    const EpochSink& report, std::stop_token stop) const;

private:
    struct Data;
    std::shared_ptr<const ImageData> m_images;
    TrainingSettings m_settings;
    std::unique_ptr<const Data> m_data;
};

/// The instruction set of the arithmetic, for a table's record: with another one, accuracies change by about one
/// percentage point.
std::string trainingKernels();

} // namespace inverso
