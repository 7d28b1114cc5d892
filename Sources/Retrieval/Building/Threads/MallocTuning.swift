import CMalloc
import Glibc

/// Makes the C library return freed memory to the system.
enum MallocTuning {
  /// Arrays of at least this size in bytes get separate pages, which are released when freed.
  ///
  /// By default, the C library raises the limit to 32 MB, and growing arrays leave holes.
  private static let largeArray: Int32 = 1 << 18

  /// Makes the whole process release large arrays to the system as soon as they are freed.
  ///
  /// If the address space is limited (`ulimit -v`), threads share a heap: a separate heap takes 64
  /// MB of addresses, and failing to get one at every allocation would take minutes.
  static func separateLargeArrays() {
    _ = mallopt(M_MMAP_THRESHOLD, largeArray)
    var limit = rlimit()
    if getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0,
      limit.rlim_cur != rlim_t.max
    {
      _ = mallopt(M_ARENA_MAX, 1)
    }
  }

  /// Releases free memory to the system, so that it does not accumulate from batch to batch.
  ///
  /// Each thread has its own heap, with holes. Without this, the holes would be a third of the
  /// memory that indexing takes. It costs a few milliseconds per commit.
  static func releaseFreed() {
    _ = malloc_trim(0)
  }
}
