import Literature

/// Rich Text Format (Microsoft, specification 1.9.1).
package struct RTFReader: WholeTextReader {
  package static let format = "RTF"

  package static func recognises(_ head: FileHead) -> Bool {
    head.bytes.starts(with: "{\\rtf".utf8)
  }

  package init() {}

  func outcome(_ bytes: [UInt8], from origin: RecordOrigin) -> ReadOutcome {
    var text = RTFText(bytes)
    text.read()
    var document = Document(id: "", source: origin.source(key: nil))
    document.set(\.title, .title, text.property("title"))
    document.setAuthors(OfficeProperties.people(text.property("author")))
    document.text = text.paragraphs.joined(separator: "\n\n")
    let lines = TextLine.lines(of: document.text)
    guard !lines.isEmpty else { return origin.withoutText }
    var free = FreeText(lines)
    if document.title.isEmpty || document.authors.isEmpty {
      free.describe(&document)
    } else {
      free.divide(&document)
    }
    if document.year == nil {
      document.set(\.year, .year, StatedYear.find(in: document), origin: .extracted)
    }
    document.nameByFile(origin)
    return .document(document, repaired: nil)
  }
}
