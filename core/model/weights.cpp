// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/model/latent_space.h"

#include <cstdlib>
#include <vector>

namespace inverso {

std::filesystem::path findWeights(std::string_view space, std::string_view preset)
{
    namespace fs = std::filesystem;
    const std::string name = std::string(space) + "-" + std::string(preset) + ".safetensors";
    std::vector<fs::path> folders;
    if (const char* resources = std::getenv("INVERSO_RESOURCES"); resources && *resources)
        folders.emplace_back(fs::path(resources) / "weights");
    std::error_code error;
    if (const fs::path program = fs::read_symlink("/proc/self/exe", error); !error)
        folders.emplace_back(program.parent_path().parent_path() / "share/inverso/weights");
    folders.emplace_back(fs::path(INVERSO_SOURCE_DIR) / "resources/weights");
    std::string looked;
    for (const fs::path& folder : folders) {
        if (fs::exists(folder / name, error))
            return folder / name;
        looked += (looked.empty() ? "" : ", ") + folder.string();
    }
    throw Error("There are no pre-trained weights " + name + " (looked in " + looked
                + "). Make them with ./dev weights, or name a file with --weights.");
}

} // namespace inverso
