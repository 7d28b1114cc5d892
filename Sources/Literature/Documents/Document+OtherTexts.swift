extension Section {
  /// The heading of a title in another language.
  package static let otherTitle = "Other title"
  /// The heading of the numbers of trials.
  package static let trialNumbers = "Trial numbers"

  /// Whether the section is a text that a record has beside its title and its abstract.
  var isBesideAbstract: Bool {
    kind == .body && [Self.otherTitle, Self.trialNumbers].contains(heading)
  }
}

extension Document {
  /// Whether the text has nothing but titles in other languages and numbers of trials.
  var hasOnlyOtherTexts: Bool { !sections.isEmpty && sections.allSatisfy(\.isBesideAbstract) }

  /// The titles in other languages and the numbers of trials, with their headings.
  var otherTexts: [(heading: String, text: String)] {
    sections.filter(\.isBesideAbstract).map { section in
      let bytes = text.utf8.dropFirst(section.bytes.lowerBound).prefix(section.bytes.count)
      return (section.heading, String(decoding: bytes, as: UTF8.self))
    }
  }

  /// Marks all sections but those texts as the abstract.
  package mutating func markAbstract() {
    for index in sections.indices where !sections[index].isBesideAbstract {
      sections[index].isInAbstract = true
    }
  }

  /// Appends a text as a section of its own, unless the document contains it.
  package mutating func appendSection(
    _ heading: String, _ added: String, _ kind: Section.Kind = .body
  ) {
    if added == title || text.contains(added) { return }
    if !text.isEmpty { text += "\n\n" }
    text += "\(heading)\n\n"
    let start = text.utf8.count
    text += added
    sections.append(Section(heading: heading, kind: kind, bytes: start..<text.utf8.count))
  }
}
