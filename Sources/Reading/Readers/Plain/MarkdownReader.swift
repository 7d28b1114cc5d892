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

  func outcomes(
    _ stream: ByteStream, from origin: RecordOrigin
  ) throws(ReadError) -> [ReadOutcome] {
    let decoded = DecodedText(try stream.readAll(limit: TextLimits.document))
    var document = Document(id: "", source: origin.source(key: nil))
    var matter: FrontMatter?
    var mistakes: [FrontMatter.Mistake] = []
    do throws(FrontMatter.Mistake) {
      matter = try FrontMatter(decoded.text)
      mistakes = matter?.describe(&document) ?? []
    } catch {
      mistakes = [error]
    }
    let notices = mistakes.map { origin.notice(.line($0.line), $0.reason) }
    return notices.map { ReadOutcome.mistake($0, in: .frontMatter) }
      + [outcome(decoded, after: matter, document, from: origin)]
  }

  /// The outcome of reading the text after the front matter, which described the document.
  private func outcome(
    _ decoded: DecodedText, after matter: FrontMatter?, _ described: Document,
    from origin: RecordOrigin
  ) -> ReadOutcome {
    var document = described
    let block = matter == nil ? PandocTitle(decoded.text) : nil
    block?.describe(&document)
    let body = decoded.text[(matter?.end ?? block?.end ?? decoded.text.startIndex)...]
    if document.title.isEmpty, let label = PageLabel(withColon: firstLine(of: body)),
      label.field == .title
    {
      document.set(\.title, .title, String(label.value), origin: .extracted)
    }
    document.title = MarkdownInline.plain(document.title[...])
    var text = MarkdownText(body, title: document.title)
    text.describe(&document)
    document.takeLabelledLines()
    if document.year == nil {
      document.set(\.year, .year, StatedYear.find(in: document), origin: .extracted)
    }
    if let abstract = matter?.abstract, !abstract.isEmpty, !document.hasKnownAbstract {
      document.addAbstract(abstract)
    }
    guard !document.sections.isEmpty || !document.title.isEmpty else {
      return origin.withoutText
    }
    document.nameByFile(origin)
    return .document(document, repaired: Repair(ofCharacters: decoded.isRepaired))
  }

  /// The first line that is not empty.
  private func firstLine(of text: Substring) -> Substring {
    text.drop(while: \.isWhitespace).prefix { !$0.isNewline }
  }
}
