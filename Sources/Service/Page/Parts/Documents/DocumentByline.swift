import Answers

/// The authors, year and venue of a document.
struct DocumentByline {
  private let document: HitDocument
  private let named: Int

  /// Creates the byline of a document.
  ///
  /// - Parameter named: number of authors that are named before the others are counted.
  init(_ document: HitDocument, named: Int = 4) {
    self.document = document
    self.named = named
  }

  var html: HTML {
    let authors = document.authors.prefix(named).joined(separator: "; ")
    let rest = document.authors.count - named
    let parts: [HTML] = [
      .text(rest > 0 ? "\(authors) and \(rest) more" : authors),
      .text(document.year.map(String.init) ?? ""),
      document.venue.map { "<cite>\($0)</cite>" } ?? "",
    ].filter { $0 != .empty }
    return parts.isEmpty ? .empty : "<p class=\"byline\">\(parts.joined(by: " · "))</p>"
  }
}
