import Literature

/// The records that a run adds to the index, each either the first of a document or a duplicate.
///
/// Which one it is may change until the works are rebuilt: a record that matches another when it is
/// read may end up in a separate work, because their identifiers conflict, and a fuller record may
/// be read later. So records count as added when they are read, and as duplicates when their work
/// is written.
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

  /// Settles the records of a work: all new ones are duplicates, except that the kept one is the
  /// document if none was in the index before.
  ///
  /// - Parameter work: the sources of the records, that of the kept record first.
  /// - Returns: the offsets of the records that became duplicates, in the order of reading.
  func settle(_ work: [Source]) -> [Int] {
    let known = work.map { numbers[Self.hash($0)] }
    let isInIndex = known.contains(nil)
    let new = known.indices.filter { known[$0] != nil }.sorted { known[$0] ?? 0 < known[$1] ?? 0 }
    var found: [Int] = []
    for index in new {
      guard let number = known[index] else { continue }
      if index == 0, !isInIndex {
        duplicateNumbers.remove(number)
      } else if duplicateNumbers.insert(number).inserted {
        found.append(index)
      }
    }
    return found
  }

  private static func hash(_ source: Source) -> Int64 {
    var hasher = ContentHasher()
    hasher.feed([source.path.untilNull, (source.key ?? "").untilNull])
    return hasher.finish().digest
  }
}
