/// Visits the pairs of a query's parts that occur near each other in a document.
///
/// On the hot path: the parts at the eight positions after an occurrence are read as one number.
struct NearbyPairs {
  /// Maximum distance between the words of a pair.
  static let window = 8

  /// By position: the part + 1, or 0; longer than the document by at least a window.
  let partAt: UnsafeRawBufferPointer
  /// Occurrences at a position at which another part also occurs.
  let others: [OccurrenceFinder.Occurrence]
  let titleWords: Int

  /// Calls `visit` with the parts, the lower first, of each occurrence and a later one near it.
  @inline(__always)
  func forEach(_ occurrence: OccurrenceFinder.Occurrence, _ visit: (Int, Int) -> Void) {
    let position = Int(occurrence.position)
    let part = Int(occurrence.part)
    // The rest of the window, the nearest position in the lowest byte.
    var following = UInt64(
      littleEndian: partAt.loadUnaligned(fromByteOffset: position + 1, as: UInt64.self))
    if position < titleWords, titleWords - position <= Self.window {
      following &= (1 << UInt64(8 * (titleWords - position - 1))) - 1
    }
    while following != 0 {
      let lowest = UInt64(following.trailingZeroBitCount & ~7)
      let other = Int(following &>> lowest & 0xFF) - 1
      if other != part { visit(min(part, other), max(part, other)) }
      following &= ~(0xFF &<< lowest)
    }
    for each in others where each.position > occurrence.position {
      let (other, otherPart) = (Int(each.position), Int(each.part))
      let isOneField = (position < titleWords) == (other < titleWords)
      if other - position <= Self.window, isOneField, otherPart != part {
        visit(min(part, otherPart), max(part, otherPart))
      }
    }
  }
}
