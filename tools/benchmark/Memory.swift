#if canImport(Glibc)
  import Glibc
#endif

/// The memory of this process.
enum Memory {
  /// The most that was ever resident, in bytes.
  static var peak: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  }
}
