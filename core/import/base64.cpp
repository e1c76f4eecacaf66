// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/base64.h"

#include <openssl/evp.h>

#include <limits>
#include <memory>

namespace inverso {

bool decodeBase64(std::string_view text, std::string& bytes)
{
    // OpenSSL takes a dash for the end of the text, since PEM has one there.
    if (text.size() > std::numeric_limits<int>::max() || text.find('-') != std::string_view::npos)
        return false;
    const std::unique_ptr<EVP_ENCODE_CTX, decltype(&EVP_ENCODE_CTX_free)> context(EVP_ENCODE_CTX_new(),
                                                                                  EVP_ENCODE_CTX_free);
    bytes.resize(text.size() / 4 * 3 + 3); // at most
    auto* const out = reinterpret_cast<unsigned char*>(bytes.data());
    const auto* const in = reinterpret_cast<const unsigned char*>(text.data());
    int size = 0;
    int last = 0;
    EVP_DecodeInit(context.get());
    if (EVP_DecodeUpdate(context.get(), out, &size, in, static_cast<int>(text.size())) < 0
        || EVP_DecodeFinal(context.get(), out + size, &last) < 0)
        return false;
    bytes.resize(static_cast<std::size_t>(size + last));
    return true;
}

} // namespace inverso
