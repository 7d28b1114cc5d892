import Analysis

/// The data by which a decision on duplicates identifies a record, so that it is found again if its
/// file has moved, if another file also contains it, or if an irrelevant field has changed.
///
/// A record matches if it has one of the identifiers, and the other fields do not contradict this
/// (``LinkageRecord/match(_:)``). It also matches if it has the same title, authors, year, journal,
/// volume and pages, or the same content.
public struct RecordReference: Sendable, Hashable, Codable {
  /// The record's ID when the decision was made, for human readers.
  public var id: String
  /// Title.
  public var title: String
  /// Authors, each as the source writes it.
  public var authors: [String]
  /// Year of publication.
  public var year: Int?
  /// Journal, conference or publisher.
  public var venue: String?
  /// Volume.
  public var volume: String?
  /// Pages or article number.
  public var pages: String?
  /// Type of publication.
  public var type: String?
  /// Identifiers, as `scheme:value`.
  public var identifiers: [String]
  /// The fingerprint of the record (``RecordFingerprint``), in hexadecimal digits.
  public var content: String

  /// Creates a reference to a record.
  ///
  /// - Parameter content: the stored fingerprint of the record.
  public init(_ record: Document, content: [UInt8]) {
    id = record.id
    title = record.title
    authors = record.authors
    year = record.year
    venue = record.venue
    volume = record.imprint.volume
    pages = record.imprint.pages
    type = record.type
    identifiers = record.identifiers.map(\.line)
    self.content = content.map { $0.zeroPadded(to: 2, radix: 16) }.joined()
  }

  /// Reads a reference; members that are missing are empty.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    id = try values.decodeIfPresent(String.self, forKey: .id) ?? ""
    title = try values.decodeIfPresent(String.self, forKey: .title) ?? ""
    authors = try values.decodeIfPresent([String].self, forKey: .authors) ?? []
    year = try values.decodeIfPresent(Int.self, forKey: .year)
    venue = try values.decodeIfPresent(String.self, forKey: .venue)
    volume = try values.decodeIfPresent(String.self, forKey: .volume)
    pages = try values.decodeIfPresent(String.self, forKey: .pages)
    type = try values.decodeIfPresent(String.self, forKey: .type)
    identifiers = try values.decodeIfPresent([String].self, forKey: .identifiers) ?? []
    content = try values.decodeIfPresent(String.self, forKey: .content) ?? ""
  }

  /// The reference without its id, by which no record is found.
  public var unnamed: RecordReference {
    var unnamed = self
    unnamed.id = ""
    return unnamed
  }

  /// The stored fields in the form in which they are compared.
  func linkage(_ analyzer: Analyzer) -> LinkageRecord {
    // A record of a file with several has a key of its own, if its title is too short for another.
    var record = Document(id: id, source: Source(path: "", key: ""))
    record.title = title
    record.authors = authors
    record.year = year
    record.venue = venue
    record.type = type
    record.imprint.volume = volume
    record.imprint.pages = pages
    record.identifiers = identifiers.compactMap(Identifier.init(line:))
      .filter { !$0.value.isEmpty }
    return LinkageRecord(record, analyzer, content: fingerprint)
  }

  /// The digests of the keys for finding records to compare with.
  public func digests(_ analyzer: Analyzer) -> [Int64] { linkage(analyzer).digests }

  /// The hash of the whole record; empty if it is unknown.
  public var contentHash: [UInt8] { RecordFingerprint(bytes: fingerprint).hash }

  private var fingerprint: [UInt8] {
    let digits = Array(content.utf8)
    guard digits.count.isMultiple(of: 2) else { return [] }
    return stride(from: 0, to: digits.count, by: 2).compactMap { place in
      UInt8(String(decoding: digits[place...place + 1], as: UTF8.self), radix: 16)
    }
  }
}
