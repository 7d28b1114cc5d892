import Ranking

/// A column of the FTS5 table: a field of a passage, as in ``FieldSpace``.
///
/// The order is that of the table. ``back_matter`` is the text of a passage of back matter, whose
/// `body` is empty.
package enum FullTextColumn: String, CaseIterable {
  case title, heading, body, authors, keywords
  case backMatter = "back_matter"
  case journal, publisher, year
  case abbreviation = "journal_abbreviation"

  /// The first position of its field in ``FieldSpace``.
  package var firstPosition: UInt16 {
    switch self {
    case .title: FieldSpace.title
    case .heading: FieldSpace.heading
    case .body: FieldSpace.body
    case .authors: FieldSpace.authors
    case .keywords: FieldSpace.keywords
    case .backMatter: FieldSpace.backMatter
    case .journal: FieldSpace.journal
    case .publisher: FieldSpace.publisher
    case .year: FieldSpace.year
    case .abbreviation: FieldSpace.abbreviation
    }
  }

  /// The weight of a word in the column.
  func weight(_ parameters: BM25F) -> Float {
    switch self {
    case .title: parameters.weights.title
    case .heading: parameters.weights.heading
    case .body: parameters.weights.body
    case .authors: parameters.weights.authors
    case .keywords: parameters.weights.keywords
    case .backMatter: parameters.weights.backMatter
    case .journal: parameters.weights.journal
    case .publisher: parameters.weights.publisher
    case .year: parameters.weights.year
    // Most of its words repeat those of the journal.
    case .abbreviation: 0
    }
  }

  /// How much a word in the column lengthens the passage, as in ``BM25F/length(_:)``.
  func length(_ parameters: BM25F) -> Float {
    switch self {
    case .title: parameters.weights.title
    case .heading: parameters.weights.heading
    case .body, .backMatter: parameters.weights.body
    case .authors, .keywords, .journal, .publisher, .year, .abbreviation: 0
    }
  }
}
