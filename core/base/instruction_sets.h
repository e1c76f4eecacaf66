// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Compiles a function for several instruction sets; at run time the fastest that the processor supports is used.
// Sanitizers cannot resolve function clones at start-up; other compilers may not have these levels.
#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__) && !defined(__SANITIZE_ADDRESS__)                  \
    && !defined(__SANITIZE_THREAD__)
#define INVERSO_CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define INVERSO_CLONES
#endif
