import JSON

/// A passage, or in the unit document a document with its best passage, with its score.
public struct Hit: Codable, Sendable, Equatable {
  /// Place in the whole order, from 1.
  public var rank: Int
  /// Score; larger is better, comparable within one answer only.
  public var score: Double
  /// The document that the passage stands in.
  public var document: HitDocument
  /// The passage that is shown.
  public var passage: HitPassage
  /// How many further passages of the document match.
  public var moreInDocument: Int
  /// Why the score is what it is; only when asked for, otherwise left out.
  public var explanation: Explanation?
  /// How the document is cited; only when asked for, otherwise left out.
  public var citation: String?

  /// Makes a hit.
  public init(
    rank: Int, score: Double, document: HitDocument, passage: HitPassage, moreInDocument: Int = 0,
    explanation: Explanation? = nil, citation: String? = nil
  ) {
    self.rank = rank
    self.score = score
    self.document = document
    self.passage = passage
    self.moreInDocument = moreInDocument
    self.explanation = explanation
    self.citation = citation
  }

  enum CodingKeys: String, CodingKey {
    case rank, score, document, passage
    case moreInDocument = "more_in_document"
    case explanation, citation
  }
}

/// What is told of a hit's document.
public struct HitDocument: Codable, Sendable, Equatable {
  /// The public id.
  public var id: String
  /// The title; empty when there is none.
  public var title: String
  /// Authors as the source writes them.
  public var authors: [String] = []
  /// Year of publication.
  @ExplicitNull public var year: Int?
  /// Journal, conference or publisher.
  @ExplicitNull public var venue: String?
  /// Digital object identifier.
  @ExplicitNull public var doi: String?
  /// Web address.
  @ExplicitNull public var url: String?
  /// Codes of the study design.
  public var method: [String] = []
  /// Codes of the setting.
  public var setting: [String] = []
  /// Codes of the condition.
  public var condition: [String] = []
  /// Number of participants.
  @ExplicitNull public var sampleSize: Int?

  /// Describes a document.
  public init(id: String, title: String) {
    self.id = id
    self.title = title
  }

  enum CodingKeys: String, CodingKey {
    case id, title, authors, year, venue, doi, url, method, setting, condition
    case sampleSize = "sample_size"
  }
}

/// A passage as it is shown.
public struct HitPassage: Codable, Sendable, Equatable {
  /// Heading of its section; empty when it has none.
  public var section: String
  /// The passage, verbatim.
  public var text: String
  /// Its first Unicode scalar in the document's text.
  public var start: Int
  /// One past its last.
  public var end: Int
  /// Page on which its section begins, from 1.
  @ExplicitNull public var page: Int?
  /// What matched, in order of field and place, not overlapping within a field.
  public var highlights: [Highlight]

  /// Makes a passage.
  public init(
    section: String = "", text: String, start: Int, end: Int, page: Int? = nil,
    highlights: [Highlight] = []
  ) {
    self.section = section
    self.text = text
    self.start = start
    self.end = end
    self.page = page
    self.highlights = highlights
  }
}

/// Characters that matched.
public struct Highlight: Codable, Sendable, Equatable {
  /// Where the characters stand.
  public enum Field: String, Codable, Sendable, CaseIterable {
    case title, section, text
  }

  /// The passage's text, its section's heading or its document's title.
  public var field: Field
  /// First Unicode scalar in the field.
  public var start: Int
  /// One past the last.
  public var end: Int

  /// Marks characters.
  public init(_ field: Field, start: Int, end: Int) {
    self.field = field
    self.start = start
    self.end = end
  }
}
