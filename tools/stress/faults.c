// Makes the n-th write or sync of some files fail or kill the process; preloaded by tools/torture.
//
//   STRESS_FILES   only files whose paths begin with this are affected
//   STRESS_AT      the call that fails, counted from 1; 0 for none
//   STRESS_KIND    kill-before, kill-half (after half of a write), eio, enospc, short
//   STRESS_STICKY  1: all later calls also fail (eio, enospc), as on a full or broken disk
//   STRESS_COUNT   a file to which the number of calls is written at the end
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_long calls;
static long at;
static int sticky;
static const char *kind = "";
static const char *files;

__attribute__((constructor)) static void begin(void) {
  const char *text;
  files = getenv("STRESS_FILES");
  if ((text = getenv("STRESS_AT"))) at = atol(text);
  if ((text = getenv("STRESS_KIND"))) kind = text;
  if ((text = getenv("STRESS_STICKY"))) sticky = atoi(text);
}

__attribute__((destructor)) static void end(void) {
  const char *path = getenv("STRESS_COUNT");
  if (!path) return;
  char text[32];
  int size = snprintf(text, sizeof text, "%ld\n", atomic_load(&calls));
  int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
  if (file < 0) return;
  ssize_t (*real)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
  real(file, text, (size_t)size);
  close(file);
}

static int concerned(int file) {
  if (!files) return 0;
  char link[48], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t size = readlink(link, path, sizeof path - 1);
  if (size <= 0) return 0;
  path[size] = 0;
  return strncmp(path, files, strlen(files)) == 0;
}

// Whether this call fails: 0 no, 1 before it runs, 2 after half of it.
static int fails(int file, int isWrite) {
  if (!concerned(file)) return 0;
  long call = atomic_fetch_add(&calls, 1) + 1;
  if (!at || call < at || (call > at && !sticky)) return 0;
  if (strcmp(kind, "kill-before") == 0) kill(getpid(), SIGKILL);
  if (strcmp(kind, "kill-half") == 0) {
    if (!isWrite) kill(getpid(), SIGKILL);
    return 2;
  }
  if (strcmp(kind, "short") == 0) return isWrite ? 2 : 0;
  errno = strcmp(kind, "enospc") == 0 && isWrite ? ENOSPC : EIO;
  return 1;
}

static void halved(void) {
  if (strcmp(kind, "kill-half") == 0) kill(getpid(), SIGKILL);
}

#define WRITER(name, parameters, arguments, half)                     \
  ssize_t name parameters {                                           \
    static ssize_t (*real) parameters;                                \
    if (!real) real = dlsym(RTLD_NEXT, #name);                        \
    switch (fails(file, 1)) {                                         \
      case 1: return -1;                                              \
      case 2: {                                                       \
        ssize_t written = real half;                                  \
        halved();                                                     \
        return written;                                               \
      }                                                               \
    }                                                                 \
    return real arguments;                                            \
  }

WRITER(write, (int file, const void *bytes, size_t size), (file, bytes, size),
       (file, bytes, size / 2))
WRITER(pwrite, (int file, const void *bytes, size_t size, off_t at), (file, bytes, size, at),
       (file, bytes, size / 2, at))
WRITER(pwrite64, (int file, const void *bytes, size_t size, off64_t at), (file, bytes, size, at),
       (file, bytes, size / 2, at))

#define OTHER(name, parameters, arguments)                            \
  int name parameters {                                               \
    static int (*real) parameters;                                    \
    if (!real) real = dlsym(RTLD_NEXT, #name);                        \
    return fails(file, 0) ? -1 : real arguments;                      \
  }

OTHER(fsync, (int file), (file))
OTHER(fdatasync, (int file), (file))
OTHER(ftruncate, (int file, off_t size), (file, size))
OTHER(ftruncate64, (int file, off64_t size), (file, size))
