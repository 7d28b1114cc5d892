/// The constants of the ranking function, BM25F folded into one number per posting.
///
/// Robertson, Zaragoza and Taylor, *Simple BM25 extension to multiple weighted fields* (CIKM
/// 2004): the counts of a term in the fields are added with weights, then saturated once.
///
///     tf'    = Σ weight(field) · tf(field)
///     norm   = k1 · (1 - b + b · length / average length)
///     impact = tf' / (tf' + norm)                         in 0 … 1, kept as 1 … 255
///     score  = Σ over the terms of idf · impact
///     idf    = ln(1 + (N - n + 0.5) / (n + 0.5))          always positive
package struct RankingParameters: Sendable, Equatable {
  package var k1: Float = 2.0
  package var b: Float = 0.75
  package var weights = FieldCounts(body: 1, title: 2, heading: 1, authors: 1)

  /// The defaults, for passages and for documents.
  package static let standard = RankingParameters()

  /// The weighted length of a text with so many words in each field.
  ///
  /// Authors do not lengthen it.
  package func length(_ words: FieldCounts) -> Float {
    weights.body * words.body + weights.title * words.title + weights.heading * words.heading
  }

  /// What saturation is measured against for a text of a weighted length.
  package func norm(length: Float, average: Float) -> Float {
    k1 * (1 - b + b * length / max(average, 1))
  }

  /// The quantised impact, 1 to 255, of a term with these counts.
  package func impact(_ counts: FieldCounts, norm: Float) -> UInt8 {
    let weighted = weighted(counts)
    return UInt8(max(1, (255 * weighted / (weighted + norm)).rounded()))
  }

  /// The impact, 0 to 1, of a term with these counts, not quantised.
  package func share(_ counts: FieldCounts, norm: Float) -> Double {
    let weighted = weighted(counts)
    return weighted > 0 ? Double(weighted / (weighted + norm)) : 0
  }

  private func weighted(_ counts: FieldCounts) -> Float {
    weights.body * counts.body + weights.title * counts.title
      + weights.heading * counts.heading + weights.authors * counts.authors
  }
}

/// A number for each field that is ranked: counts of a term, lengths, or weights.
package struct FieldCounts: Sendable, Equatable {
  package var body: Float = 0
  package var title: Float = 0
  package var heading: Float = 0
  package var authors: Float = 0

  package init(body: Float = 0, title: Float = 0, heading: Float = 0, authors: Float = 0) {
    self.body = body
    self.title = title
    self.heading = heading
    self.authors = authors
  }
}

/// Where the fields of a passage stand in its space of positions.
///
/// Positions rise by one per word inside a field. The spaces lie apart, so that no phrase runs
/// from one field into the next, and the field of a position can be told from its number.
package enum FieldSpace {
  /// How many positions a field has; words beyond are indexed at no position of their own.
  package static let size: UInt16 = 4096

  package static let body: UInt16 = 0
  package static let title: UInt16 = 4096
  package static let heading: UInt16 = 8192
  package static let authors: UInt16 = 12288
}
