/// Notes on a query, each once, in the order in which they were added.
struct DistinctNotes {
  /// The notes, one sentence each.
  private(set) var list: [String] = []
  private var seen: Set<String> = []

  init(_ notes: [String] = []) {
    for note in notes { add(note) }
  }

  /// Adds a note that is not among them.
  mutating func add(_ note: String) {
    if seen.insert(note).inserted { list.append(note) }
  }
}
