import Literature

extension BibliographicRecord {
  /// Decodes the HTML entities that databases leave in texts: "health &amp; social care".
  ///
  /// For formats whose values are read whole; the others decode each value before they divide it.
  /// Sections of an abstract are ranges in it, so their texts are decoded when they are read.
  mutating func decodeEntities() {
    title = HTMLEntities.decode(title)
    if sections == nil { abstract = HTMLEntities.decode(abstract) }
    for index in others.indices { others[index].text = HTMLEntities.decode(others[index].text) }
    for path in Self.texts { self[keyPath: path] = self[keyPath: path].map(HTMLEntities.decode) }
    for path in Self.lists { self[keyPath: path] = self[keyPath: path].map(HTMLEntities.decode) }
  }

  private static var texts: [WritableKeyPath<BibliographicRecord, String?>] {
    [
      \.venue, \.url, \.imprint.publisher, \.imprint.place, \.imprint.series,
      \.imprint.conference, \.imprint.abbreviation, \.imprint.edition,
    ]
  }

  private static var lists: [WritableKeyPath<BibliographicRecord, [String]>] {
    [
      \.authors, \.keywords, \.notes, \.types, \.imprint.editors, \.imprint.seriesEditors,
    ]
  }
}
