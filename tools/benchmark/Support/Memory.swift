#if canImport(Glibc)
  import Glibc
#endif

/// The memory of this process.
enum Memory {
  /// Peak resident memory, in bytes.
  static var peak: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  }
}
