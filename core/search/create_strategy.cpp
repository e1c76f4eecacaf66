// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/create_strategy.h"

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

#include <algorithm>

namespace inverso {

namespace {

/// A method with a model needs the latents of the searched space.
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

using Latents = std::shared_ptr<const LatentSpace>;

template <typename Strategy>
std::unique_ptr<SearchStrategy> withoutModel(const SearchSettings& settings, QueryLedger& ledger, Latents /*latents*/)
{
    return std::make_unique<Strategy>(settings, ledger);
}

template <auto create>
std::unique_ptr<SearchStrategy> withoutLatents(const SearchSettings& settings, QueryLedger& ledger, Latents /*latents*/)
{
    return create(settings, ledger);
}

/// Creates each method of searchMethods(). Separate from their descriptions, which must not need LibTorch.
struct Maker
{
    std::string_view method;
    std::unique_ptr<SearchStrategy> (*make)(const SearchSettings& settings, QueryLedger& ledger, Latents latents);
};
constexpr Maker makers[] = {
    {"inn", createInnSearch},
    {"inn-random", createInnSearch},
    {"enumerate", createInnSearch},
    {"crlso", createCrlso},
    {"bananas", withoutLatents<createBananas>},
    {"agnet", withoutLatents<createAgNet>},
    {"arch2vec-rl", withoutLatents<createArch2vecRl>},
    {"arch2vec-bo", withoutLatents<createArch2vecBo>},
    {"rs", withoutModel<RandomSearch>},
    {"ls", withoutModel<LocalSearch>},
    {"re", withoutModel<RegularizedEvolution>},
};

} // namespace

std::unique_ptr<SearchStrategy> createStrategy(const SearchSettings& settings, QueryLedger& ledger,
                                               std::shared_ptr<const LatentSpace> latents)
{
    const SearchSettings complete = resolved(settings);
    const ThreadLimit limit(complete.model.threads);
    if (methodNamed(complete.method).needsModel)
        requireLatents(complete.method, ledger, latents.get());
    const auto maker = std::ranges::find(makers, complete.method, &Maker::method);
    if (maker == std::end(makers))
        throw Error("This build has no method " + complete.method + ".");
    return maker->make(complete, ledger, std::move(latents));
}

} // namespace inverso
