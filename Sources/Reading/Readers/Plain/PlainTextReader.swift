import Literature

/// Plain text: one document per file.
///
/// A catalogue page that was copied as text is recognised (``PageCapture``); anything else is the
/// work itself (``FreeText``), unless it lists several (``RecordListing``). The text is stored
/// unchanged; page text that is not part of the work belongs to no section.
package struct PlainTextReader: WholeFileReader {
  package static let format = "plain text"

  package static func recognises(_ head: FileHead) -> Bool {
    ["txt", "text", "log", ""].contains(head.name.extension) && head.isText
  }

  package init() {}

  func outcomes(
    _ stream: ByteStream, from origin: RecordOrigin
  ) throws(ReadError) -> [ReadOutcome] {
    let decoded = DecodedText(try stream.readAll(limit: TextLimits.document))
    var document = Document(id: "", source: origin.source(key: nil))
    document.text = decoded.text
    let lines = TextLine.lines(of: decoded.text)
    guard !lines.isEmpty else { return [origin.withoutText] }
    let count = RecordListing.count(in: lines)
    if count != nil {
      // It has the titles and identifiers of several works.
      document.sections = SectionBuilder.sections(of: lines, in: document.text)
    } else if let page = PageCapture(lines) {
      page.describe(&document)
    } else {
      var text = FreeText(lines)
      text.describe(&document)
      if document.year == nil {
        document.set(\.year, .year, StatedYear.find(in: document), origin: .extracted)
      }
    }
    document.nameByFile(origin)
    let outcome = ReadOutcome.document(
      document, repaired: Repair(ofCharacters: decoded.isRepaired))
    guard let count else { return [outcome] }
    let reason =
      count == 1
      ? "is a record of a database as text, read without its fields; export it as RIS or nbib instead"
      : "is a list of \(count) records, read as one text; export them as RIS or nbib instead"
    return [outcome, .failed(origin.notice(nil, reason))]
  }
}
