/// The ranking function: BM25F, folded into one 8-bit impact per posting when a text is indexed.
///
/// Robertson, Zaragoza and Taylor, *Simple BM25 extension to multiple weighted fields* (CIKM
/// 2004): the counts of a term in the fields are added with weights, then saturated once.
///
///     tf'    = Σ weight(field) · tf(field)
///     norm   = k1 · (1 - b + b · length / average length)
///     impact = tf' / (tf' + norm)                         in 0 … 1, stored as 1 … 255
///     score  = Σ idf · impact over the terms
///     idf    = ln(1 + (N - n + 0.5) / (n + 0.5))          always positive
///
/// `Sources/CFullText/rank.c` repeats the formula for FTS5; `FullTextTests` checks that the scores
/// are equal.
///
/// Public, because the compiler inlines no `package` function into other modules.
public struct BM25F: Sendable, Equatable {
  /// Term-frequency saturation: with a higher value, repeated occurrences of a term count more.
  public var k1: Float = 2.0
  /// Length normalisation, from 0 (none) to 1 (full).
  public var b: Float = 0.75
  /// The weight of an occurrence in each field.
  public var weights = FieldCounts(
    body: 1, title: 2, heading: 1, authors: 1, keywords: 0.5, journal: 0.1, publisher: 0.1,
    year: 0.5, backMatter: 0.1)

  /// The defaults.
  @inlinable
  public init() {}

  /// The defaults, for passages and for documents.
  ///
  /// Computed, so that other modules see constants instead of a global.
  @inlinable
  public static var standard: BM25F { BM25F() }

  /// The weighted length of a text, from the number of words in each field.
  ///
  /// Only body, title and headings contribute to it.
  @inlinable
  public func length(_ words: FieldCounts) -> Float {
    weights.body * words.body + weights.title * words.title + weights.heading * words.heading
  }

  /// The saturation constant of a text with this weighted length.
  @inlinable
  public func norm(length: Float, average: Float) -> Float {
    k1 * (1 - b + b * length / max(average, 1))
  }

  /// The saturation constant of a text with these numbers of words.
  @inlinable
  public func norm(_ words: FieldCounts, average: Float) -> Float {
    norm(length: length(words), average: average)
  }

  /// The formula, as shown in explanations.
  public static let formula =
    "score = sum of idf x impact; idf = ln(1 + (N - n + 0.5) / (n + 0.5)), "
    + "impact = tf / (tf + k1 (1 - b + b length / mean length)) in steps of 1/255"

  /// The saturated value of a term count, 0 to 1: each further occurrence adds less.
  @inlinable
  public static func saturation(_ count: Double, _ norm: Double) -> Double {
    count / (count + norm)
  }

  /// The saturated value of a weighted count, 0 to 1.
  @inlinable
  public static func saturation(_ count: Float, _ norm: Float) -> Float {
    count / (count + norm)
  }

  /// The saturated values of eight weighted counts, 0 to 1.
  @inlinable
  public static func saturation(_ counts: SIMD8<Float>, _ norm: Float) -> SIMD8<Float> {
    counts / (counts + norm)
  }

  /// The quantised impact, 1 to 255, of a term with these counts.
  @inlinable
  public func impact(_ counts: FieldCounts, norm: Float) -> UInt8 {
    let weighted = weighted(counts)
    return UInt8(max(1, (255 * weighted / (weighted + norm)).rounded()))
  }

  /// The impact, 0 to 1, of a term with these counts, not quantised.
  @inlinable
  public func share(_ counts: FieldCounts, norm: Float) -> Double {
    let weighted = weighted(counts)
    return weighted > 0 ? Double(Self.saturation(weighted, norm)) : 0
  }

  /// The weighted count of a term, from its counts in the fields.
  @inlinable
  public func weighted(_ counts: FieldCounts) -> Float {
    weights.body * counts.body + weights.title * counts.title
      + weights.heading * counts.heading + weights.authors * counts.authors
      + weights.backMatter * counts.backMatter
      + weights.keywords * counts.keywords + weights.journal * counts.journal
      + weights.publisher * counts.publisher + weights.year * counts.year
  }
}
