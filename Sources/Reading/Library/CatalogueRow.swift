import Literature

/// A row of a catalogue: the values for one document, by the names of their columns.
struct CatalogueRow: Sendable {
  /// Values that are not empty; codes and numbers as the index stores them.
  var fields: [String: String]
  /// The line on which the row begins, from 1.
  let line: Int

  /// Name of the file in the folder of the catalogue.
  var file: String { fields["file"] ?? "" }
  /// The record in the file; `nil` if the file is one document.
  var id: String? { fields["id"] }

  /// Checks the values of a row, and drops those that have a mistake.
  ///
  /// - Parameter complain: is called with each mistake.
  init(_ values: [String: String], line: Int, _ complain: (String) -> Void) {
    fields = values
    self.line = line
    for name in ["year"] + FacetDefinition.counts.map(\.name.rawValue) {
      guard let value = values[name], value != "none" else { continue }
      fields[name] = WrittenValue.number(value, of: name, complain).map(String.init)
    }
    for facet in FacetDefinition.codes.map(\.name) {
      guard let value = values[facet.rawValue] else { continue }
      let codes = value.parts(separatedBy: ";").compactMap {
        $0 == "none" ? $0 : WrittenValue.code($0, of: facet, complain)
      }
      fields[facet.rawValue] = codes.isEmpty ? nil : codes.joined(separator: ";")
    }
  }

  /// Replaces values of a document from its source with those of the row.
  func override(_ document: inout Document) {
    func list(_ name: String) -> [String] { (fields[name] ?? "").parts(separatedBy: ";") }
    let origin = Origin.curated
    document.set(\.title, .title, fields["title"] ?? "", origin: origin)
    document.setAuthors(list("authors"), origin: origin)
    document.set(\.year, .year, fields["year"].flatMap { Int($0) }, origin: origin)
    document.set(\.venue, .venue, fields["venue"], origin: origin)
    document.set(\.type, .type, fields["type"], origin: origin)
    document.set(\.language, .language, fields["language"], origin: origin)
    document.set(\.url, .url, fields["url"], origin: origin)
    document.set(\.keywords, .keywords, list("keywords"), origin: origin)
    let stated = Identifier.Scheme.ofFields.compactMap { scheme in
      fields[scheme.rawValue].flatMap { Identifier(scheme, parsing: $0) }
    }
    if !stated.isEmpty { document.replaceIdentifiers(by: stated, origin: origin) }
    for name in FacetName.allCases {
      document.facets.add(name, list(name.rawValue), origin: origin)
    }
  }
}
