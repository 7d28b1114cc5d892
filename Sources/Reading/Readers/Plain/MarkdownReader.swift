import Literature

/// Markdown: one document per file, with front matter as its metadata.
///
/// The text is stored without markup and divided at its headings.
package struct MarkdownReader: WholeTextReader {
  package static let format = "Markdown"

  package static func recognises(_ head: FileHead) -> Bool {
    ["md", "markdown", "mdown", "qmd", "rmd"].contains(head.name.extension) && head.isText
  }

  package init() {}

  func outcomes(_ bytes: [UInt8], from origin: RecordOrigin) -> [ReadOutcome] {
    let mistakes: [FrontMatter.Mistake]
    do throws(FrontMatter.Mistake) {
      mistakes = try FrontMatter(DecodedText(bytes).text)?.mistakes ?? []
    } catch {
      mistakes = [error]
    }
    let notices = mistakes.map { origin.notice(.line($0.line), $0.reason) }
    return notices.map { ReadOutcome.mistake($0, in: .frontMatter) }
      + [outcome(bytes, from: origin)]
  }

  func outcome(_ bytes: [UInt8], from origin: RecordOrigin) -> ReadOutcome {
    let decoded = DecodedText(bytes)
    let matter = try? FrontMatter(decoded.text)
    var document = Document(id: "", source: origin.source(key: nil))
    matter?.describe(&document)
    document.title = MarkdownInline.plain(document.title[...])
    var text = MarkdownText(
      decoded.text[(matter?.end ?? decoded.text.startIndex)...], title: document.title)
    text.describe(&document)
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
}
