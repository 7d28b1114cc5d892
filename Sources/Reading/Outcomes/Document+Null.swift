import Literature

extension Document {
  /// Replaces each U+0000 by U+FFFD, because SQLite ends a text at the first one; two ids could
  /// become one, and titles could lose their end.
  ///
  /// - Returns: whether there was any.
  mutating func replaceNull() -> Bool {
    var isFound = false
    func replace(in text: inout String) {
      guard text.holds(0) else { return }
      text = text.withoutNull
      isFound = true
    }
    func replaceOptional(in text: inout String?) {
      guard let some = text, some.holds(0) else { return }
      text = some.withoutNull
      isFound = true
    }
    func replaceAll(in texts: inout [String]) {
      guard texts.contains(where: { $0.holds(0) }) else { return }
      texts = texts.map(\.withoutNull)
      isFound = true
    }
    replace(in: &id)
    replaceOptional(in: &source.key)
    replace(in: &title)
    replaceAll(in: &authors)
    replaceOptional(in: &venue)
    replaceOptional(in: &type)
    replaceOptional(in: &language)
    replaceOptional(in: &url)
    replaceAll(in: &keywords)
    replaceOptional(in: &imprint.abbreviation)
    replaceOptional(in: &imprint.volume)
    replaceOptional(in: &imprint.issue)
    replaceOptional(in: &imprint.pages)
    replaceOptional(in: &imprint.publisher)
    replaceOptional(in: &imprint.issn)
    replaceAll(in: &imprint.editors)
    replaceOptional(in: &imprint.place)
    replaceOptional(in: &imprint.edition)
    replaceOptional(in: &imprint.series)
    replaceOptional(in: &imprint.conference)
    replaceAll(in: &imprint.seriesEditors)
    replaceOptional(in: &imprint.accessed)
    replaceAll(in: &imprint.notes)
    if identifiers.contains(where: { $0.value.holds(0) }) {
      identifiers = identifiers.map { Identifier($0.scheme, $0.value.withoutNull) }
      isFound = true
    }
    for index in sections.indices where sections[index].heading.holds(0) {
      sections[index].heading = sections[index].heading.withoutNull
      isFound = true
    }
    if text.holds(0) {
      replaceNullInText()
      isFound = true
    }
    return isFound
  }

  /// Replaces U+0000 in the text, and moves its sections.
  private mutating func replaceNullInText() {
    let nulls = text.utf8.enumerated().filter { $0.element == 0 }.map(\.offset)
    text = text.withoutNull
    // U+FFFD has two more bytes.
    func moved(_ offset: Int) -> Int {
      offset + 2 * nulls.partitioningIndex { $0 >= offset }
    }
    for index in sections.indices {
      let bytes = sections[index].bytes
      sections[index].bytes = moved(bytes.lowerBound)..<moved(bytes.upperBound)
    }
  }
}

extension String {
  fileprivate var withoutNull: String {
    var scalars = UnicodeScalarView()
    for scalar in unicodeScalars { scalars.append(scalar.value == 0 ? "\u{FFFD}" : scalar) }
    return String(scalars)
  }
}

extension ReadOutcome {
  /// The outcome with U+FFFD in place of each U+0000, which counts as a repair.
  package var withoutNull: ReadOutcome {
    guard case .document(var document, _) = self, document.replaceNull() else { return self }
    return .document(document, repaired: .characters)
  }
}
