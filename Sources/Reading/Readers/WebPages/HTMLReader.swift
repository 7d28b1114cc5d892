import Literature

/// Web pages: metadata from their machine-readable tags, text from their main content.
package struct HTMLReader: WholeFileReader {
  package static let format = "HTML"
  /// Maximum size of a page in bytes.
  private static let sizeLimit = 1 << 26

  package static func recognises(_ head: FileHead) -> Bool {
    guard head.isText else { return false }
    let start = head.start.drop { $0 == "\u{FEFF}" }.prefix(4096).lowercased()
    if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") { return true }
    return start.hasPrefix("<") && (opens("<html", in: start) || opens("<head", in: start))
      || ["html", "htm", "xhtml"].contains(head.name.extension) && start.contains("<")
  }

  /// Whether an element begins; the XML of OAI-PMH and EBSCO also has `<header>`.
  private static func opens(_ tag: String, in text: String) -> Bool {
    text.ranges(of: tag).contains { range in
      text[range.upperBound...].first.map { $0 == ">" || $0.isWhitespace } ?? false
    }
  }

  package init() {}

  func outcomes(
    _ stream: ByteStream, from origin: RecordOrigin
  ) throws(ReadError) -> [ReadOutcome] {
    let page = try HTMLPage(try stream.readAll(limit: Self.sizeLimit))
    guard var document = page.document(from: origin) else { return [origin.withoutText] }
    document.nameByFile(origin)
    let outcome = ReadOutcome.document(document, repaired: Repair(ofCharacters: page.isRepaired))
    guard let count = page.itemsOfZotero else { return [outcome] }
    let items = count == 1 ? "1 item" : "\(count) items"
    let reason = "is a report of Zotero with \(items), read as one text; export them as RIS instead"
    return [outcome, .failed(origin.notice(nil, reason))]
  }
}

/// A parsed web page.
struct HTMLPage {
  /// The parsed page.
  let tree: XMLTree
  /// Whether broken characters were replaced.
  let isRepaired: Bool

  /// Parses a page, as UTF-8 if it is valid, otherwise in the encoding that it declares, otherwise
  /// as Windows-1252.
  init(_ bytes: [UInt8]) throws(ReadError) {
    let decoded = PageEncoding.text(bytes)
    tree = try XMLTree(Array(decoded.text.utf8), isHTML: true)
    isRepaired = decoded.isRepaired
  }

  /// The number of items in a report of Zotero, which is a printable list of references; `nil` for
  /// other pages.
  var itemsOfZotero: Int? {
    tree.withRoot { root in
      let list = root.descendants("ul").first {
        $0.attribute("class")?.hasPrefix("report") == true
      }
      let items = list?.children("li").filter { $0.attribute("id")?.hasPrefix("item_") == true }
      return items.flatMap { $0.isEmpty ? nil : $0.count }
    }
  }

  /// The document, or `nil` if there is neither title nor text.
  func document(from origin: RecordOrigin) -> Document? {
    tree.withRoot { document($0, from: origin) }
  }

  private func document(_ root: XMLElement, from origin: RecordOrigin) -> Document? {
    let metadata = HTMLMetadata(root)
    var reference = metadata.reference
    var content = HTMLContent(root, title: reference.title)
    if reference.title.isEmpty { reference.title = content.heading ?? "" }
    let main = content.text
    if !reference.identifiers.contains(where: { $0.scheme == .doi }) {
      reference.add(.doi, StatedDOI.find(in: main.text))
    }
    if reference.authors.isEmpty {
      reference.authors = HTMLByline.authors(of: root, text: main.text)
    }
    if reference.year == nil {
      let opening = StatedYear.opening(of: main.text)
      reference.year = StatedYear.find(title: reference.title, opening: opening)
    }
    let isThin = main.text.utf8.count < 3 * reference.abstract.utf8.count + 500
    if !reference.abstract.isEmpty, metadata.isCatalogue || isThin {
      // A page about a work: only its abstract is the text.
      return reference.document(from: origin)
    }
    let summary = reference.abstract
    (reference.abstract, reference.sections) = main
    if main.sections.isEmpty { (reference.abstract, reference.sections) = (summary, nil) }
    if reference.abstract.isEmpty { reference.abstract = metadata.description ?? "" }
    var document = reference.document(from: origin)
    document?.takeLabelledLines()
    let hasAbstract =
      document?.sections.contains { $0.isInAbstract || $0.kind == .abstract } ?? false
    if !summary.isEmpty, !main.sections.isEmpty, !hasAbstract { document?.addAbstract(summary) }
    return document
  }
}
