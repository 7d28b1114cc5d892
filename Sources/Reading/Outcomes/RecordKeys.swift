import Literature

/// Makes the keys of the records of one file unique, and numbers records that share a line.
///
/// A repeated key gets the suffix "~2", "~3" and so on, so that no record replaces another. Whether
/// they are the same work is decided elsewhere.
struct RecordKeys {
  private var counts: [Int: UInt32] = [:]
  private var lastLine: Int?
  private var number = 0

  /// Makes a record's key different from earlier ones, and replaces its line by its number if the
  /// previous record has the same line, as in a file of one line.
  mutating func distinguish(_ outcome: ReadOutcome) -> ReadOutcome {
    // A mistake is reported before its record.
    if case .mistake = outcome { return outcome }
    number += 1
    guard case .document(var document, let repaired) = outcome else { return outcome }
    let line = document.source.line
    if let line, line == lastLine {
      document.source.line = nil
      document.source.number = number
    }
    lastLine = line
    guard let key = document.source.key else { return .document(document, repaired: repaired) }
    // Only the hash of a key is kept: a million hashes take some 40 MB, their strings three times
    // as much. If two keys have the same hash, one of them gets a needless suffix.
    guard var count = counts[key.hashValue] else {
      counts[key.hashValue] = 1
      return .document(document, repaired: repaired)
    }
    var other: String
    repeat {
      count += 1
      other = "\(key)~\(count)"
      // Another record may already have this key.
    } while counts[other.hashValue] != nil
    counts[key.hashValue] = count
    counts[other.hashValue] = 1
    document.source.key = other
    if document.id == key { document.id = other }
    return .document(document, repaired: repaired)
  }
}
