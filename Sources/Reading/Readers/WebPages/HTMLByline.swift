import Literature

/// The authors that a web page names for its readers, not in its tags.
enum HTMLByline {
  private static let names: Set<Substring> = [
    "author", "authors", "byline", "by-line", "author-name", "author-names", "article-author",
    "article-authors", "entry-author", "post-author", "contributors",
  ]
  private static let skipped: [StaticString] = [
    "nav", "footer", "aside", "form", "script", "style", "head", "blockquote", "figure",
  ]
  /// Parts of a page that other people wrote, or that lead to other pages.
  private static let partsOfOthers: Set<Substring> = [
    "comment", "comments", "comment-list", "testimonial", "testimonials", "quote", "related",
    "related-posts", "related-articles", "sidebar", "widget",
  ]
  private static let depthLimit = 100
  /// The lines of the text that may be a byline.
  private static let mostLines = 3

  /// The names in the first elements beside each other whose class or relation is that of authors,
  /// otherwise those on one of the first lines that begins with "By".
  static func authors(of page: XMLElement, text: String) -> [String] {
    let marked = search(page.child("body") ?? page, depth: 0)
    return NameList.divided(
      marked.isEmpty ? introduced(in: text) : marked, order: .givenFirst)
  }

  private static func search(_ parent: XMLElement, depth: Int) -> [String] {
    guard depth < depthLimit else { return [] }
    let children = parent.children.filter {
      !$0.isNamed(anyOf: skipped) && partsOfOthers.isDisjoint(with: classes(of: $0))
    }
    let found = children.filter(isByline).flatMap { element in
      let text = element.text()
      let line = text.lowercased().hasPrefix("by ") ? text : "By \(text)"
      return AuthorLine.names(line) ?? AuthorLine.namesWithInstitution(line) ?? []
    }
    if !found.isEmpty { return found }
    for child in children {
      let names = search(child, depth: depth + 1)
      if !names.isEmpty { return names }
    }
    return []
  }

  private static func isByline(_ element: XMLElement) -> Bool {
    if element.attribute("rel") == "author" || element.attribute("itemprop") == "author" {
      return true
    }
    return !names.isDisjoint(with: classes(of: element))
  }

  private static func classes(of element: XMLElement) -> [Substring] {
    (element.attribute("class") ?? "").lowercased().split(whereSeparator: \.isWhitespace)
  }

  private static func introduced(in text: String) -> [String] {
    let lines = StatedYear.opening(of: text).prefix(mostLines)
    return lines.lazy.filter { $0.hasPrefix("By ") && $0.utf8.count <= 300 }
      .compactMap { AuthorLine.names($0) }.first ?? []
  }
}
