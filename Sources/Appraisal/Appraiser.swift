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
          FacetValue(candidate.code, origin: .extracted, evidence: evidence))
      }
    }
    if !facets.statedNone.contains(.sampleSize),
      let found = sampleSize.appraise(counts(work, designs))
    {
      facets.sampleSize.append(
        FacetValue(
          found.value, origin: .extracted, evidence: [places.place(found, in: work)]))
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

  private func counts(_ work: Work, _ designs: [CodeScores.Candidate]) -> [CountCandidate] {
    CountFinder.candidates(
      in: work, isReview: StudyDesign.isReview(designs),
      isFuture: designs.contains { $0.code == "protocol" })
  }

  /// The numbers of a document that may count its participants, each with what is told of it, for
  /// training and tests.
  package func counts(of document: Document) -> [(
    value: Int, features: [String: Float], text: String
  )] {
    let work = read(document)
    return counts(work, design.appraise(work)).map { candidate in
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
  }

  /// The codes of setting or condition that something in a document speaks for, each with what is
  /// told of it, for training and tests.
  package func codes(
    of document: Document, facet: FacetName
  ) -> [(code: String, features: [String: Float])] {
    let work = read(document)
    let all = facet == .setting ? setting.candidates(work) : condition.candidates(work)
    return all.map { candidate in
      var features: [String: Float] = [:]
      let values = candidate.features(among: all, in: work)
      for (name, value) in zip(CodeFeature.allCases, values) where value != 0 {
        features[name.rawValue] = value
      }
      return (candidate.code, features)
    }
  }

  private func read(_ document: Document) -> Work {
    cache.trim()
    let title = scan(document.title, as: .title, sections: [])
    let text = scan(document.text, as: .text, sections: document.sections)
    return Work(title: title, text: text, tables: tables, entries: cache.entries)
  }

  private func scan(
    _ string: String, as field: Evidence.Field, sections: [Section]
  ) -> Reading {
    var string = string
    var draft = ReadingDraft(field: field)
    string.withUTF8 { bytes in
      draft.words.reserveCapacity(bytes.count / 6 + 8)
      Scanner.scan(bytes, cache: &cache, into: &draft.words)
    }
    tables.book.matches(in: draft.words, cache: cache, into: &draft.matches)
    draft.divide(cache: cache, headings: tables.headings, sections: sections)
    return Reading(draft)
  }
}
