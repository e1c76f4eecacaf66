// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/new_file.h"

#include <filesystem>
#include <fstream>
#include <mutex>
#include <span>
#include <string>

namespace inverso::cli {

/// Throws Error when `path` exists and may not be overwritten, so that nothing is lost by accident.
void requireNew(const std::filesystem::path& path, bool overwrite);

/// A NewFile that replaces an existing file only if `overwrite` is set. The constructor throws Error when the file
/// cannot be written, so that the error is reported before the work.
class OutputFile
{
public:
    OutputFile(std::filesystem::path path, bool overwrite);

    void commit(const std::string& text);

private:
    NewFile m_file;
};

/// A log of JSON lines, written during the work. write() is safe from several threads; its lines stay together and are
/// flushed. The first write() overwrites an older file, so that a failure before it keeps the old lines.
class LineFile
{
public:
    LineFile(std::filesystem::path path, bool overwrite);

    void write(std::span<const std::string> lines);

private:
    std::filesystem::path m_path;
    std::mutex m_mutex; // protects what follows
    std::ofstream m_stream;
    bool m_isBegun = false;
};

} // namespace inverso::cli
