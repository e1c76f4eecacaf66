// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/runtime.h"

#include <ATen/Parallel.h>
#include <torch/version.h>

#include <dlfcn.h>

#include <algorithm>
#include <filesystem>
#include <thread>

namespace inverso {

namespace {

// The BLAS is chosen by the dynamic linker, not by our build, so the running process is asked.
template <typename Function> Function* symbol(const char* name)
{
    return reinterpret_cast<Function*>(dlsym(RTLD_DEFAULT, name));
}

std::string openBlasName()
{
    auto* config = symbol<char*()>("openblas_get_config");
    if (!config)
        return "OpenBLAS";
    std::string name = config(); // "OpenBLAS 0.3.21 NO_LAPACKE DYNAMIC_ARCH NO_AFFINITY Haswell MAX_THREADS=128"
    const std::size_t secondSpace = name.find(' ', name.find(' ') + 1);
    name = name.substr(0, secondSpace);
    if (auto* core = symbol<char*()>("openblas_get_corename"))
        name += std::string(" (") + core() + ")";
    return name;
}

std::string mklName()
{
    auto* version = symbol<void(char*, int)>("MKL_Get_Version_String");
    if (!version)
        return {};
    char text[200] = {};
    version(text, sizeof text - 1);
    const std::string name(text);
    const std::size_t end = name.find_last_not_of(' ');
    return end == std::string::npos ? "MKL" : name.substr(0, end + 1);
}

// The file whose sgemm LibTorch calls; empty when no BLAS is linked dynamically. A tuned library that is
// merely loaded as well (by LAPACK, say) does not count.
std::string blasPath()
{
    Dl_info info = {};
    void* sgemm = dlsym(RTLD_DEFAULT, "sgemm_");
    if (!sgemm || dladdr(sgemm, &info) == 0 || !info.dli_fname)
        return {};
    std::error_code error;
    const std::filesystem::path real = std::filesystem::canonical(info.dli_fname, error);
    return error ? std::string(info.dli_fname) : real.string();
}

bool contains(const std::string& text, const char* part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

RuntimeInfo runtimeInfo()
{
    RuntimeInfo info;
    info.libtorch = TORCH_VERSION;
    info.threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    const std::string path = blasPath();
    if (contains(path, "openblas")) {
        info.blas = openBlasName();
    } else if (path.empty() || contains(path, "mkl") || contains(path, "libtorch")) {
        info.blas = mklName();
        if (info.blas.empty())
            info.blas = "built into LibTorch";
    } else {
        info.referenceBlas = !contains(path, "atlas") && !contains(path, "blis");
        info.blas = (info.referenceBlas ? "reference BLAS (" : "BLAS (") + path + ")";
    }
    return info;
}

void setThreads(int threads)
{
    at::set_num_threads(threads);
    if (auto* set = symbol<void(int)>("openblas_set_num_threads"))
        set(threads);
    if (auto* set = symbol<void(int)>("MKL_Set_Num_Threads"))
        set(threads);
}

} // namespace inverso
