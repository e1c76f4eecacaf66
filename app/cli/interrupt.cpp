// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupt.h"

#include <semaphore.h>
#include <unistd.h>

#include <atomic>
#include <csignal>

namespace inverso::cli {

namespace {

// A signal handler may do very little, and must not run stop callbacks: it posts a semaphore, and a thread that waits
// for it requests the stop. (Blocking the signal and sigwait() would be simpler, but the BLAS starts its threads
// before main(), and they would receive the signal.)
sem_t wakeUp;
std::atomic<int> signals = 0;
static_assert(std::atomic<int>::is_always_lock_free);

extern "C" void onSignal(int /*signal*/)
{
    if (signals.fetch_add(1) > 0)
        _exit(130);
    sem_post(&wakeUp);
}

} // namespace

Interrupt::Interrupt()
{
    sem_init(&wakeUp, 0, 0);
    m_watcher = std::thread([this] {
        while (sem_wait(&wakeUp) != 0) { }
        if (signals > 0)
            m_source.request_stop();
    });
    struct sigaction action = {};
    action.sa_handler = onSignal;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

Interrupt::~Interrupt()
{
    sem_post(&wakeUp);
    m_watcher.join();
}

} // namespace inverso::cli
