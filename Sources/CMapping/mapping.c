#define _GNU_SOURCE
#include "cmapping.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

// The handler and the section run on the same thread, so these need no locks.
static _Thread_local volatile sig_atomic_t depth;
static _Thread_local volatile long missing;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static uintptr_t page_size;
static struct sigaction before;

// Maps a page of zeros where the file has none, so that the read can continue. mmap is a plain
// system call on Linux and safe in a signal handler.
static void handle(int signal, siginfo_t *info, void *context) {
  (void)context;
  if (depth > 0 && info->si_code == BUS_ADRERR) {
    int saved = errno;
    void *page = (void *)((uintptr_t)info->si_addr & ~(page_size - 1));
    void *zeros =
        mmap(page, page_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
    errno = saved;
    if (zeros != MAP_FAILED) {
      missing += 1;
      return;
    }
  }
  // Any other fault ends the program as before: the instruction runs again under the old handler.
  sigaction(signal, &before, NULL);
}

static void install(void) {
  page_size = (uintptr_t)sysconf(_SC_PAGESIZE);
  struct sigaction action = {0};
  action.sa_sigaction = handle;
  action.sa_flags = SA_SIGINFO;
  sigemptyset(&action.sa_mask);
  sigaction(SIGBUS, &action, &before);
}

void pl_mapping_guard_begin(void) {
  pthread_once(&once, install);
  if (depth == 0) missing = 0;
  depth += 1;
}

long pl_mapping_guard_end(void) {
  depth -= 1;
  return missing;
}
