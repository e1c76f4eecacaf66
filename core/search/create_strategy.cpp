// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/thread_limit.h"
#include "core/model/latent_space.h"
#include "core/search/agnet.h"
#include "core/search/arch2vec_bo.h"
#include "core/search/arch2vec_rl.h"
#include "core/search/bananas.h"
#include "core/search/crlso.h"
#include "core/search/inn_search.h"
#include "core/search/local_search.h"
#include "core/search/random_search.h"
#include "core/search/regularized_evolution.h"
#include "core/search/search_settings.h"

#include <algorithm>

namespace inverso {

namespace {

bool needsModel(const std::string& method)
{
    return std::ranges::any_of(searchMethods(),
                               [&](const MethodInfo& info) { return info.name == method && info.needsModel; });
}

/// A model method needs the latents of the very space it searches.
void requireLatents(const std::string& method, const QueryLedger& ledger, const LatentSpace* latents)
{
    const std::string space(ledger.space().name());
    if (latents == nullptr)
        throw UsageError("The method " + method + " needs pre-trained weights of " + space
                         + "; give their file, or use a method that needs none: bananas, agnet, arch2vec-rl, "
                           "arch2vec-bo, rs, ls, re.");
    if (&latents->space() != &ledger.space())
        throw UsageError("The weights " + latents->source() + " are of " + std::string(latents->space().name())
                         + ", but the benchmark is of " + space + "; give weights of " + space + ".");
}

} // namespace

std::unique_ptr<SearchStrategy> createStrategy(const SearchSettings& settings, QueryLedger& ledger,
                                               std::shared_ptr<const LatentSpace> latents)
{
    const SearchSettings complete = resolved(settings);
    const ThreadLimit limit(complete.threads);
    if (needsModel(complete.method)) {
        requireLatents(complete.method, ledger, latents.get());
        if (complete.method == "crlso")
            return createCrlso(complete, ledger, std::move(latents));
        return createInnSearch(complete, ledger, std::move(latents));
    }
    if (complete.method == "bananas")
        return createBananas(complete, ledger);
    if (complete.method == "agnet")
        return createAgNet(complete, ledger);
    if (complete.method == "arch2vec-rl")
        return createArch2vecRl(complete, ledger);
    if (complete.method == "arch2vec-bo")
        return createArch2vecBo(complete, ledger);
    if (complete.method == "ls")
        return std::make_unique<LocalSearch>(complete, ledger);
    if (complete.method == "re")
        return std::make_unique<RegularizedEvolution>(complete, ledger);
    return std::make_unique<RandomSearch>(complete, ledger);
}

} // namespace inverso
