// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/weights.h"

#include "core/base/error.h"
#include "core/base/resources.h"

#include <string>

namespace inverso {

std::filesystem::path findWeights(std::string_view space, std::string_view preset)
{
    const std::string name = std::string(space) + "-" + std::string(preset) + ".safetensors";
    std::string looked;
    for (const std::filesystem::path& folder : resourceFolders("weights")) {
        std::error_code error;
        if (std::filesystem::exists(folder / name, error))
            return folder / name;
        looked += (looked.empty() ? "" : ", ") + folder.string();
    }
    throw Error("There are no pre-trained weights " + name + " (looked in " + looked
                + "). Make them with ./dev weights, or name a file of weights.");
}

} // namespace inverso
