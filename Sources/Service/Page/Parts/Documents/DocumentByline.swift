import Answers

/// The authors, year and venue of a document.
struct DocumentByline {
  private let document: HitDocument

  /// Number of authors that are named before the others are counted.
  private static let named = 4

  /// Creates the byline of a document.
  init(_ document: HitDocument) {
    self.document = document
  }

  var html: HTML {
    let authors = document.authors.prefix(Self.named).joined(separator: "; ")
    let rest = document.authors.count - Self.named
    let parts: [HTML] = [
      .text(rest > 0 ? "\(authors) and \(rest) more" : authors),
      .text(document.year.map(String.init) ?? ""),
      document.venue.map { "<cite>\($0)</cite>" } ?? "",
    ].filter { $0 != .empty }
    return parts.isEmpty ? .empty : "<p class=\"byline\">\(parts.joined(by: " · "))</p>"
  }
}
