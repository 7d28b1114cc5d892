import Literature

/// The main content of a web page as headings and paragraphs.
///
/// Parts of the site are skipped: navigation, banners, forms, lists of links, and elements whose
/// class or id marks them as such. The content is the `main`, `article` or body element with most
/// of the text (after the observations of Kohlschütter et al., "Boilerplate Detection using Shallow
/// Text Features", WSDM 2010: length and link density are the best features).
struct HTMLContent {
  /// The first heading of the content.
  private(set) var heading: String?
  private var builder = TextBuilder()
  private var paragraph: [UInt8] = []
  private let title: String
  private let isBook: Bool

  /// Maximum nesting level that is followed.
  private static let depthLimit = 400

  /// Reads a page.
  ///
  /// - Parameters:
  ///   - title: the work's title, which is not a section heading.
  ///   - isBook: whether it is a chapter of a book, in which an `aside` is part of the text.
  init(_ page: XMLElement, title: String, isBook: Bool = false) {
    self.title = title.oneLine
    self.isBook = isBook
    let body = page.child("body") ?? page
    visit(Self.main(of: body), depth: 0)
    flush()
  }

  /// The text and its sections.
  var text: (text: String, sections: [Section]) {
    mutating get { builder.finish() }
  }

  // MARK: - Which part of the page

  private static func main(of body: XMLElement) -> XMLElement {
    let candidates =
      body.descendants("main") + body.descendants("article")
      + body.descendants("div").filter { element in
        element.attribute("role") == "main" || element.attribute("itemprop") == "articleBody"
          || mainNames.contains(element.attribute("id")?.lowercased() ?? "")
      }
    let sized = candidates.map { ($0, length($0)) }
    guard let best = sized.max(by: { $0.1 < $1.1 }), best.1 * 3 >= length(body) else { return body }
    return best.0
  }

  private static let mainNames: Set<String> = [
    "content", "main", "main-content", "maincontent", "article", "article-body", "bodycontent",
    "page-content", "primary",
  ]

  private static func length(_ element: XMLElement) -> Int {
    element.text { isSite($0) }.utf8.count
  }

  private static let siteElements: [StaticString] = [
    "script", "style", "nav", "footer", "aside", "form", "noscript", "iframe", "button", "svg",
    "select", "template", "input", "textarea", "object", "video", "audio", "canvas", "head",
    "dialog", "link", "meta",
  ]

  private static let siteRoles: Set<String> = [
    "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alert", "menu",
    "menubar", "toolbar",
  ]

  private static let siteNames: Set<String> = [
    "nav", "navbar", "navigation", "menu", "sidebar", "footer", "breadcrumb", "breadcrumbs",
    "cookie", "cookies", "share", "sharing", "social", "related", "comments", "advert",
    "advertisement", "banner", "popup", "modal", "newsletter", "toolbar", "altmetric", "pagination",
    "skip", "promo", "recommended", "subscribe", "masthead", "pager",
  ]

  /// Whether an element belongs to the site.
  private static func isSite(_ element: XMLElement) -> Bool {
    if element.isNamed(anyOf: siteElements) { return true }
    if element.attribute("aria-hidden") == "true" || element.attribute("hidden") != nil {
      return !element.isNamed("body")
    }
    if let role = element.attribute("role"), siteRoles.contains(role) { return true }
    if let style = element.attribute("style"), style.contains("display:none") { return true }
    guard element.isNamed(anyOf: ["div", "section", "ul", "ol", "header", "table", "p"]) else {
      return false
    }
    let names = [element.attribute("class"), element.attribute("id")].compactMap(\.self)
    // A class such as "has-sidebar page" describes the whole page; one that begins with such a word
    // names the part itself.
    return names.contains { name in
      name.lowercased().split(separator: " ").prefix(2).contains { word in
        word.split { !$0.isLetter }.first.map { siteNames.contains(String($0)) } ?? false
      }
    }
  }

  // MARK: - Walking

  private static let headings: [StaticString] = ["h1", "h2", "h3", "h4", "h5", "h6"]
  private static let blocks: [StaticString] = [
    "p", "div", "li", "section", "article", "main", "blockquote", "pre", "dd", "dt", "figure",
    "figcaption", "ul", "ol", "dl", "table", "tbody", "thead", "caption", "header", "details",
    "summary", "center", "address", "hr", "fieldset", "td", "th",
    "aside",
  ]

  private mutating func visit(_ element: XMLElement, depth: Int) {
    guard depth < Self.depthLimit else { return }
    for node in element.nodes {
      switch node {
      case .text(let content): XMLElement.collapse(content, &paragraph)
      case .element(let child):
        let isAside = isBook && child.isNamed("aside")
        if !isAside, Self.isSite(child) || Self.isListOfLinks(child) { continue }
        if child.isNamed(anyOf: Self.headings) {
          flush()
          begin(child)
        } else if child.isNamed("table"), !HTMLTable.isLayout(child) {
          flush()
          add(table: child)
        } else if child.isNamed("br") {
          if isLabelled {
            flush()
          } else if paragraph.last != 0x20 {
            paragraph.append(0x20)
          }
        } else if child.isNamed(anyOf: Self.blocks) || child.isNamed("tr") {
          flush()
          visit(child, depth: depth + 1)
          flush()
        } else {
          Superscript.separate(child, from: &paragraph)
          visit(child, depth: depth + 1)
        }
      }
    }
  }

  /// Adds the caption and the rows of a table with data.
  private mutating func add(table: XMLElement) {
    for caption in table.children("caption") {
      builder.paragraph(caption.text { Self.isSite($0) })
    }
    for rows in HTMLTable.rows(of: table, without: Self.isSite) { builder.table(rows) }
  }

  /// Whether a list is navigation, not content.
  private static func isListOfLinks(_ element: XMLElement) -> Bool {
    guard element.isNamed("ul") || element.isNamed("ol") else { return false }
    let links = element.descendants("a")
    guard links.count >= 3 else { return false }
    let linked = links.reduce(0) { $0 + $1.text().utf8.count }
    return linked * 10 >= element.text().utf8.count * 8
  }

  private mutating func begin(_ element: XMLElement) {
    let name = element.text { Self.isSite($0) }
    guard !name.isEmpty else { return }
    if heading == nil { heading = name }
    if name == title {
      builder.resume("", .body)
    } else {
      let level = element.name.last.flatMap { Int(String($0)) }
      builder.section(name, SectionLabels.kind(of: name) ?? .body, level: level)
    }
  }

  /// Whether what was read since the last block is a line such as "Authors: Ann Lee".
  private var isLabelled: Bool {
    guard paragraph.count <= 400 else { return false }
    let line = String(decoding: paragraph, as: UTF8.self).trimmed
    return PageLabel(withColon: line[...])?.isOfImprint ?? false
  }

  private mutating func flush() {
    defer { paragraph.removeAll(keepingCapacity: true) }
    let text = String(decoding: paragraph, as: UTF8.self).trimmed
    if text.isEmpty || PageBoilerplate.contains(text[...]) || text == title { return }
    builder.paragraph(text)
  }
}
