import CMalloc

/// Memory that the C library keeps for itself after it was freed.
enum FreedMemory {
  /// Arrays of this size in bytes and more get pages of their own, which go back when freed.
  ///
  /// Left to itself the C library raises the limit to 32 MB, and growing arrays leave holes.
  private static let ownPages: Int32 = 1 << 18

  /// Has large arrays returned to the system at once, from now on and in the whole process.
  static func keepLargeArraysApart() {
    _ = mallopt(M_MMAP_THRESHOLD, ownPages)
  }

  /// Gives what is free back to the system, so that one batch's leftovers do not add to the next.
  ///
  /// Threads have heaps of their own, each with holes; without this they come to a third of all
  /// that indexing takes. It costs some milliseconds a commit.
  static func giveBack() {
    _ = malloc_trim(0)
  }
}
