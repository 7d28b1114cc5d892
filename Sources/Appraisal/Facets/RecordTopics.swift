import Literature

/// Decides which values from the headings and types of a record count.
///
/// Indexers also assign headings for what a document only mentions, such as adverse effects. A
/// heading counts if it is a main topic, or if the text names it as well; others are possible.
/// Records without asterisks have no main topics; a short list of keywords is the authors', who
/// name only main topics.
struct RecordTopics {
  private static let longestList = 12

  /// The designs of documents that report no study of their own, so that a design in their text is
  /// usually that of another study.
  private static let secondary = Set(
    Vocabulary.standard.descendants(of: "review", in: .method) + ["commentary", "report"])

  private let found: Facets
  private let hasMainTopics: Bool
  private let isShort: Bool
  private let hasText: Bool
  /// The publication type “Review”, if the record has it.
  let reviewType: Evidence?

  /// Reads the record of a document.
  init(_ document: Document, _ record: RecordFacets) {
    found = record.facets(of: document)
    hasMainTopics = document.keywords.contains(where: Self.isMainTopic)
    isShort = document.keywords.count <= Self.longestList
    hasText = !document.text.isEmpty
    reviewType = RecordFacets.reviewType(of: document)
  }

  /// The values of a facet, those that do not count as possible.
  ///
  /// - Parameters:
  ///   - stated: the values that the record or a catalogue states as such.
  ///   - judged: what was found in the text.
  func values(
    of facet: FacetName, beside stated: [FacetValue<String>], _ judged: JudgedCodes
  ) -> [FacetValue<String>] {
    let codes = Set(stated.filter { $0.origin == .record }.map(\.value))
    var values = found[codes: facet].filter { !codes.contains($0.value) }
    if values.isEmpty { return [] }
    let inText = Set((judged.assigned + judged.possible).map(\.code))
    for at in values.indices {
      values[at].isPossible = !codes.isEmpty || !counts(values[at], inText)
    }
    // MEDLINE's “Controlled Clinical Trial” means that a random allocation is not stated.
    let isRandomised = { (code: String) in code == "randomised-trial" }
    if facet == .method,
      values.map(\.value).contains(where: isRandomised)
        || judged.assigned.map(\.code).contains(where: isRandomised)
    {
      for at in values.indices where values[at].value == "non-randomised-trial" {
        values[at].isPossible = true
      }
    }
    // A heading is better than nothing: no heading of a method is a main topic, and a title alone
    // may not name the topics.
    let mayGuess = facet == .method ? reviewType == nil : !hasText
    if stated.isEmpty, judged.assigned.isEmpty, mayGuess, values.allSatisfy(\.isPossible) {
      for at in values.indices { values[at].isPossible = false }
    }
    if facet == .method, !judged.assigned.contains(where: \.inTitle) {
      for at in values.indices
      where Self.secondary.contains(values[at].value) && values[at].isFromType {
        values[at].isOpen = false
      }
    }
    return values
  }

  private func counts(_ value: FacetValue<String>, _ inText: Set<String>) -> Bool {
    if value.isFromType || inText.contains(value.value) { return true }
    return hasMainTopics ? value.evidence.contains { Self.isMainTopic($0.text) } : isShort
  }

  /// Whether a keyword has the asterisk of a main topic.
  private static func isMainTopic(_ keyword: String) -> Bool { keyword.utf8.contains(asterisk) }
  private static let asterisk = UInt8(ascii: "*")
}

extension FacetValue {
  /// Whether a publication type states it.
  fileprivate var isFromType: Bool { evidence.contains { $0.rule == Evidence.typeRule } }
}
