/// Decides which record of a work is kept: the one with the lowest rank, regardless of reading
/// order.
///
/// A curated record comes first, because a person's word outranks completeness. An erratum comes
/// last, because its title is not that of the work. Otherwise the fuller record comes first; ties
/// are broken by path and key.
public struct RecordRank: Sendable, Hashable {
  private let isCurated: Bool
  private let isNotice: Bool
  private let fullness: Int
  private let path: String
  private let key: String

  /// Ranks a record.
  public init(_ record: Document) {
    isCurated = record.origins.values.contains(.curated)
    isNotice = ErratumNotice.matches(record)
    fullness = record.fullness
    path = record.source.path
    key = record.source.key ?? ""
  }
}

extension RecordRank: Comparable {
  /// Whether `left` is kept rather than `right`.
  public static func < (left: RecordRank, right: RecordRank) -> Bool {
    if left.isCurated != right.isCurated { return left.isCurated }
    if left.isNotice != right.isNotice { return right.isNotice }
    if left.fullness != right.fullness { return left.fullness > right.fullness }
    return (left.path, left.key) < (right.path, right.key)
  }
}

extension Document {
  /// How many bytes of text a field counts as much as: a paragraph.
  private static let fieldFullness = 200

  /// A measure of how complete a record is, to find the fuller of two.
  package var fullness: Int {
    let fields = [
      !title.isEmpty, !authors.isEmpty, year != nil, venue != nil, type != nil, language != nil,
      url != nil, !keywords.isEmpty, imprint.volume != nil, imprint.pages != nil,
    ].count { $0 }
    // An accession number says nothing about the work.
    let numbers = identifiers.count { $0.scheme != .accession }
    return sections.reduce(0) { $0 + $1.bytes.count } + Self.fieldFullness * (fields + numbers)
  }
}
