import Literature

/// The footnotes and endnotes of a Word document (ECMA-376, part 1, section 17.11).
struct DOCXNotes {
  /// The members that contain notes.
  static let members = ["word/footnotes.xml", "word/endnotes.xml"]

  private var footnotes: [String: [String]] = [:]
  private var endnotes: [String: [String]] = [:]

  /// Reads the notes, if the document has any.
  init(_ members: PackedText, _ styles: DOCXStyles) throws(ReadError) {
    footnotes = try Self.notes(members, Self.members[0], "footnote", styles)
    endnotes = try Self.notes(members, Self.members[1], "endnote", styles)
  }

  /// The paragraphs of the notes to which a block refers, in order.
  func texts(of block: XMLElement) -> [String] {
    func texts(_ name: StaticString, _ notes: [String: [String]]) -> [String] {
      if notes.isEmpty { return [] }
      return block.descendants(name).compactMap { $0.attribute("id") }
        .flatMap { notes[$0] ?? [] }
    }
    return texts("footnoteReference", footnotes) + texts("endnoteReference", endnotes)
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
