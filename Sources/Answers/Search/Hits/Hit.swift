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
  /// Fields of the record that matched; omitted unless nothing matched in the title, the heading
  /// and the passage.
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
