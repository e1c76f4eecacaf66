// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/result_store.h"

#include "core/base/append_file.h"
#include "core/base/error.h"
#include "core/base/file_lock.h"
#include "core/experiment/result_index.h"

#include <cerrno>
#include <fstream>
#include <optional>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace inverso {

namespace {

namespace fs = std::filesystem;

constexpr const char* appendAdvice =
    "The finished runs are kept; make room, or correct the folder's permissions, and start the same command again.";

FileLock lockToWrite(const fs::path& path)
{
    auto lock = FileLock::tryLock(path, "Choose a folder that can be written.");
    if (!lock)
        throw Error(path.string()
                    + " is being written by another process; wait for it, or give the two different parts of the "
                      "work.");
    return *std::move(lock);
}

/// Removes an incomplete last line, which a killed process leaves; if only the line end is missing, adds it. Returns a
/// sentence about the removal, or none.
std::string heal(const FileLock& lock)
{
    const fs::path& path = lock.path();
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    const auto size = static_cast<std::size_t>(std::max<std::streamoff>(0, file.tellg()));
    constexpr std::size_t block = 1 << 16;
    std::string tail;
    std::size_t start = size; // of the last line
    while (start > 0) {
        const std::size_t length = std::min(block, start);
        std::string part(length, '\0');
        file.seekg(static_cast<std::streamoff>(start - length));
        if (!file.read(part.data(), static_cast<std::streamsize>(length)))
            throw Error("Cannot read " + path.string() + "; check its permissions.");
        const std::size_t newline = part.rfind('\n');
        tail.insert(0, newline == std::string::npos ? part : part.substr(newline + 1));
        start -= newline == std::string::npos ? length : length - newline - 1;
        if (newline != std::string::npos)
            break;
    }
    if (tail.empty())
        return {};
    if (readHead(tail)) {
        appendDurably(lock, "\n", appendAdvice);
        return {};
    }
    if (::ftruncate(lock.file(), static_cast<off_t>(start)) != 0 || ::fsync(lock.file()) != 0)
        throw Error("Cannot remove the unfinished last line of " + path.string() + " ("
                    + std::generic_category().message(errno) + "); correct its permissions.");
    return "The last line of " + path.string() + " is incomplete (" + std::to_string(tail.size())
           + " bytes); it is removed, and its run is repeated.";
}

} // namespace

struct ResultStore::Data
{
    fs::path folder;
    std::optional<FileLock> lock; ///< of the file that is written
    ResultIndex index;
    std::vector<std::string> remarks;

    explicit Data(const fs::path& where)
        : folder(where)
        , index(where)
    {
    }
    void follow()
    {
        for (std::string& remark : index.follow())
            remarks.push_back(std::move(remark));
    }
    [[nodiscard]] std::string read(const ResultIndex::Place& place) const
    {
        std::ifstream stream(folder / place.file, std::ios::binary);
        std::string line(place.length, '\0');
        stream.seekg(static_cast<std::streamoff>(place.offset));
        if (!stream.read(line.data(), static_cast<std::streamsize>(place.length)))
            throw Error("Cannot read " + (folder / place.file).string() + "; check its permissions.");
        return line;
    }
};

ResultStore::ResultStore(std::unique_ptr<Data> data)
    : m_data(std::move(data))
{
}
ResultStore::ResultStore(ResultStore&&) noexcept = default;
ResultStore& ResultStore::operator=(ResultStore&&) noexcept = default;
ResultStore::~ResultStore() = default;

ResultStore ResultStore::open(const fs::path& folder)
{
    resultFiles(folder); // throws where there is no such folder
    auto data = std::make_unique<Data>(folder);
    data->follow();
    return ResultStore(std::move(data));
}

ResultStore ResultStore::openToWrite(const fs::path& folder, const std::string& name)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (!fs::is_directory(folder, error))
        throw Error("Cannot create the folder " + folder.string() + "; choose one that can be created and written.");
    FileLock lock = lockToWrite(folder / (name + ".jsonl"));
    std::string healed = heal(lock);
    auto data = std::make_unique<Data>(folder);
    data->lock.emplace(std::move(lock));
    if (!healed.empty())
        data->remarks.push_back(std::move(healed));
    data->follow();
    return ResultStore(std::move(data));
}

bool ResultStore::has(const std::string& id) const
{
    return m_data->index.find(id).has_value();
}

std::optional<double> ResultStore::secondsOf(const std::string& id) const
{
    return m_data->index.secondsOf(id);
}

void ResultStore::append(const std::string& line)
{
    appendDurably(*m_data->lock, line + "\n", appendAdvice);
    m_data->index.follow();
}

std::vector<std::string> ResultStore::lines(const std::string& event) const
{
    std::vector<std::string> result;
    for (const ResultIndex::Place& place : m_data->index.places(event))
        result.push_back(m_data->read(place));
    return result;
}

const std::vector<std::string>& ResultStore::remarks() const
{
    return m_data->remarks;
}

} // namespace inverso
