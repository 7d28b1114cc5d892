import Literature

/// The footnotes and endnotes of a Word document (ECMA-376, part 1, section 17.11).
struct DOCXNotes {
  /// The members that contain notes.
  static let members = ["word/footnotes.xml", "word/endnotes.xml"]

  private let styles: DOCXStyles
  private var footnotes: [String: [String]] = [:]
  private var endnotes: [String: [String]] = [:]

  /// Reads the notes, if the document has any.
  init(_ members: PackedText, _ styles: DOCXStyles) throws(ReadError) {
    self.styles = styles
    footnotes = try Self.notes(members, Self.members[0], "footnote", styles)
    endnotes = try Self.notes(members, Self.members[1], "endnote", styles)
  }

  /// Removes the notes to which a block refers, and returns their paragraphs, in order.
  ///
  /// A note is returned once, so the text of hostile references to it can't grow without bound.
  mutating func take(of block: XMLElement) -> [String] {
    Self.take(styles.shown("footnoteReference", in: block), &footnotes)
      + Self.take(styles.shown("endnoteReference", in: block), &endnotes)
  }

  private static func take(
    _ references: [XMLElement], _ notes: inout [String: [String]]
  ) -> [String] {
    var paragraphs: [String] = []
    for id in references.compactMap({ $0.attribute("id") }) {
      paragraphs += notes.removeValue(forKey: id) ?? []
    }
    return paragraphs
  }

  /// The paragraphs of each note by its id, without the lines that separate notes from the text.
  private static func notes(
    _ members: PackedText, _ member: String, _ name: StaticString, _ styles: DOCXStyles
  ) throws(ReadError) -> [String: [String]] {
    let found = try members.xml(member) { root in
      root.children(name).compactMap { note -> (String, [String])? in
        guard note.attribute("type")?.lowercased().hasSuffix("separator") != true,
          let id = note.attribute("id")
        else { return nil }
        return (id, note.descendants("p").map(styles.text).filter { !$0.isEmpty })
      }
    }
    return Dictionary(found ?? [], uniquingKeysWith: { first, _ in first })
  }
}
