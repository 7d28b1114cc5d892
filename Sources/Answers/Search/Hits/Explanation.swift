import JSON
import Literature

/// The components of a hit's score, and the evidence for its document's facets.
public struct Explanation: Codable, Sendable, Equatable {
  /// One part of the score.
  public struct Part: Codable, Sendable, Equatable {
    /// The part of the query, in its canonical form: `role`, `(phrase role clarity)`.
    public var term: String
    /// The score it adds.
    public var score: Double
    /// Inverse document frequency: ln(1 + (N − n + 0.5) / (n + 0.5)).
    @ExplicitNull public var idf: Double?
    /// Weight of the term within the passage or document, from 0 to 1: tf′ / (k1 + tf′).
    @ExplicitNull public var impact: Double?
    /// Number of passages (or documents, with that unit) that contain the term.
    @ExplicitNull public var found: Int?
    /// Number of passages (or documents) in the index.
    @ExplicitNull public var of: Int?
    /// A human-readable remark ("grouped with hepatitis c").
    public var note: String

    /// Creates a part.
    public init(
      term: String, score: Double, idf: Double? = nil, impact: Double? = nil, found: Int? = nil,
      of: Int? = nil, note: String = ""
    ) {
      self.term = term
      self.score = score
      self.idf = idf
      self.impact = impact
      self.found = found
      self.of = of
      self.note = note
    }
  }

  /// The formula of the score, as text.
  public var formula: String
  /// The parts in descending order.
  public var parts: [Part]
  /// Every facet value of the document, with its evidence.
  public var facets: FacetEvidence

  /// Creates an explanation.
  public init(formula: String, parts: [Part], facets: Facets = Facets()) {
    self.formula = formula
    self.parts = parts
    self.facets = FacetEvidence(facets)
  }
}
