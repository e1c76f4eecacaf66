// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace inverso {

/// Base64 of RFC 4648, section 4, with its padding; line breaks and blanks between the digits are passed over, as
/// MIME has them. Puts the bytes into `bytes`; false when the text is none.
bool decodeBase64(std::string_view text, std::string& bytes);

} // namespace inverso
