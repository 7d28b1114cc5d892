/// A table from terms, by number, to small numbers, kept between queries: looking a word of a
/// document up in it costs one access, where a dictionary would cost the query its time.
///
/// A hot file for the same reasons as ``ForwardWords``; who looks terms up sees to it that they are
/// below the limit that was reserved.
final class TermSlots {
  /// By term: a slot from 1, or 0 for none.
  private(set) var table: UnsafeMutablePointer<UInt16>
  private var capacity = 1 << 12
  private var touched: [UInt32] = []

  /// Slots go up to this.
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

  /// The slot of a term that may be beyond what was reserved.
  func slot(_ term: UInt32) -> Int { Int(term) < capacity ? Int(table[Int(term)]) : 0 }

  /// Gives a term a slot from 1 to ``limit``.
  func set(_ term: UInt32, _ slot: Int) {
    reserve(Int(term) + 1)
    table[Int(term)] = UInt16(slot)
    touched.append(term)
  }

  /// Forgets all terms.
  func clear() {
    for term in touched { table[Int(term)] = 0 }
    touched.removeAll(keepingCapacity: true)
  }
}
