// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/idx_file.h"

#include "core/base/error.h"

#include <zlib.h>

#include <array>
#include <limits>
#include <memory>

namespace inverso {

namespace {

constexpr std::uint64_t mostBytes = std::uint64_t{1} << 31; // larger is a broken header

/// A file that is read through zlib, which passes plain files on as they are.
class Reader
{
public:
    explicit Reader(const std::filesystem::path& path)
        : m_path(path)
        , m_file(gzopen(path.c_str(), "rb"), &gzclose)
    {
        if (!m_file)
            throw Error("Cannot open " + path.string() + ": check that it exists and can be read.");
    }

    void read(std::uint8_t* to, std::size_t count)
    {
        while (count > 0) {
            const auto part = static_cast<unsigned>(std::min<std::size_t>(count, 1U << 20));
            const int got = gzread(m_file.get(), to, part);
            if (got < 0)
                fail("its compression is broken");
            if (got == 0)
                fail("it ends too early");
            to += got;
            count -= static_cast<std::size_t>(got);
        }
    }

    void expectEnd()
    {
        std::uint8_t more = 0;
        const int got = gzread(m_file.get(), &more, 1);
        if (got < 0)
            fail("its compression is broken");
        if (got > 0)
            fail("it is longer than its header says");
    }

    [[noreturn]] void fail(const std::string& why) const
    {
        throw Error("Cannot use " + m_path.string() + ": " + why + ". Fetch the file again.");
    }

private:
    std::filesystem::path m_path;
    std::unique_ptr<gzFile_s, int (*)(gzFile)> m_file;
};

} // namespace

IdxArray readIdx(const std::filesystem::path& path)
{
    if (std::filesystem::is_directory(path))
        throw Error("Cannot use " + path.string() + ": it is a folder, not an IDX file.");
    Reader reader(path);
    std::array<std::uint8_t, 4> magic{};
    reader.read(magic.data(), magic.size());
    constexpr std::uint8_t unsignedByte = 0x08;
    if (magic[0] != 0 || magic[1] != 0 || magic[2] != unsignedByte || magic[3] == 0 || magic[3] > 4)
        reader.fail("it is no IDX file of bytes");
    IdxArray array;
    std::uint64_t total = 1;
    for (int i = 0; i < magic[3]; ++i) {
        std::array<std::uint8_t, 4> size{};
        reader.read(size.data(), size.size());
        const auto value = static_cast<std::uint32_t>(size[0]) << 24 | static_cast<std::uint32_t>(size[1]) << 16
                           | static_cast<std::uint32_t>(size[2]) << 8 | static_cast<std::uint32_t>(size[3]);
        array.sizes.push_back(value);
        if (value != 0 && total > mostBytes / value)
            reader.fail("its header gives an impossible size");
        total *= value;
    }
    array.bytes.resize(total);
    reader.read(array.bytes.data(), array.bytes.size());
    reader.expectEnd();
    return array;
}

} // namespace inverso
