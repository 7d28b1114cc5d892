import Literature

/// The lines of a PDF and their positions on its pages, from `pdftotext -bbox-layout`.
struct PDFLayout {
  /// Lines in reading order.
  private(set) var lines: [PDFLine] = []
  /// The number of pages.
  private(set) var pageCount = 0
  /// Title and author in the file's own metadata.
  private(set) var title: String?
  private(set) var author: String?
  /// The subject in the file's metadata, where publishers put the journal.
  private(set) var subject: String?

  /// Reads the program's output page by page.
  init(_ stream: ByteStream) throws(ReadError) {
    let head = FileHead(name: "", bytes: stream.peek(4096)).text
    title = Self.unescape(head.firstMatch(of: /<title>([^<]*)<\/title>/).map { $0.output.1 })
    author = Self.unescape(
      head.firstMatch(of: /name="Author" content="([^"]*)"/).map { $0.output.1 })
    subject = Self.unescape(
      head.firstMatch(of: /name="Subject" content="([^"]*)"/).map { $0.output.1 })
    var pages = XMLRecords(stream, named: ["page"])
    var block = 0
    while let record = try pages.next() {
      pageCount += 1
      try XMLTree(record.bytes).withRoot { page in
        let height = page.attribute("height").flatMap(Double.init) ?? 1
        for element in page.descendants("block") {
          for line in element.children("line") { add(line, block: block, pageHeight: height) }
          block += 1
        }
      }
    }
    if let failure = stream.failure { throw failure }
  }

  private mutating func add(_ line: XMLElement, block: Int, pageHeight: Double) {
    guard let box = Self.box(of: line), pageHeight > 0 else { return }
    var parts: [PDFLine.Part] = []
    for word in line.children("word") {
      let text = word.text()
      guard !text.isEmpty, let edges = Self.box(of: word) else { continue }
      if let last = parts.indices.last,
        edges.left - parts[last].box.right < 1.5 * (box.bottom - box.top)
      {
        parts[last].text += " " + text
        parts[last].box.right = edges.right
      } else {
        parts.append(PDFLine.Part(text: text, box: edges))
      }
    }
    guard !parts.isEmpty else { return }
    lines.append(
      PDFLine(
        text: parts.map(\.text).joined(separator: " "), page: pageCount, block: block,
        top: box.top / pageHeight, bottom: box.bottom / pageHeight, box: box, parts: parts))
  }

  private static func box(of element: XMLElement) -> ReadingOrder.Box? {
    let edges = ["xMin", "yMin", "xMax", "yMax"] as [StaticString]
    let values = edges.compactMap { element.attribute($0).flatMap(Double.init) }
    guard values.count == 4 else { return nil }
    return ReadingOrder.Box(left: values[0], top: values[1], right: values[2], bottom: values[3])
  }

  private static func unescape(_ text: Substring?) -> String? {
    guard let text = text?.trimmed, !text.isEmpty else { return nil }
    return text.replacing("&quot;", with: "\"").replacing("&lt;", with: "<")
      .replacing("&gt;", with: ">").replacing("&amp;", with: "&")
  }

  /// The lines of the work's own text in reading order.
  var body: [PDFLine] {
    let lines = withoutMargins
    var ordered: [PDFLine] = []
    var start = 0
    while start < lines.count {
      let page = lines[start...].prefix { $0.page == lines[start].page }
      let end = page.endIndex
      let assembled = PDFTable.assembled(Array(page))
      let blocks = Dictionary(grouping: assembled, by: \.block).values
        .sorted { ($0.first?.block ?? 0) < ($1.first?.block ?? 0) }
      let boxes = blocks.map { block in
        ReadingOrder.Box(
          left: block.map(\.box.left).min() ?? 0, top: block.map(\.box.top).min() ?? 0,
          right: block.map(\.box.right).max() ?? 0, bottom: block.map(\.box.bottom).max() ?? 0)
      }
      for index in ReadingOrder.order(boxes) { ordered += blocks[index] }
      start = end
    }
    return ordered
  }

  /// The lines without running heads, running feet and page numbers.
  private var withoutMargins: [PDFLine] {
    var counts: [String: Set<Int>] = [:]
    for line in lines where Self.isMarginal(line) {
      counts[Self.pattern(line), default: []].insert(line.page)
    }
    let least = pageCount <= 4 ? 2 : 3
    return lines.filter { line in
      guard Self.isMarginal(line) else { return true }
      return !Self.isPageNumber(line.text) && (counts[Self.pattern(line)]?.count ?? 0) < least
    }
  }

  /// The lines in the margins of the first page, where journals print dates and identifiers.
  var firstMargins: [String] {
    lines.filter { $0.page == 1 && Self.isMarginal($0) }.map(\.text)
  }

  private static func isMarginal(_ line: PDFLine) -> Bool {
    line.bottom < 0.1 || line.top > 0.9
  }

  /// A line with all numbers replaced by the same text, so that lines that differ only in the page
  /// number match.
  private static func pattern(_ line: PDFLine) -> String {
    var pattern = ""
    for character in line.text {
      if character.isNumber {
        if pattern.last != "#" { pattern.append("#") }
      } else {
        pattern.append(character)
      }
    }
    return pattern
  }

  private static func isPageNumber(_ text: String) -> Bool {
    text.wholeMatch(of: pageNumber) != nil
  }

  private static let pageNumber =
    SharedRegex(#/(?i)[-–—\s]*(page\s+)?([0-9]{1,4}|[ivxl]{1,6})(\s*(of|\/)\s*[0-9]+)?[-–—\s]*/#)
}
