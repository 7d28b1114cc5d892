/// The passages or documents that may be found, after filters, conditions and deletions.
package enum AcceptedDocuments {
  /// All of them.
  case all
  /// All except these ids of the ranked unit; checked one by one.
  case except(Bitmap)
  /// These ids of the ranked unit, if they are few; all others are skipped unchecked.
  case few(SortedIDs)
  /// These ids of the ranked unit, if they are many.
  case ids(Bitmap)
  /// The passages of these documents, if they are many; checked one by one.
  case documents(Bitmap, PassageMap)

  /// Whether an id of the ranked unit is accepted.
  @inline(__always)
  package func contains(_ id: UInt32) -> Bool {
    switch self {
    case .all: true
    case .except(let set): !set.contains(id)
    case .few(let few): few.contains(id)
    case .ids(let set): set.contains(id)
    case .documents(let set, let map): set.contains(map.document(of: id))
    }
  }

  /// The first accepted id at or after `id`; `nil` if there is none.
  func next(_ id: UInt32) -> UInt32? {
    switch self {
    case .all: return id
    case .except(let set):
      var id = id
      while set.contains(id) { id += 1 }
      return id
    case .few(let few):
      let index = few.index(of: id)
      return index < few.ids.count ? few.ids[index] : nil
    case .ids(let set): return set.next(id)
    case .documents(let set, let map):
      var document = map.document(of: id)
      if set.contains(document) { return id }
      while document != .max, let next = set.next(document + 1) {
        let passages = map.passages(of: next)
        if !passages.isEmpty { return passages.lowerBound }
        document = next
      }
      return nil
    }
  }
}
