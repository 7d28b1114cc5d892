/// The passages or documents that may be found: those that filters, conditions and deletions leave.
package enum AcceptedDocuments {
  /// All of them.
  case all
  /// These ids of the ranked unit: for few, so that the others are never looked at.
  case few(SortedIDs)
  /// These ids of the ranked unit: for many.
  case ids(Bitmap)
  /// The passages of these documents, checked one by one: for many.
  case documents(Bitmap, PassageMap)

  @inline(__always)
  func contains(_ id: UInt32) -> Bool {
    switch self {
    case .all: true
    case .few(let few): few.contains(id)
    case .ids(let set): set.contains(id)
    case .documents(let set, let map): set.contains(map.document(of: id))
    }
  }
}
