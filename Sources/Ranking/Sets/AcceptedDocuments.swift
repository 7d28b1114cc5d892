/// The passages or documents that may be found, after filters, conditions and deletions.
package enum AcceptedDocuments {
  /// All of them.
  case all
  /// All except these ids of the ranked unit; checked one by one.
  case except(Bitmap)
  /// These ids of the ranked unit, if they are few; all others are skipped without a look.
  case few(SortedIDs)
  /// These ids of the ranked unit, if they are many.
  case ids(Bitmap)
  /// The passages of these documents, if they are many; checked one by one.
  case documents(Bitmap, PassageMap)

  @inline(__always)
  func contains(_ id: UInt32) -> Bool {
    switch self {
    case .all: true
    case .except(let set): !set.contains(id)
    case .few(let few): few.contains(id)
    case .ids(let set): set.contains(id)
    case .documents(let set, let map): set.contains(map.document(of: id))
    }
  }
}
