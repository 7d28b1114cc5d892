import Literature

/// Reads condition, setting, study design and sample size out of a document, with the words that
/// prove each.
///
///     let appraiser = Appraiser()
///     let facets = appraiser.appraise(document)
///
/// Rules are tables, compiled once for the process. An appraiser keeps a cache of words and is for
/// one task at a time: it is not `Sendable`. Time is linear in the length of the text whatever it
/// holds.
public final class Appraiser {
  private let tables = PhraseTables.standard
  private var cache: WordCache
  private let design = StudyDesign()
  private let setting = Setting()
  private let condition = Condition()
  private let sampleSize = SampleSize()
  private let includedStudies = IncludedStudies()
  private let record = RecordFacets()

  /// Makes an appraiser.
  public init() {
    cache = WordCache(
      lexicon: PhraseTables.standard.lexicon, book: PhraseTables.standard.book)
  }

  /// The facets of a document: those that it states, those that the fields of its record state
  /// (``RecordFacets``), and those extracted from its title and text.
  ///
  /// A facet that a curated source states to be none stays empty. Values of every origin are kept,
  /// the most trusted first; ``Facets/effective(_:)`` picks those that count.
  public func appraise(_ document: Document) -> Facets {
    let work = read(document)
    var facets = stated(document)
    let places = EvidencePlaces()
    let designs = design.appraise(work)
    let coded: [(FacetName, WritableKeyPath<Facets, [FacetValue<String>]>)] = [
      (.method, \.method), (.setting, \.setting), (.condition, \.condition),
    ]
    for (facet, path) in coded where !facets.statedNone.contains(facet) {
      let found: [CodeScores.Candidate] =
        switch facet {
        case .method: designs
        case .setting: setting.appraise(work)
        default: condition.appraise(work)
        }
      for candidate in found {
        let evidence = candidate.mentions.prefix(3).map { places.place($0, in: work) }
        facets[keyPath: path].append(
          FacetValue(
            candidate.code, origin: .extracted, evidence: evidence,
            confidence: Double(candidate.confidence)))
      }
    }
    if !facets.statedNone.contains(.sampleSize),
      let found = sampleSize.appraise(counts(work, designs), in: work)
    {
      facets.sampleSize.append(
        FacetValue(
          found.count.value, origin: .extracted,
          evidence: [places.place(found.count, in: work)], confidence: found.confidence))
    }
    if !facets.statedNone.contains(.includedStudies), StudyDesign.isReview(designs),
      let found = includedStudies.appraise(work)
    {
      facets.includedStudies.append(
        FacetValue(
          found.value, origin: .extracted, evidence: [places.place(found, in: work)]))
    }
    places.resolve(&facets, title: document.title, text: document.text)
    return facets
  }

  /// What the document states already, and what the fields of its record state.
  private func stated(_ document: Document) -> Facets {
    var facets = document.facets
    let found = record.facets(of: document)
    func add(_ path: WritableKeyPath<Facets, [FacetValue<String>]>, _ name: FacetName) {
      guard !facets.statedNone.contains(name) else { return }
      let known = Set(facets[keyPath: path].filter { $0.origin == .record }.map(\.value))
      facets[keyPath: path] += found[keyPath: path].filter { !known.contains($0.value) }
    }
    add(\.method, .method)
    add(\.setting, .setting)
    add(\.condition, .condition)
    return facets
  }

  private func counts(_ work: ScannedDocument, _ designs: [CodeScores.Candidate])
    -> [CountCandidate]
  {
    CountFinder.candidates(
      in: work, isReview: StudyDesign.isReview(designs),
      isFuture: designs.contains { $0.code == "protocol" })
  }

  /// The numbers of a document that may count its participants, each with its features, and the
  /// features of the document, for training and tests.
  package func counts(of document: Document) -> (
    document: [String: Float], counts: [(value: Int, features: [String: Float], text: String)]
  ) {
    let work = read(document)
    let found = counts(work, design.appraise(work)).map { candidate in
      var features: [String: Float] = [:]
      for (name, value) in zip(CountFeature.allCases, candidate.features) where value != 0 {
        features[name.name] = value
      }
      let words = work.reading(candidate.inTitle).words
      let field = candidate.inTitle ? document.title : document.text
      let bytes = Array(field.utf8)
      let range =
        Int(words[candidate.words.lowerBound].start)..<Int(words[candidate.words.upperBound].end)
      return (candidate.value, features, String(decoding: bytes[range], as: UTF8.self))
    }
    return (features(of: work), found)
  }

  /// The features of a document that are not 0, by name.
  private func features(of work: ScannedDocument) -> [String: Float] {
    var features: [String: Float] = [:]
    for (feature, value) in zip(DocumentFeature.allCases, DocumentFeature.features(of: work))
    where value != 0 {
      features[feature.name] = value
    }
    return features
  }

  /// What the appraiser knows of the codes of a facet in a document, for training and tests.
  package struct CodeCandidates {
    /// The mentions in order: code, sentence (-1 for the title), zone, and features by name.
    package var mentions: [(code: String, sentence: Int, zone: String, features: [String: Float])] =
      []
    /// The features of the document by name, and its number of sentences.
    package var document: [String: Float] = [:]
    package var sentenceCount = 0
    /// The confidence in each code.
    package var confidence: [String: Float] = [:]
  }

  /// The codes of a facet that have a mention in a document, with every feature of each.
  package func codes(of document: Document, facet: FacetName) -> CodeCandidates {
    let work = read(document)
    let candidates =
      switch facet {
      case .method: design.candidates(work)
      case .setting: setting.candidates(work)
      default: condition.candidates(work)
      }
    var found = CodeCandidates()
    found.sentenceCount = work.text.sentences.count
    let names = MentionFeatures.names(phrases: work.tables.phrases)
    let mentions = candidates.flatMap(\.mentions).sorted {
      ($0.inTitle ? 0 : 1, $0.words.lowerBound, $0.phrase)
        < ($1.inTitle ? 0 : 1, $1.words.lowerBound, $1.phrase)
    }
    for mention in mentions {
      guard let code = work.code(of: mention) else { continue }
      var features = ["code.\(code)": Float(1)]
      MentionFeatures.visit(mention, in: work) { features[names[$0]] = $1 }
      found.mentions.append(
        (
          code, mention.inTitle ? -1 : mention.sentence, work.sentence(of: mention).zone.name,
          features
        ))
    }
    found.document = features(of: work)
    for candidate in candidates { found.confidence[candidate.code] = candidate.confidence }
    return found
  }

  private func read(_ document: Document) -> ScannedDocument {
    cache.trim()
    let title = scan(document.title, as: .title, sections: [])
    let text = scan(document.text, as: .text, sections: document.sections)
    return ScannedDocument(title: title, text: text, tables: tables, entries: cache.entries)
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
    tables.book.matches(in: draft.words, cache: cache, into: &draft.matches)
    draft.divide(cache: cache, headings: tables.headings, sections: sections)
    return ScannedText(draft)
  }
}
