/// Reference types and their names in the formats of reference managers.
package enum ReferenceTypes {
  /// A format with its own names for types.
  package enum Format: String, CaseIterable {
    case ris, bibtex, csl, zotero
  }

  private static let rows = Table(named: "reference-types.tsv").rows

  /// The type that formats write for an unknown type.
  private static let unknown = "Generic"

  /// Types by format and code.
  private static let names: [Format: [String: String]] = Dictionary(
    uniqueKeysWithValues: Format.allCases.map { format in
      let pairs = rows.map { (key($0[format.rawValue], in: format), $0["type"]) }
        .filter { !$0.0.isEmpty }
      return (format, Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
    })

  /// Rows by type in lower case; the last one of each type wins.
  private static let codes: [String: Table.Row] = Dictionary(
    rows.map { ($0["type"].lowercased(), $0) }, uniquingKeysWith: { _, last in last })

  /// The type for a code of a format; an unknown code is returned unchanged, and a code for a
  /// generic reference gives `nil`.
  package static func name(_ code: String, in format: Format) -> String? {
    let name = names[format]?[key(code, in: format)] ?? code
    return name == unknown ? nil : name
  }

  /// The form in which a code is compared.
  ///
  /// Zotero RDF writes item types in several letter cases.
  private static func key(_ code: String, in format: Format) -> String {
    format == .zotero ? code.lowercased() : code
  }

  /// The code of a type in a format, or `nil` if the table has none.
  package static func code(_ name: String, in format: Format) -> String? {
    codes[name.lowercased()].map { $0[format.rawValue] }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The types of a record that a format describes by a general type and, in addition, in words.
  ///
  /// The words alone suffice if they imply the general type ("PhD thesis"), or if that is an
  /// article, because there are many kinds of articles; otherwise the general type comes first
  /// ("Thesis", "PhD").
  package static func combined(_ words: String?, with general: String?) -> [String] {
    guard let words else { return general.map { [$0] } ?? [] }
    guard let general, let wanted = code(general, in: .csl), wanted != "article-journal",
      wanted != "document"
    else { return [words] }
    let types = words.split(separator: ";").map { $0.trimmed }
    let implied = deciding(types).flatMap { code($0, in: .csl) }
    return implied == wanted ? [words] : [general, words]
  }

  /// The type that decides how a work is cited: a part of a book takes precedence, because
  /// databases also call it an article; otherwise the first type in the table.
  package static func deciding(_ types: [String]) -> String? {
    let known = types.filter { codes[$0.lowercased()] != nil }
    return known.first { code($0, in: .csl) == "chapter" } ?? known.first
      ?? types.first { type in
        ["dissertation", "thesis"].contains { type.lowercased().contains($0) }
      }.map { _ in "Thesis" }
  }
}
