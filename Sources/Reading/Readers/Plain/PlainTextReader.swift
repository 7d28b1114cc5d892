import Literature

/// Plain text: one document per file.
///
/// A catalogue page that was copied as text is recognised (``PageCapture``); anything else is the
/// work itself (``FreeText``). The text is stored unchanged; page text that is not part of the work
/// belongs to no section.
package struct PlainTextReader: WholeTextReader {
  package static let format = "plain text"

  package static func recognises(_ head: FileHead) -> Bool {
    ["txt", "text", "log", ""].contains(head.name.extension) && head.isText
  }

  package init() {}

  func outcome(_ bytes: [UInt8], from origin: RecordOrigin) -> ReadOutcome {
    let decoded = DecodedText(bytes)
    var document = Document(id: "", source: origin.source(key: nil))
    document.text = decoded.text
    let lines = TextLine.lines(of: decoded.text)
    guard !lines.isEmpty else { return origin.withoutText }
    if let page = PageCapture(lines) {
      page.describe(&document)
    } else {
      var text = FreeText(lines)
      text.describe(&document)
    }
    document.nameByFile(origin)
    return .document(document, repaired: Repair(ofCharacters: decoded.isRepaired))
  }
}
