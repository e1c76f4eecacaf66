// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/model_metrics.h"

#include "core/import/little_endian.h"

#include <bit>

namespace inverso {

namespace {

enum WireType : std::uint8_t { Varint = 0, Fixed64 = 1, Delimited = 2, Fixed32 = 5 };

// Field numbers of model_metrics.proto.
enum MetricsField : std::uint8_t { EvaluationData = 1, TrainableParameters = 2 };
enum EvaluationField : std::uint8_t { TrainingTime = 2, ValidationAccuracy = 4, TestAccuracy = 5 };

struct Field
{
    std::uint64_t number = 0;
    unsigned type = 0;
    std::uint64_t value = 0; ///< of Varint, Fixed64, Fixed32
    std::string_view bytes;  ///< of Delimited
};

/// The fields of one message, one after the other.
class FieldReader
{
public:
    explicit FieldReader(std::string_view rest)
        : m_rest(rest)
    {
    }

    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }
    /// False when the bytes are no field.
    bool read(Field& field)
    {
        std::uint64_t tag = 0;
        if (!readVarint(tag) || tag >> 3 == 0 || tag > UINT32_MAX)
            return false;
        field.number = tag >> 3;
        field.type = static_cast<unsigned>(tag & 7U);
        switch (field.type) {
        case Varint:
            return readVarint(field.value);
        case Fixed64:
            return readFixed<std::uint64_t>(field.value);
        case Fixed32:
            return readFixed<std::uint32_t>(field.value);
        case Delimited:
            return readVarint(field.value) && take(field.value, field.bytes);
        default: // groups, which went out of use long before these files, and what is none
            return false;
        }
    }

private:
    bool take(std::uint64_t count, std::string_view& bytes)
    {
        if (count > m_rest.size())
            return false;
        bytes = m_rest.substr(0, count);
        m_rest.remove_prefix(count);
        return true;
    }

    template <typename Unsigned> bool readFixed(std::uint64_t& value)
    {
        std::string_view bytes;
        if (!take(sizeof(Unsigned), bytes))
            return false;
        value = littleEndian<Unsigned>(bytes.data());
        return true;
    }

    bool readVarint(std::uint64_t& value)
    {
        value = 0;
        constexpr std::size_t longest = 10;
        for (std::size_t i = 0; i < longest && i < m_rest.size(); ++i) {
            const auto byte = static_cast<unsigned char>(m_rest[i]);
            value |= static_cast<std::uint64_t>(byte & 0x7fU) << (7 * i);
            if (byte < 0x80U) {
                m_rest.remove_prefix(i + 1);
                return true;
            }
        }
        return false;
    }

    std::string_view m_rest;
};

std::optional<ModelMetrics::Evaluation> readEvaluation(std::string_view bytes)
{
    ModelMetrics::Evaluation evaluation;
    FieldReader reader(bytes);
    Field field;
    while (!reader.atEnd()) {
        if (!reader.read(field))
            return std::nullopt;
        if (field.type != Fixed64)
            continue;
        const auto value = std::bit_cast<double>(field.value);
        if (field.number == TrainingTime)
            evaluation.seconds = value;
        else if (field.number == ValidationAccuracy)
            evaluation.valid = value;
        else if (field.number == TestAccuracy)
            evaluation.test = value;
    }
    return evaluation;
}

} // namespace

std::optional<ModelMetrics> readModelMetrics(std::string_view bytes)
{
    ModelMetrics metrics;
    FieldReader reader(bytes);
    Field field;
    while (!reader.atEnd()) {
        if (!reader.read(field))
            return std::nullopt;
        if (field.number == EvaluationData && field.type == Delimited) {
            metrics.last = readEvaluation(field.bytes);
            if (!metrics.last)
                return std::nullopt;
        } else if (field.number == TrainableParameters && field.type == Varint) {
            metrics.parameters = static_cast<std::int32_t>(field.value);
        }
    }
    return metrics;
}

} // namespace inverso
