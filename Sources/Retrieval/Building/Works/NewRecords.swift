import Literature

/// The records that a run adds to the index, each either the first of a document or a duplicate.
///
/// Which one it is may change until the works are rebuilt: a record that matches another when it is
/// read may end up in a separate work, because their identifiers conflict. So records count as
/// added when they are read, and as duplicates when their work is written.
final class NewRecords {
  /// The number of records that are duplicates of other records.
  var duplicates: Int { duplicateNumbers.count }
  /// Hashes of sources, with their number in the order of reading.
  private var numbers: [Int64: Int] = [:]
  private var duplicateNumbers = Set<Int>()

  /// Adds a record that was not in the index before.
  func insert(_ source: Source) {
    numbers[Self.hash(source)] = numbers.count
  }

  /// Whether this run added a record.
  func contains(_ source: Source) -> Bool { numbers[Self.hash(source)] != nil }

  /// Settles the records of a work: all new ones are duplicates, except that the first one read is
  /// the document if none was in the index before.
  ///
  /// - Returns: the offsets of the records that became duplicates, in the order of reading, and the
  ///   offset of the record that is the document.
  func settle(_ work: [Source]) -> (duplicates: [Int], document: Int) {
    let known = work.map { numbers[Self.hash($0)] }
    let new = known.indices.filter { known[$0] != nil }.sorted { known[$0] ?? 0 < known[$1] ?? 0 }
    let document = known.firstIndex(of: nil) ?? new.first ?? 0
    var found: [Int] = []
    for index in new {
      guard let number = known[index] else { continue }
      if index == document {
        duplicateNumbers.remove(number)
      } else if duplicateNumbers.insert(number).inserted {
        found.append(index)
      }
    }
    return (found, document)
  }

  private static func hash(_ source: Source) -> Int64 {
    var hasher = ContentHasher()
    hasher.feed([source.path.untilNull, (source.key ?? "").untilNull])
    return hasher.finish().digest
  }
}
