// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/tf_record.h"

#include "core/base/error.h"
#include "core/import/crc32c.h"
#include "core/import/little_endian.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace inverso {

namespace {

constexpr std::uint64_t lengthSize = 8;
constexpr std::uint64_t checksumSize = 4;
constexpr std::uint64_t headerSize = lengthSize + checksumSize;
constexpr std::uint64_t bufferSize = std::uint64_t{4} << 20;
static_assert(bufferSize >= 2 * headerSize + TfRecordReader::longestRecord + checksumSize);

bool checks(std::string_view data, const char* checksum)
{
    return littleEndian<std::uint32_t>(checksum) == masked(crc32c(data));
}

/// The length that the 12 bytes at `header` say, if they are a header that can be believed.
std::optional<std::uint64_t> lengthAt(const char* header)
{
    const auto length = littleEndian<std::uint64_t>(header);
    if (length > TfRecordReader::longestRecord || !checks({header, lengthSize}, header + lengthSize))
        return std::nullopt;
    return length;
}

/// The first place in [begin, end) where a header begins, which may go on behind `end`; `end` when there is none.
const char* findHeader(const char* begin, const char* end)
{
    while (begin != end && !lengthAt(begin))
        ++begin;
    return begin;
}

} // namespace

TfRecordReader::TfRecordReader(std::istream& stream, std::uint64_t size, std::stop_token stop)
    : m_stream(stream)
    , m_size(size)
    , m_stop(std::move(stop))
    , m_buffer(std::min(size, bufferSize))
{
}

/// Has that many bytes in the buffer, at most bufferSize and at most what is left of the file.
void TfRecordReader::fill(std::uint64_t bytes)
{
    if (buffered() >= bytes)
        return;
    if (m_stop.stop_requested())
        throw Cancelled();
    std::memmove(m_buffer.data(), front(), buffered());
    m_end = buffered();
    m_begin = 0;
    const std::uint64_t wanted = std::min<std::uint64_t>(m_buffer.size(), rest()) - m_end;
    m_stream.read(m_buffer.data() + m_end, static_cast<std::streamsize>(wanted));
    const auto got = static_cast<std::uint64_t>(m_stream.gcount());
    m_end += got;
    if (got < wanted) {
        throw Error("The file cannot be read beyond byte " + std::to_string(m_offset + m_end) + " of "
                    + std::to_string(m_size) + "; check the disk, and that nothing is writing to the file.");
    }
}

void TfRecordReader::drop(std::uint64_t bytes)
{
    m_begin += bytes;
    m_offset += bytes;
}

std::optional<TfFrame> TfRecordReader::next()
{
    drop(std::exchange(m_given, 0));
    if (rest() == 0)
        return std::nullopt;
    if (rest() < headerSize)
        return outrun(headerSize + checksumSize);
    fill(headerSize);
    const auto length = lengthAt(front());
    if (!length)
        return passOver("its length is damaged");
    const std::uint64_t frame = headerSize + *length + checksumSize;
    if (frame > rest())
        return outrun(frame);
    const std::uint64_t beyond = std::min(rest() - frame, headerSize);
    fill(frame + beyond);
    const std::string_view data(front() + headerSize, *length);
    if (checks(data, data.data() + data.size())) {
        m_given = frame;
        return TfFrame{.kind = TfFrame::Record, .offset = m_offset, .bytes = frame, .data = data};
    }
    // The length, too, may be wrong although its checksum is right: then the next frame begins elsewhere.
    constexpr std::string_view problem = "its data do not match their checksum";
    const char* const end = front() + frame;
    const bool followed = beyond == headerSize ? lengthAt(end).has_value()
                                               : findHeader(front() + 1, end - headerSize + 1) == end - headerSize + 1;
    if (!followed)
        return passOver(problem);
    const TfFrame damaged{.kind = TfFrame::Damaged, .offset = m_offset, .bytes = frame, .data = {}, .problem = problem};
    drop(frame);
    return damaged;
}

/// Goes to the next place that looks like a header, or to the end; whether there is one.
bool TfRecordReader::searchHeader()
{
    while (rest() >= headerSize) {
        fill(headerSize);
        const char* const begin = front();
        const char* const end = begin + (buffered() - headerSize + 1);
        const char* const at = findHeader(begin, end);
        drop(static_cast<std::uint64_t>(at - begin));
        if (at != end)
            return true;
    }
    drop(rest());
    return false;
}

TfFrame TfRecordReader::passOver(std::string_view problem)
{
    const std::uint64_t start = m_offset;
    drop(1);
    searchHeader();
    return {.kind = TfFrame::Damaged, .offset = start, .bytes = m_offset - start, .data = {}, .problem = problem};
}

/// For a frame that would go on beyond the end of the file: either that is cut off, or the frame is wrong.
TfFrame TfRecordReader::outrun(std::uint64_t frame)
{
    const std::uint64_t start = m_offset;
    const std::uint64_t missing = frame - rest();
    fill(1);
    drop(1);
    if (searchHeader()) {
        return {.kind = TfFrame::Damaged,
                .offset = start,
                .bytes = m_offset - start,
                .data = {},
                .problem = "its length goes beyond the end of the file"};
    }
    return {.kind = TfFrame::CutOff,
            .offset = start,
            .bytes = m_size - start,
            .data = {},
            .problem = {},
            .missing = missing};
}

} // namespace inverso
