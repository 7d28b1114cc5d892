import Literature

/// What a person says of the facets of a document, in place of what was found.
///
/// The document is named by its identifiers, its id and its title as they were, so that the
/// correction still applies after the file has moved or was indexed again.
public struct Correction: Sendable, Equatable {
  /// The public id of the document.
  public var id: String
  /// Its title.
  public var title: String
  /// Its DOI, PMID, PMCID and registry numbers.
  public var identifiers: [Identifier]
  /// The changes, by facet.
  public var changes: [FacetName: FacetChange]
  /// Who made the correction; empty if unknown.
  public var person: String
  /// When, as `2026-11-28`; empty if unknown.
  public var date: String
  /// Why; empty for no reason.
  public var note: String

  /// The registers whose identifiers name one work.
  static let registers: Set<Identifier.Scheme> = [.doi, .pmid, .pmcid, .registry]

  /// The rule of the evidence of corrected values.
  public static let rule = "correction"

  /// Corrects a document.
  public init(
    of document: Document, changes: [FacetName: FacetChange] = [:], person: String = "",
    date: String = "", note: String = ""
  ) {
    self.init(
      id: document.id, title: document.title,
      identifiers: document.identifiers.filter { Self.registers.contains($0.scheme) },
      changes: changes, person: person, date: date, note: note)
  }

  /// Makes a correction of its parts.
  package init(
    id: String, title: String, identifiers: [Identifier], changes: [FacetName: FacetChange],
    person: String, date: String, note: String
  ) {
    self.id = id
    self.title = title
    self.identifiers = identifiers
    self.changes = changes
    self.person = person
    self.date = date
    self.note = note
  }

  /// Reads changes as typed: `method=qualitative`, `setting=-community`.
  ///
  /// - Throws: ``CorrectionError`` for what names no facet or no value of it.
  public static func changes(
    _ texts: [String], vocabulary: Vocabulary = .standard
  ) throws(CorrectionError) -> [FacetName: FacetChange] {
    var changes: [FacetName: FacetChange] = [:]
    for text in texts {
      guard let equals = text.firstIndex(of: "=") else { throw .notAChange(text) }
      let name = String(text[..<equals])
      guard let facet = facet(named: name) else { throw .unknownFacet(name) }
      changes[facet] = try FacetChange(
        String(text[text.index(after: equals)...]), of: facet, vocabulary: vocabulary)
    }
    return changes
  }

  /// The facet of a name as people may write it: `sample_size`, `sample-size`, `n`.
  private static func facet(named name: String) -> FacetName? {
    let plain = name.lowercased().replacing("-", with: "_")
    return FacetName.allCases.first { $0.rawValue == plain || $0.definition.field == plain }
  }

  /// Who made the correction, when and why, as one line.
  var reason: String {
    let head = [person, date].filter { !$0.isEmpty }.joined(separator: ", ")
    return [head, note].filter { !$0.isEmpty }.joined(separator: ": ")
  }

  /// Whether it corrects a document: one that shares an identifier of a register; where the two
  /// have none in common, one of the same title and either the same id or at least four words in
  /// the title.
  public func concerns(_ document: Document) -> Bool {
    let theirs = document.identifiers.filter { Self.registers.contains($0.scheme) }
    if identifiers.contains(where: theirs.contains) { return true }
    let schemes = Set(theirs.map(\.scheme))
    if identifiers.contains(where: { schemes.contains($0.scheme) }) { return false }
    if title.isEmpty { return id == document.id }
    let words = Self.words(title)
    guard words == Self.words(document.title) else { return false }
    // A second document of an id was called FILE/ID.
    return words.count >= 4 || id == document.id || id.hasSuffix("/\(document.id)")
  }

  /// The words of a title, so that case and punctuation make no difference.
  static func words(_ title: String) -> [Substring] {
    title.lowercased().split { !$0.isLetter && !$0.isNumber }
  }
}
