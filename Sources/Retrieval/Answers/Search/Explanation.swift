import Literature

/// Why a hit has its score, and what the facets of its document rest on.
public struct Explanation: Codable, Sendable, Equatable {
  /// One part of the score.
  public struct Part: Codable, Sendable, Equatable {
    /// What it is for, as in the canonical form of the query: `role`, `(phrase role clarity)`.
    public var term: String
    /// The score it adds.
    public var score: Double
    /// Weight of the term over the whole index: ln(1 + (N − n + 0.5) / (n + 0.5)).
    @ExplicitNull public var idf: Double?
    /// How much the unit is about the term, from 0 to 1: tf′ / (k1 + tf′).
    @ExplicitNull public var impact: Double?
    /// How many passages (or documents, in that unit) hold the term.
    @ExplicitNull public var found: Int?
    /// How many there are.
    @ExplicitNull public var of: Int?
    /// What else is to be said, for people ("one group with hepatitis c").
    public var note: String

    /// Makes a part.
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

  /// The formula, and where it comes from.
  public var formula: String
  /// The parts, the largest first.
  public var parts: [Part]
  /// Every facet value of the document, with the words that it rests on.
  public var facets: FacetEvidence

  /// Makes an explanation.
  public init(formula: String, parts: [Part], facets: Facets = Facets()) {
    self.formula = formula
    self.parts = parts
    self.facets = FacetEvidence(facets)
  }
}
