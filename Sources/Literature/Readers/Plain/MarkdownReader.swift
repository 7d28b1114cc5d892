/// Markdown: one document a file, with front matter as its metadata.
///
/// The text is stored without markup; headings divide it.
package struct MarkdownReader: DocumentReader {
  package static let format = "Markdown"

  package static func recognises(_ head: FileHead) -> Bool {
    ["md", "markdown", "mdown", "qmd", "rmd"].contains(head.name.extension) && head.isText
  }

  package init() {}

  package func read<Stop: Error>(
    _ stream: ByteStream, from origin: RecordOrigin,
    emit: (ReadOutcome) throws(Stop) -> Void
  ) throws(Stop) {
    let bytes: [UInt8]
    do throws(ReadError) {
      bytes = try stream.readAll(limit: PlainTextReader.sizeLimit)
    } catch {
      try emit(.failed(origin.notice(nil, error.description)))
      return
    }
    let decoded = DecodedText(bytes)
    let matter = FrontMatter(decoded.text)
    var document = Document(id: "", source: origin.source(key: nil))
    matter?.describe(&document)
    var text = MarkdownText(
      decoded.text[(matter?.end ?? decoded.text.startIndex)...], title: document.title)
    text.describe(&document)
    if document.year == nil {
      document.set(\.year, .year, StatedYear.find(in: document), origin: .extracted)
    }
    guard !document.sections.isEmpty || !document.title.isEmpty else {
      try emit(.failed(origin.notice(nil, "is empty")))
      return
    }
    document.nameByFile(origin)
    try emit(.document(document, repaired: decoded.isRepaired))
  }
}
