/// Plain text: one document a file.
///
/// A catalogue page that was copied as text is recognised (``PageCapture``); anything else is the
/// work itself (``FreeText``). The text is stored as it is; what belongs to the page and not to
/// the work is in no section.
package struct PlainTextReader: DocumentReader {
  package static let format = "plain text"
  /// Largest text that is taken for one document, in bytes.
  static let sizeLimit = 1 << 28

  package static func recognises(_ head: FileHead) -> Bool {
    ["txt", "text", "log", ""].contains(head.name.extension) && head.isText
  }

  package init() {}

  package func read<Stop: Error>(
    _ stream: ByteStream, from origin: RecordOrigin,
    emit: (ReadOutcome) throws(Stop) -> Void
  ) throws(Stop) {
    let bytes: [UInt8]
    do throws(ReadError) {
      bytes = try stream.readAll(limit: Self.sizeLimit)
    } catch {
      try emit(.failed(origin.notice(nil, error.description)))
      return
    }
    let decoded = DecodedText(bytes)
    var document = Document(id: "", source: origin.source(key: nil))
    document.text = decoded.text
    let lines = TextLine.lines(of: decoded.text)
    guard !lines.isEmpty else {
      try emit(.failed(origin.notice(nil, "is empty")))
      return
    }
    if let page = PageCapture(lines) {
      page.describe(&document)
    } else {
      var text = FreeText(lines)
      text.describe(&document)
    }
    document.nameByFile(origin)
    try emit(.document(document, repaired: decoded.isRepaired))
  }
}
