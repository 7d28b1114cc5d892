import Literature

/// The title block of Pandoc's Markdown: the title, the authors and the date on lines that begin with
/// "%" (Pandoc, "Extension: pandoc_title_block").
struct PandocTitle {
  /// The start of the text after the block.
  let end: String.Index
  private var fields: [String] = []

  /// Reads a title block; `nil` if the text does not begin with one.
  init?(_ text: String) {
    guard text.hasPrefix("% ") else { return nil }
    var rest = text[...]
    while let first = rest.first, first == "%" && fields.count < 3 || first == " " {
      let line = rest.prefix { !$0.isNewline }
      rest = rest[line.endIndex...].dropFirst()
      if first == "%" {
        fields.append(line.dropFirst().trimmed)
      } else {
        fields[fields.count - 1] += (fields.count == 2 ? "; " : " ") + line.trimmed
      }
    }
    end = rest.startIndex
  }

  /// Fills in a document.
  func describe(_ document: inout Document) {
    document.set(\.title, .title, fields[0])
    if fields.count > 1 { document.setAuthors(fields[1].parts(separatedBy: ";")) }
    if fields.count > 2 { document.set(\.year, .year, PublicationDate.year(in: fields[2])) }
  }
}
