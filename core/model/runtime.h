// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace inverso {

/// What the numerical work runs on, for `inverso-cli info` and the About box.
struct RuntimeInfo
{
    std::string libtorch;       ///< its version
    std::string blas;           ///< name and version, or path, of the BLAS in use
    bool referenceBlas = false; ///< the reference BLAS: correct, but tens of times slower than OpenBLAS
    int threads = 1;            ///< cores that this process may use
};

RuntimeInfo runtimeInfo();

/// Lets LibTorch and the BLAS compute with `threads` threads each. Programs call it once with 1, before
/// anything else: parallelism is in our own workers then, which is faster and independent of the core
/// count in its results.
void setThreads(int threads);

} // namespace inverso
