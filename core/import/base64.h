// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace inverso {

/// Base64 of RFC 4648, section 4, with its padding; skips line breaks and blanks between the digits, as in MIME.
/// Writes to `bytes`; false when the text is not base64.
bool decodeBase64(std::string_view text, std::string& bytes);

} // namespace inverso
