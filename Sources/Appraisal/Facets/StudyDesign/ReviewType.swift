import Literature

/// Reads the publication type “Review”, which does not say what kind of review a document is.
enum ReviewType {
  /// The codes of reviews.
  private static let codes = Set(Vocabulary.standard.descendants(of: "review", in: .method))

  /// The kind of a review whose text gives no hint, so that it states no method of selection.
  private static let plain = "narrative-review"

  /// The study design that the type adds; `nil` if the record does not have the type, or if the
  /// document is a review without it.
  ///
  /// The kind is the most probable one in the text. The value outweighs designs that were found in
  /// the text, unless the title states one: a protocol of a review is both.
  ///
  /// - Parameters:
  ///   - evidence: the type in the record (``RecordTopics/reviewType``).
  ///   - known: the designs that the record or a catalogue states.
  ///   - judged: the designs that were found in the text.
  static func value(
    _ evidence: Evidence?, beside known: [FacetValue<String>], _ judged: JudgedCodes
  ) -> FacetValue<String>? {
    let known = known.filter { !$0.isPossible }
    guard let evidence, !known.contains(where: { codes.contains($0.value) }) else { return nil }
    let assigned = judged.assigned.first { codes.contains($0.code) }
    if known.isEmpty, assigned != nil { return nil }
    let kind = assigned ?? judged.possible.first { codes.contains($0.code) }
    let isBoth = known.isEmpty && judged.assigned.contains(where: \.inTitle)
    return FacetValue(
      kind?.code ?? plain, origin: isBoth ? .extracted : .record, evidence: [evidence])
  }
}
