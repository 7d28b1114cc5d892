import Literature

/// Markdown: one document per file, with front matter as its metadata.
///
/// The text is stored without markup and divided at its headings.
package struct MarkdownReader: WholeFileReader {
  package static let format = "Markdown"

  package static func recognises(_ head: FileHead) -> Bool {
    ["md", "markdown", "mdown", "qmd", "rmd"].contains(head.name.extension) && head.isText
  }

  package init() {}

  func outcome(_ bytes: [UInt8], from origin: RecordOrigin) -> ReadOutcome {
    let decoded = DecodedText(bytes)
    let matter = FrontMatter(decoded.text)
    var document = Document(id: "", source: origin.source(key: nil))
    matter?.describe(&document)
    document.title = MarkdownInline.plain(document.title[...])
    var text = MarkdownText(
      decoded.text[(matter?.end ?? decoded.text.startIndex)...], title: document.title)
    text.describe(&document)
    if document.year == nil {
      document.set(\.year, .year, StatedYear.find(in: document), origin: .extracted)
    }
    guard !document.sections.isEmpty || !document.title.isEmpty else {
      return .failed(origin.notice(nil, "is empty"))
    }
    document.nameByFile(origin)
    return .document(document, repaired: decoded.isRepaired)
  }
}
