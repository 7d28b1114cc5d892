import Literature

/// Facets that the fields of a source record state: MEDLINE publication types, MeSH headings,
/// registry conditions and author keywords.
///
///     RecordFacets().facets(of: document).method   // ["randomised-trial"] with origin .record
///
/// Publication types and headings are matched with those of ``Vocabulary``, without qualifiers
/// ("Hepatitis C/therapy") and the asterisk of a major topic. A condition also matches by its
/// label, a synonym or an abbreviation. Types and headings that are too unspecific are skipped:
/// MEDLINE assigns "Follow-Up Studies" to trials, and "Review" to all kinds of reviews
/// (``reviewType(of:)``). ``RecordTopics`` decides which of the values count.
public struct RecordFacets: Sendable {
  private struct Name: Hashable {
    var text: String
    var facet: FacetName
  }

  /// Types of articles in JATS and sections of journals that MEDLINE does not have, by
  /// ``PublicationType/key(_:)``.
  private static let articleTypes = [
    "study protocol": "protocol", "trial protocol": "protocol", "case report": "case-study",
    "article commentary": "commentary",
  ]

  private let codes: [Name: [String]]
  private let designs: [String: [String]]

  /// Prepares the names of a vocabulary.
  public init(vocabulary: Vocabulary = .standard) {
    var codes: [Name: [String]] = [:]
    var designs = Self.articleTypes.mapValues { [$0] }
    for entry in vocabulary.entries where entry.isGiven {
      var names = entry.headings
      if entry.facet == .condition {
        names += [entry.label] + entry.synonyms + entry.abbreviations
      }
      if entry.facet == .method {
        for name in names { designs[PublicationType.key(name), default: []].append(entry.code) }
      }
      for name in names {
        let key = Name(text: Self.key(name), facet: entry.facet)
        if !codes[key, default: []].contains(entry.code) {
          codes[key, default: []].append(entry.code)
        }
      }
    }
    self.codes = codes
    self.designs = designs
  }

  /// The facets that a document's type and keywords state, with origin ``Origin/record``.
  ///
  /// The type may name several types of publication, separated by semicolons. The rule of the
  /// evidence is `publication-type` or `subject-heading`; its text is that of the record.
  public func facets(of document: Document) -> Facets {
    var facets = Facets()
    for type in (document.type ?? "").split(separator: ";") {
      let evidence = Evidence.record(String(type.drop { $0 == " " }), Evidence.typeRule)
      for code in designs[PublicationType.key(String(type))] ?? [] {
        Self.add(code, evidence, to: &facets[codes: .method])
      }
    }
    for keyword in document.keywords { add(keyword, to: &facets) }
    return facets
  }

  /// The publication type “Review” in the record of a document; `nil` if it does not have it.
  static func reviewType(of document: Document) -> Evidence? {
    let types = (document.type ?? "").split(separator: ";")
    let type = types.first { PublicationType.key(String($0)) == "review" }
    return type.map { Evidence.record(String($0.drop { $0 == " " }), Evidence.typeRule) }
  }

  private func add(_ keyword: String, to facets: inout Facets) {
    let key = Self.key(keyword)
    guard !key.isEmpty else { return }
    let evidence = Evidence.record(String(keyword.drop { $0 == " " }), Evidence.headingRule)
    for name in FacetDefinition.codes.map(\.name) {
      for code in codes[Name(text: key, facet: name)] ?? [] {
        Self.add(code, evidence, to: &facets[codes: name])
      }
    }
  }

  private static func add(
    _ code: String, _ evidence: Evidence, to values: inout [FacetValue<String>]
  ) {
    if let index = values.firstIndex(where: { $0.value == code }) {
      values[index].evidence.append(evidence)
    } else {
      values.append(FacetValue(code, origin: .record, evidence: [evidence], isOpen: true))
    }
  }

  /// A heading, folded, without its qualifiers and asterisk.
  private static func key(_ text: String) -> String {
    SubjectHeading.name(of: text).lowercased()
      .split(whereSeparator: { $0 == " " || $0 == "*" || $0 == "\n" }).joined(separator: " ")
  }
}
