/// The keys of the records of one file, which must differ for each record to be itself.
///
/// A key that was there before is followed by "~2", "~3" and so on, so that no record takes the
/// place of another: whether they are the same work is for others to judge.
struct RecordKeys {
  private var counts: [Int: UInt32] = [:]

  /// Gives a record a key of its own.
  mutating func distinguish(_ outcome: ReadOutcome) -> ReadOutcome {
    guard case .document(var document, let repaired) = outcome, let key = document.source.key
    else { return outcome }
    // The hash of a key stands for it: a million keys take some 40 MB, their strings three times
    // as much. Two keys with one hash cost one of them a needless suffix.
    let count = (counts[key.hashValue] ?? 0) + 1
    counts[key.hashValue] = count
    guard count > 1 else { return outcome }
    document.source.key = "\(key)~\(count)"
    if document.id == key { document.id = "\(key)~\(count)" }
    return .document(document, repaired: repaired)
  }
}
