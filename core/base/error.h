// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>

namespace inverso {

/// The one exception of the core. Its text is a full sentence for a person:
/// what went wrong, where (file, line, option), and what to do about it.
class Error : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// Wrong use of an option or a setting: names it and says what is allowed.
class UsageError : public Error
{
public:
    using Error::Error;
};

/// Thrown out of a long computation when its std::stop_token was triggered.
/// Whatever the object had finished before stays valid.
class Cancelled : public Error
{
public:
    Cancelled()
        : Error("Cancelled.")
    {
    }
};

} // namespace inverso
