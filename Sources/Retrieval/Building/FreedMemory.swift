import CMalloc

/// Memory that the C library keeps for itself after it was freed.
enum FreedMemory {
  /// Gives what is free back to the system, so that one batch's leftovers do not add to the next.
  ///
  /// Threads have heaps of their own, each with holes; without this they come to a third of all
  /// that indexing takes. It costs some milliseconds a commit.
  static func giveBack() {
    _ = malloc_trim(0)
  }
}
