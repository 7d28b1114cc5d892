import Literature

/// Finds the facets of a document, with the text that supports each value.
///
///     let appraiser = Appraiser()
///     let facets = appraiser.appraise(document)
///
/// Rules are tables, compiled once per process. An appraiser keeps a cache of words and is not
/// `Sendable`: use one per task. Time is linear in the length of any text.
public final class Appraiser {
  private let tables = PhraseTables.standard
  private var cache: WordCache
  let design = StudyDesignAppraiser.standard
  private let record = RecordFacets()
  /// Maximum number of mentions that support a value.
  private static let mostEvidence = 3
  /// Maximum number of mentions that support a possible value.
  private static let mostPossibleEvidence = 1

  /// The facets that have an appraiser.
  package static var facets: Set<FacetName> {
    let codes = FacetDefinition.codes.map(\.name).filter { FacetAppraisers.codes[$0] != nil }
    let counts = FacetDefinition.counts.map(\.name).filter { FacetAppraisers.counts[$0] != nil }
    return Set(codes + counts)
  }

  /// Creates an appraiser.
  public init() {
    cache = WordCache(
      lexicon: PhraseTables.standard.lexicon, book: PhraseTables.standard.book, bag: .standard)
  }

  /// The facets of a document: those stated for it, those in the fields of its record
  /// (``RecordFacets``), and those extracted from its title and text.
  ///
  /// A facet that a curated source marks as having no value stays empty. Values of every origin are
  /// kept, the most trusted first; ``Facets/effective(_:)`` selects the effective ones.
  public func appraise(_ document: Document) -> Facets {
    let scanned = read(document)
    var facets = document.facets
    let topics = RecordTopics(document, record)
    let places = EvidencePlaces()
    let designs = design.appraise(scanned)
    for facet in FacetDefinition.codes.map(\.name) where !facets.statedNone.contains(facet) {
      let found =
        facet == .method
        ? designs : FacetAppraisers.codes[facet]?.appraise(scanned) ?? JudgedCodes()
      let fromRecord = topics.values(of: facet, beside: facets[codes: facet], found)
      if !fromRecord.isEmpty { facets[codes: facet] += fromRecord }
      if facet == .method,
        let review = ReviewType.value(topics.reviewType, beside: facets[codes: .method], found)
      {
        facets[codes: .method].append(review)
      }
      var values = found.assigned.map {
        value($0, evidence: Self.mostEvidence, places, scanned)
      }
      // If a source states the facet, possible values are not needed.
      if facets[codes: facet].allSatisfy(\.isPossible) {
        values += found.possible.map {
          value($0, evidence: Self.mostPossibleEvidence, places, scanned, isPossible: true)
        }
      }
      if !values.isEmpty { facets[codes: facet] += values }
    }
    for facet in FacetDefinition.counts.map(\.name) where !facets.statedNone.contains(facet) {
      guard let found = FacetAppraisers.counts[facet]?.appraise(scanned, designs: designs.assigned),
        !found.isPossible || facets[counts: facet].isEmpty
      else { continue }
      facets[counts: facet].append(
        FacetValue(
          found.count.value, origin: .extracted,
          evidence: [places.place(found.count, in: scanned)], confidence: found.confidence,
          isPossible: found.isPossible))
    }
    places.resolve(&facets, title: document.title, text: document.text)
    return facets
  }

  private func value(
    _ candidate: CodeScores.Candidate, evidence count: Int, _ places: EvidencePlaces,
    _ scanned: ScannedDocument, isPossible: Bool = false
  ) -> FacetValue<String> {
    FacetValue(
      candidate.code, origin: .extracted,
      evidence: candidate.best(count).map { places.place($0, in: scanned) },
      confidence: candidate.confidence.map(Double.init), isPossible: isPossible)
  }

  /// Scans a document.
  func read(_ document: Document) -> ScannedDocument {
    cache.trim()
    let title = scan(document.title, as: .title, sections: [])
    let text = scan(document.text, as: .text, sections: document.sections)
    return ScannedDocument(title: title, text: text, tables: tables, cache: cache)
  }

  private func scan(
    _ string: String, as field: Evidence.Field, sections: [Section]
  ) -> ScannedText {
    var string = string
    var draft = ScannedTextDraft(field: field)
    string.withUTF8 { bytes in
      draft.words.reserveCapacity(bytes.count / 6 + 8)
      Scanner.scan(bytes, cache: &cache, into: &draft.words)
      draft.acronyms = AcronymDefinitions(draft.words, bytes: bytes)
    }
    tables.book.matches(
      in: draft.words, entries: cache.entries, symbols: cache.symbols, starts: cache.starts,
      into: &draft.matches)
    draft.divide(cache: cache, headings: tables.headings, sections: sections)
    return ScannedText(draft)
  }
}
