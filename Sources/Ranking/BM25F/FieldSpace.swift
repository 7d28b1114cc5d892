/// The ranges of word positions that the fields of a passage occupy.
///
/// Positions increase by one per word within a field. The ranges do not overlap, so no phrase
/// matches across two fields, and a position identifies its field. The title and the authors are
/// repeated in every passage of a document, a heading in every passage of its section; keywords,
/// journal, its abbreviation, publisher and year are only in the first passage of a document.
package enum FieldSpace {
  /// The number of positions of a field; further words are indexed without a position.
  package static let size: UInt16 = 4096

  /// The first position of the body.
  package static let body: UInt16 = 0
  /// The first position of the title.
  package static let title: UInt16 = 4096
  /// The first position of the heading.
  package static let heading: UInt16 = 8192
  /// The first position of the authors.
  package static let authors: UInt16 = 12288
  /// The first position of the keywords.
  package static let keywords: UInt16 = 16384
  /// The first position of the journal.
  package static let journal: UInt16 = 20480
  /// The first position of the abbreviation of the journal: the second half of the journal's field,
  /// so that a search of the field finds it, but no phrase matches across both names.
  ///
  /// Its words do not count in scores, because most of them repeat those of the name.
  package static let abbreviation: UInt16 = 22528
  /// The first position of the publisher.
  package static let publisher: UInt16 = 24576
  /// The first position of the year.
  package static let year: UInt16 = 28672
  /// The body of back matter: references, funding, disclosures.
  package static let backMatter: UInt16 = 32768

  /// The gap between two keywords, in positions; larger than the default distance of NEAR.
  package static let gap = 16
  /// The gap between two authors; small, because a consortium has hundreds.
  package static let authorGap = 1

  /// The number of positions from the first one of a field on, or of one of the two names of a
  /// journal.
  package static func size(of field: UInt16) -> UInt16 {
    field == journal || field == abbreviation ? size / 2 : size
  }

  /// Whether a position is in the text of a document: in a body, also in that of back matter.
  package static func isText(_ position: UInt16) -> Bool {
    position < title || position >= backMatter
  }

  /// The number of positions from the first one of its field to a position.
  package static func offset(_ position: UInt16) -> Int { Int(position % size) }
}
