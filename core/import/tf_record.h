// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <istream>
#include <optional>
#include <stop_token>
#include <string_view>
#include <vector>

namespace inverso {

/// What the next stretch of a TFRecord file is.
struct TfFrame
{
    enum Kind {
        Record,  ///< a whole record, both of its checksums right
        Damaged, ///< skipped bytes: a record, or all bytes up to the next one that was found
        CutOff   ///< the file ends within this record
    };
    Kind kind = Record;
    std::uint64_t offset = 0;      ///< of its first byte in the file
    std::uint64_t bytes = 0;       ///< that it takes there
    std::string_view data;         ///< of a Record; valid until the next call of next()
    std::string_view problem = {}; ///< of Damaged: "its …", never ends
    std::uint64_t missing = 0;     ///< of CutOff: the least number of bytes
};

/// Reads a TFRecord file from front to end in a few megabytes of memory, whatever the file says.
///
/// A frame is: length of the data (8 bytes, little-endian), its masked CRC-32C (4), the data, their masked CRC-32C
/// (4). A length is believed only when its checksum is right and no record of longestRecord bytes is exceeded. Where
/// a frame does not lead to another one (a broken length; wrong data that end where no frame begins), the file is
/// searched byte by byte for the next 12 bytes that are a length with its right checksum: one place in four thousand
/// million of arbitrary bytes that look like a length would do so by chance.
class TfRecordReader
{
public:
    static constexpr std::uint64_t longestRecord = std::uint64_t{1} << 20;

    /// `stream` stands at the first of `size` bytes and outlives the reader.
    TfRecordReader(std::istream& stream, std::uint64_t size, std::stop_token stop = {});

    /// None at the end. Throws Error when the stream gives fewer than `size` bytes, Cancelled.
    std::optional<TfFrame> next();
    /// Bytes of the file that next() is done with.
    [[nodiscard]] std::uint64_t offset() const { return m_offset; }

private:
    [[nodiscard]] std::uint64_t rest() const { return m_size - m_offset; }
    [[nodiscard]] std::uint64_t buffered() const { return m_end - m_begin; }
    [[nodiscard]] const char* front() const { return m_buffer.data() + m_begin; }
    void fill(std::uint64_t bytes);
    void drop(std::uint64_t bytes);
    bool searchHeader();
    TfFrame passOver(std::string_view problem);
    TfFrame outrun(std::uint64_t frame);

    std::istream& m_stream;
    std::uint64_t m_size;
    std::stop_token m_stop;
    std::vector<char> m_buffer;
    std::uint64_t m_begin = 0;  ///< of what is read and not done with, in m_buffer
    std::uint64_t m_end = 0;    ///< likewise
    std::uint64_t m_offset = 0; ///< of m_begin in the file
    std::uint64_t m_given = 0;  ///< bytes of the record that was given out last
};

} // namespace inverso
