import JSON

/// A result: a document with its best passages, or a passage, and its score.
public struct Hit: Codable, Sendable, Equatable {
  /// Rank among all results, from 1.
  public var rank: Int
  /// Score; higher is better; comparable only within one response.
  public var score: Double
  /// The document of the passage.
  public var document: HitDocument
  /// The passage that was found, or the document's best.
  public var passage: HitPassage
  /// The document's next best matching passages, best first; empty unless requested.
  public var morePassages: [HitPassage]
  /// Number of further matching passages in the document.
  public var moreInDocument: Int
  /// Fields of the record that matched; omitted unless nothing matched in the title, the heading and
  /// the passage.
  public var matchedFields: [FieldMatch]?
  /// The explanation of the score; omitted unless requested.
  public var explanation: Explanation?
  /// The citation of the document; omitted unless requested.
  public var citation: String?

  /// Creates a hit.
  public init(
    rank: Int, score: Double, document: HitDocument, passage: HitPassage,
    morePassages: [HitPassage] = [], moreInDocument: Int = 0, explanation: Explanation? = nil,
    citation: String? = nil
  ) {
    self.rank = rank
    self.score = score
    self.document = document
    self.passage = passage
    self.morePassages = morePassages
    self.moreInDocument = moreInDocument
    self.explanation = explanation
    self.citation = citation
  }

  enum CodingKeys: String, CodingKey {
    case rank, score, document, passage
    case morePassages = "more_passages"
    case moreInDocument = "more_in_document"
    case matchedFields = "matched_fields"
    case explanation, citation
  }
}

/// A passage in a hit.
public struct HitPassage: Codable, Sendable, Equatable {
  /// Heading of its section; empty if there is none.
  public var section: String
  /// The passage, verbatim.
  public var text: String
  /// Start in the document's text, in Unicode scalars.
  public var start: Int
  /// End, exclusive.
  public var end: Int
  /// Page on which its section starts, from 1.
  @ExplicitNull public var page: Int?
  /// Highlights in order of field and offset, not overlapping within a field.
  public var highlights: [Highlight]

  /// Creates a passage.
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

/// A range of characters that matched.
public struct Highlight: Codable, Sendable, Equatable {
  /// The field with the characters.
  public enum Field: String, Codable, Sendable, CaseIterable {
    case title, section, text
  }

  /// The passage's text, its section's heading or its document's title.
  public var field: Field
  /// Start in the field, in Unicode scalars.
  public var start: Int
  /// End, exclusive.
  public var end: Int

  /// Creates a highlight.
  public init(_ field: Field, start: Int, end: Int) {
    self.field = field
    self.start = start
    self.end = end
  }
}
