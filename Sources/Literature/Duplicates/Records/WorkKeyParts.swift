/// The parts of a record that make its work keys, in the form of those in ``LinkageRecord``.
struct WorkKeyParts {
  /// The identifiers in public registers, and accession numbers.
  let identifiers: Set<Identifier>
  let text: TextIdentity?
  let title: String
  let surname: String
  let volume: String?
  let page: String?
  let isReference: Bool
  let year: Int?

  /// The work keys of the record.
  ///
  /// - Parameter journal: the words of the journal, which few records need.
  func keys(journal: @autoclosure () -> [String]) -> [WorkKey] {
    var keys = identifiers.sorted().map { WorkKey.identifier($0) }
    if let text { keys.append(.text(text.hash)) }
    if title.count >= LinkageRecord.longTitle {
      keys.append(.title(title))
    } else if title.count >= LinkageRecord.shortestTitle, !surname.isEmpty {
      keys.append(.shortTitle(title, author: surname))
    } else if isReference, !title.isEmpty {
      let place = [volume ?? "", page ?? ""] + journal()
      keys.append(.copy(title: title, author: surname, year: year, place: place))
    }
    guard !surname.isEmpty else { return keys }
    if title.count >= Self.start {
      keys.append(.titleStart(String(title.prefix(Self.start)), author: surname))
    }
    // A typing error at the beginning does not affect the end.
    if title.count >= LinkageRecord.longTitle {
      keys.append(.titleEnd(String(title.suffix(Self.end)), author: surname))
    }
    if let volume, let page {
      keys.append(.place(volume: volume, page: page, author: surname))
    }
    return keys
  }

  /// The length, in letters, of the beginning of a title that serves as a key.
  private static let start = 20
  /// The length, in letters, of the end of a title that serves as a key.
  private static let end = 12
}
