// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>
#include <mutex>
#include <span>
#include <string>

namespace inverso::cli {

/// Throws Error when `path` exists and may not be overwritten: nothing is lost by accident.
void requireNew(const std::filesystem::path& path, bool overwrite);

/// A file that appears complete or not at all: written beside its place and renamed by commit().
/// Throws Error from the constructor when the place cannot be written, so that this shows before the work.
class OutputFile
{
public:
    OutputFile(std::filesystem::path path, bool overwrite);
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    void commit(const std::string& text);

private:
    std::filesystem::path m_path;
    std::filesystem::path m_part;
    std::ofstream m_stream;
};

/// A log of JSON lines, written while the work goes on. write() is safe from several threads; its lines
/// stay together and are flushed.
class LineFile
{
public:
    LineFile(std::filesystem::path path, bool overwrite);

    void write(std::span<const std::string> lines);

private:
    std::filesystem::path m_path;
    std::mutex m_mutex;
    std::ofstream m_stream;
};

} // namespace inverso::cli
