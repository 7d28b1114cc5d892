import Ranking

/// The records that one run has found in the sources: documents with a single record, by document
/// number, and records of works with several records, by record number.
final class SeenRecords {
  private var documents = Bitmap(limit: 0)
  private var records = Bitmap(limit: 0)

  func insert(_ record: StoredRecord) {
    switch record {
    case .alone(let document, _): Self.insert(document, into: &documents)
    case .shared(let record): Self.insert(record, into: &records)
    }
  }

  func contains(_ record: StoredRecord) -> Bool {
    switch record {
    case .alone(let document, _): documents.contains(UInt32(document))
    case .shared(let record): records.contains(UInt32(record))
    }
  }

  private static func insert(_ number: Int, into set: inout Bitmap) {
    set.grow(limit: number + 1)
    set.insert(UInt32(number))
  }
}
