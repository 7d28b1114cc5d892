import JSON
import Literature

/// A work in a page's JSON-LD (schema.org's `ScholarlyArticle`, `Article`, `Report` and others).
struct JSONLDWork {
  private(set) var title: String?
  private(set) var authors: [String] = []
  private(set) var date: String?
  private(set) var venue: String?
  private(set) var type: String?
  private(set) var identifiers: [String] = []

  /// Types that are works, not sites, people or breadcrumbs.
  private static let works: Set<String> = [
    "ScholarlyArticle", "MedicalScholarlyArticle", "Article", "NewsArticle", "BlogPosting",
    "Report", "TechArticle", "Book", "Chapter", "Thesis", "CreativeWork", "WebPage",
    "MedicalWebPage", "Dataset", "PublicationIssue",
  ]

  /// Reads JSON; `nil` if it contains no work.
  init?(_ text: String) {
    var text = text
    let value = text.withUTF8 { bytes in
      var scanner = JSONScanner(UnsafeRawBufferPointer(bytes))
      return try? scanner.value()
    }
    guard let value else { return nil }
    let all = value.elements.flatMap { $0["@graph"]?.elements ?? [$0] }
    let works = all.filter { item in
      (item["@type"]?.elements ?? []).contains { Self.works.contains($0.text ?? "") }
    }
    // A plain web page is used only if there is nothing more specific.
    guard let work = works.first(where: { $0["@type"]?.text != "WebPage" }) ?? works.first else {
      return nil
    }
    var item = work
    if let main = work["mainEntity"], main["@type"] != nil { item = main }
    title = item["headline"]?.text ?? item["name"]?.text
    authors =
      (item["author"] ?? item["creator"])?.elements.compactMap { author in
        author.text ?? author["name"]?.text
          ?? Self.joined([author["familyName"]?.text, author["givenName"]?.text])
      } ?? []
    date = item["datePublished"]?.text ?? item["dateCreated"]?.text
    let part = item["isPartOf"]?.elements.first
    venue =
      part?["isPartOf"]?["name"]?.text ?? part?["name"]?.text
      ?? item["publisher"]?["name"]?.text
    type = item["@type"]?.elements.first?.text.flatMap { $0 == "WebPage" ? nil : $0 }
    identifiers =
      (item["identifier"]?.elements ?? []).compactMap { $0["value"]?.text ?? $0.text }
      + (item["sameAs"]?.elements ?? []).compactMap(\.text)
  }

  private static func joined(_ parts: [String?]) -> String? {
    let parts = parts.compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
