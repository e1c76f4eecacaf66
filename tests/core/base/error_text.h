// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <string>

namespace inverso {

/// The text of the ErrorType that `action` throws; empty when it throws none. Anything else passes through.
template <typename ErrorType = Error, typename Action> std::string errorText(Action action)
{
    try {
        action();
    } catch (const ErrorType& error) {
        return error.what();
    }
    return {};
}

inline bool contains(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

} // namespace inverso

/// Says both texts when one is not in the other.
#define COMPARE_CONTAINS(text, part)                                                                                   \
    QVERIFY2(inverso::contains(text, part),                                                                            \
             qPrintable(QStringLiteral("\"%1\" lacks \"%2\"")                                                          \
                            .arg(QString::fromStdString(text), QString::fromStdString(std::string(part)))))
