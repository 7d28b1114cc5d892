import CMalloc
import Glibc

/// Keeps the C library from holding on to memory that was freed.
enum MallocTuning {
  /// Arrays of at least this size in bytes get pages to themselves, which are released when freed.
  ///
  /// Left to itself the C library raises the limit to 32 MB, and growing arrays leave holes.
  private static let largeArray: Int32 = 1 << 18

  /// Has large arrays released to the system at once, from now on and in the whole process.
  ///
  /// Where the address space is limited (`ulimit -v`), threads share a heap: a separate one takes
  /// 64 MB of addresses, and asking for one in vain at every allocation would take minutes.
  static func separateLargeArrays() {
    _ = mallopt(M_MMAP_THRESHOLD, largeArray)
    var limit = rlimit()
    if getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0,
      limit.rlim_cur != rlim_t.max
    {
      _ = mallopt(M_ARENA_MAX, 1)
    }
  }

  /// Releases what is free to the system, so that one batch's leftovers do not add to the next.
  ///
  /// Each thread has its own heap, with holes; without this the holes come to a third of all
  /// the memory that indexing takes. It costs some milliseconds a commit.
  static func releaseFreed() {
    _ = malloc_trim(0)
  }
}
