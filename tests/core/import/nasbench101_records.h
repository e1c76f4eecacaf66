// SPDX-License-Identifier: GPL-3.0-or-later
// Files as the authors of NAS-Bench-101 write them, byte by byte.
#pragma once

#include "core/import/crc32c.h"

#include <QByteArray>

#include <bit>
#include <cstdint>
#include <string>

namespace inverso {

template <typename Unsigned> std::string littleEndianBytes(Unsigned value)
{
    std::string bytes;
    for (std::size_t i = 0; i < sizeof value; ++i)
        bytes += static_cast<char>(value >> (8 * i) & 0xffU);
    return bytes;
}

inline std::string checksumOf(const std::string& bytes)
{
    return littleEndianBytes(masked(crc32c(bytes)));
}

/// 12 bytes: a length, with its right checksum.
inline std::string tfHeader(std::uint64_t length)
{
    const std::string bytes = littleEndianBytes(length);
    return bytes + checksumOf(bytes);
}

inline std::string tfFrame(const std::string& data)
{
    return tfHeader(data.size()) + data + checksumOf(data);
}

inline std::string protoDouble(int field, double value)
{
    return static_cast<char>(field << 3 | 1) + littleEndianBytes(std::bit_cast<std::uint64_t>(value));
}

inline std::string protoVarint(std::uint64_t value)
{
    std::string bytes;
    for (; value >= 0x80U; value >>= 7)
        bytes += static_cast<char>((value & 0x7fU) | 0x80U);
    return bytes + static_cast<char>(value);
}

inline std::string protoBytes(int field, const std::string& bytes)
{
    return static_cast<char>(field << 3 | 2) + protoVarint(bytes.size()) + bytes;
}

struct MadeUpRun
{
    std::string hash = "00112233445566778899aabbccddeeff";
    int epochs = 108;
    std::string adjacency = "011001000";
    std::string operations = "input,conv1x1-bn-relu,output";
    double valid = 0.9;
    double test = 0.8;
    double seconds = 1000.0;
    std::uint64_t parameters = 1000000;
};

inline std::string evaluation(double epoch, double seconds, double valid, double test)
{
    return protoDouble(1, epoch) + protoDouble(2, seconds) + protoDouble(3, 0.99) + protoDouble(4, valid)
           + protoDouble(5, test);
}

/// As in the file: at the start, half-way and at the end.
inline std::string metricsOf(const MadeUpRun& run)
{
    return protoBytes(1, evaluation(0.0, 0.0, 0.1, 0.1))
           + protoBytes(1, evaluation(run.epochs / 2.0, run.seconds / 2, run.valid / 2, run.test / 2))
           + protoBytes(1, evaluation(run.epochs, run.seconds, run.valid, run.test)) + '\x10'
           + protoVarint(run.parameters) + protoDouble(3, 2 * run.seconds);
}

inline std::string recordWith(const MadeUpRun& run, const std::string& metrics)
{
    return "[\"" + run.hash + "\", " + std::to_string(run.epochs) + ", \"" + run.adjacency + "\", \"" + run.operations
           + "\", \"" + metrics + "\"]";
}

inline std::string recordOf(const MadeUpRun& run)
{
    return recordWith(run, QByteArray::fromStdString(metricsOf(run)).toBase64().toStdString());
}

} // namespace inverso
