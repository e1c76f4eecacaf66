// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace inverso {

/// The libraries and cores of the numerical work, for `inverso-cli info` and the About box.
struct RuntimeInfo
{
    std::string libtorch;       ///< its version
    std::string blas;           ///< name and version, or path, of the BLAS in use
    bool referenceBlas = false; ///< the reference BLAS: correct, but tens of times slower than OpenBLAS
    int threads = 1;            ///< cores that this process may use
};

RuntimeInfo runtimeInfo();

/// Sets the threads of LibTorch and of the BLAS. Programs call it once with 1, first of all: then only our own workers
/// run in parallel, which is faster and gives results that do not depend on the number of cores.
void setThreads(int threads);

} // namespace inverso
