import Foundation

/// Reports that memory ran out, instead of the Swift runtime's abort with a backtrace.
///
/// Swift has no errors for failed allocations: they end the program by a signal. Data already
/// committed to an index is kept, as after any crash.
enum OutOfMemory {
  /// Catches the signals that a failed allocation raises.
  static func report() {
    for number in [SIGABRT, SIGILL, SIGTRAP, SIGSEGV] {
      // Only async-signal-safe functions are called here.
      signal(number) { number in
        // Requesting 64 MB distinguishes a lack of memory from other crashes.
        let memory = mmap(nil, 64 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        if memory == MAP_FAILED, errno == ENOMEM {
          let text: StaticString =
            """
            peerlit: Out of memory. Close other programs or raise the limit (ulimit -v). \
            Everything committed to the index is kept.

            """
          write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
          _exit(2)
        }
        signal(number, SIG_DFL)
        raise(number)
      }
    }
  }
}
