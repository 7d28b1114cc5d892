/// The identity of the text of a file that is one document: two files with the same value contain
/// the same text.
///
/// A record in a file of records has none, because different records can have the same abstract.
struct TextIdentity: Sendable, Hashable {
  /// The hash of the text.
  let hash: UInt64
  /// Length of the text in bytes.
  let length: Int

  /// The size of ``bytes``.
  static let size = 12
  /// The minimum length of a text that practically never belongs to two works, even without a
  /// title.
  private static let veryLong = 300
  /// The minimum length of a text that practically never belongs to two works with the same title.
  private static let long = 100
  /// The length below which a text identifies nothing.
  private static let shortest = 20

  /// The identity of a document's text; `nil` for a record and for a very short text.
  init?(_ document: Document) {
    let source = document.source
    guard source.line == nil, source.number == nil,
      document.text.utf8.count >= Self.shortest
    else { return nil }
    var hasher = ContentHasher()
    hasher.feed(document.text)
    hash = hasher.finish().low
    length = document.text.utf8.count
  }

  /// Restores a stored identity; `nil` if the bytes are not one.
  init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Self.size else { return nil }
    func number(_ bytes: some Sequence<UInt8>) -> UInt64 {
      bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }
    hash = number(bytes.prefix(8))
    length = Int(number(bytes.dropFirst(8)))
  }

  /// The identity as it is stored, the highest byte of each number first.
  var bytes: [UInt8] {
    func bytes(_ number: UInt64, _ count: Int) -> [UInt8] {
      (0..<count).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * UInt64($0))) }
    }
    return bytes(hash, 8) + bytes(UInt64(min(length, Int(UInt32.max))), Self.size - 8)
  }

  /// Whether the text is long enough to show that two files with it and the same title are copies
  /// of one work.
  var isLong: Bool { length >= Self.long }
  /// Whether the text is long enough to show this if one of them states no title.
  var isVeryLong: Bool { length >= Self.veryLong }
}
