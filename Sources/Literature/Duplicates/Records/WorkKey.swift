/// A work key, in record linkage a blocking key: only records that share a key are compared, and
/// records that share none are never the same work.
///
/// ``LinkageRecord/match(_:)`` decides whether records that share a key are the same work.
public enum WorkKey: Sendable, Hashable {
  /// An identifier in a public register, or an accession number.
  case identifier(Identifier)
  /// The hash of the text of a file that is one document.
  case text(UInt64)
  /// All terms of a title that is long enough to identify a work.
  case title(String)
  /// All terms of a shorter title, and the surname of the first author.
  case shortTitle(String, author: String)
  /// The beginning of a title, and the surname of the first author.
  case titleStart(String, author: String)
  /// The end of a title, and the surname of the first author.
  case titleEnd(String, author: String)
  /// Volume, first page, and surname of the first author.
  case place(volume: String, page: String, author: String)
  /// All compared fields of a reference whose title is too short for the other keys.
  case copy(title: String, author: String, year: Int?, place: [String])
}

extension WorkKey: CustomStringConvertible {
  /// The key as one line of text.
  public var description: String {
    switch self {
    case .identifier(let identifier): identifier.line
    case .text(let hash): "text:\(hash)"
    case .title(let title): "title:\(title)"
    case .shortTitle(let title, let author): "short:\(author):\(title)"
    case .titleStart(let title, let author): "start:\(author):\(title)"
    case .titleEnd(let title, let author): "end:\(author):\(title)"
    case .place(let volume, let page, let author): "place:\(author):\(volume):\(page)"
    case .copy(let title, let author, let year, let place):
      "copy:\(author):\(year.map(String.init) ?? ""):\(place.joined(separator: ":")):\(title)"
    }
  }
}

extension WorkKey {
  /// The key as stored: 64 bits of its hash.
  public var digest: Int64 {
    var hasher = ContentHasher()
    hasher.feed(description)
    return hasher.finish().digest
  }
}
