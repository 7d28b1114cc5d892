import Foundation

/// Reports that memory ran out, where the Swift runtime would abort with a backtrace.
///
/// Swift has no errors for allocations that fail: they end the program by a signal. What was
/// committed to an index before is kept, as after any kill.
enum OutOfMemory {
  /// Catches the signals that a failed allocation ends in.
  static func report() {
    for number in [SIGABRT, SIGILL, SIGTRAP, SIGSEGV] {
      // Only calls that are safe in a signal handler are made here.
      signal(number) { number in
        // A lack of memory is told from other crashes by asking for 64 MB.
        let memory = mmap(nil, 64 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        if memory == MAP_FAILED, errno == ENOMEM {
          let text: StaticString =
            """
            peerlit: Memory ran out. Close other programs or raise the limit (ulimit -v). \
            An index keeps what was committed.

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
