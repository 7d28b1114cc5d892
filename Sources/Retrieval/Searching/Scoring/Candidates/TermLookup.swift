/// A direct-address table from term numbers to small numbers, kept between queries.
///
/// Looking up a word of a document takes one memory access, whereas a dictionary would take most of
/// a query's time.
///
/// On the hot path for the same reasons as ``TermVectors``; callers must look up only terms below
/// the reserved limit.
final class TermLookup {
  /// By term: a slot from 1 to ``limit``, or 0 for none.
  private(set) var table: UnsafeMutablePointer<UInt16>
  private var capacity = 1 << 12

  /// The highest slot.
  static let limit = Int(UInt16.max)

  init() {
    table = .allocate(capacity: capacity)
    table.initialize(repeating: 0, count: capacity)
  }

  deinit {
    table.deallocate()
  }

  /// Makes room for terms below `limit`.
  func reserve(_ limit: Int) {
    guard limit > capacity else { return }
    let larger = max(limit, capacity * 2)
    let moved = UnsafeMutablePointer<UInt16>.allocate(capacity: larger)
    moved.update(from: table, count: capacity)
    (moved + capacity).initialize(repeating: 0, count: larger - capacity)
    table.deallocate()
    table = moved
    capacity = larger
  }

  /// Clears the slots of terms; all must be cleared after use.
  func clear(_ terms: some Sequence<UInt32>) {
    for term in terms { table[Int(term)] = 0 }
  }
}
