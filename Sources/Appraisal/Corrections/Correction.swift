import Foundation
import Literature

/// A person's correction of the facets of a document.
///
/// The document is identified by its original identifiers, ID, title, first author and year, so
/// that the correction still applies after the file has been moved or indexed again.
public struct Correction: Sendable, Hashable {
  /// The public ID of the document.
  public var id: String
  /// Its title.
  public var title: String
  /// Its first author, as the record states the name; empty if unknown.
  public var author: String
  /// Its year of publication; `nil` if unknown.
  public var year: Int?
  /// Its DOI, PMID, PMCID and registry numbers.
  public var identifiers: [Identifier]
  /// The changes, by facet.
  public var changes: [FacetName: FacetChange]
  /// The person who made the correction; empty if unknown.
  public var person: String
  /// The date, such as `2026-11-28`; empty if unknown.
  public var date: String
  /// The reason; empty if none was given.
  public var note: String

  /// The registers whose identifiers identify a single work.
  static let registers: Set<Identifier.Scheme> = [.doi, .pmid, .pmcid, .registry]

  /// The rule named in the evidence of corrected values.
  public static let rule = "correction"
  /// The rule named in the evidence of values that a correction removed.
  public static let removal = "removal"

  /// The date of a correction that is made now.
  public static var today: String { Date.now.formatted(.iso8601.year().month().day()) }

  /// Corrects a document.
  ///
  /// White space in the name and the reason is reduced to single spaces, because both are shown on
  /// one line.
  public init(
    of document: Document, changes: [FacetName: FacetChange] = [:], person: String = "",
    date: String = "", note: String = ""
  ) {
    self.init(
      id: document.id, title: document.title, author: document.authors.first ?? "",
      year: document.year,
      identifiers: document.identifiers.filter { Self.registers.contains($0.scheme) },
      changes: changes, person: person.oneLine, date: date, note: note.oneLine)
  }

  /// Creates a correction from its parts.
  package init(
    id: String, title: String, author: String, year: Int?, identifiers: [Identifier],
    changes: [FacetName: FacetChange], person: String, date: String, note: String
  ) {
    self.id = id
    self.title = title
    self.author = author
    self.year = year
    self.identifiers = identifiers
    self.changes = changes
    self.person = person
    self.date = date
    self.note = note
  }

  /// The fields of a record that people may want to correct, which are not facets.
  private static let metadata = Set(
    MetadataField.allCases.map(\.rawValue) + ["author", "journal", "doi", "pmid", "pmcid"])

  /// Reads changes as typed: `method=qualitative`, `setting=-community`.
  ///
  /// Several changes of one facet are combined, as if separated by semicolons.
  ///
  /// - Throws: ``CorrectionError`` for an unknown facet or value.
  public static func changes(
    _ texts: [String], vocabulary: Vocabulary = .standard
  ) throws(CorrectionError) -> [FacetName: FacetChange] {
    var values: [FacetName: String] = [:]
    for text in texts {
      guard let equals = text.firstIndex(of: "=") else { throw .notAChange(text) }
      let name = String(text[..<equals])
      guard let facet = facet(named: name) else {
        throw metadata.contains(normal(name)) ? .metadata(name) : .unknownFacet(name)
      }
      let value = String(text[text.index(after: equals)...])
      values[facet] = values[facet].map { "\($0); \(value)" } ?? value
    }
    var changes: [FacetName: FacetChange] = [:]
    for (facet, value) in values {
      changes[facet] = try FacetChange(value, of: facet, vocabulary: vocabulary)
    }
    return changes
  }

  /// The facet with a name, in any of the usual forms: `sample_size`, `sample-size`, `n`, and
  /// `participants` as in headings.
  private static func facet(named name: String) -> FacetName? {
    let plain = normal(name)
    return FacetName.allCases.first { facet in
      facet.rawValue == plain || facet.definition.field == plain
        || normal(facet.definition.label) == plain
    }
  }

  /// A name in lower case with underscores.
  private static func normal(_ name: String) -> String {
    String(name.lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 })
  }

  /// The person, the date and the reason of the correction, on one line.
  var reason: String {
    let head = [person, date].joinedNonEmpty(separator: ", ")
    return [head, note].joinedNonEmpty(separator: ": ")
  }
}
