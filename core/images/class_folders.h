// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/images/image_set.h"

namespace inverso {

/// Whether the folder contains other folders, as a folder of classes does.
bool hasSubfolders(const std::filesystem::path& folder);

/// Reads PNG and JPEG pictures of one size from a folder of classes: either train/CLASS/… and test/CLASS/…, or CLASS/…
/// alone, where every fifth picture of a class, by name, is for test. Classes are numbered by name. If one picture is
/// in colour, all are read as colour. Throws Error: broken picture, other size, no pictures, over 256 classes. Throws
/// Cancelled between two pictures.
std::shared_ptr<ImageData> readClassFolders(const std::filesystem::path& folder, const std::stop_token& stop);

} // namespace inverso
