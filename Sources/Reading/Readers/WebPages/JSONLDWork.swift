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
    authors = Self.names((item["author"] ?? item["creator"])?.elements ?? [])
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

  /// The names of people, divided, and of organisations, whole.
  private static func names(_ authors: [JSONValue]) -> [String] {
    var names: [String] = []
    var people: [String] = []
    for author in authors {
      if isOrganisation(author) {
        names += NameList.divided(people, order: .givenFirst)
        people = []
        if let name = author["name"]?.text { names.append(name) }
      } else if let family = author["familyName"]?.text {
        people.append([family, author["givenName"]?.text].joinedNonNil(separator: ", "))
      } else if let name = author.text ?? author["name"]?.text {
        people += NameText.names(name)
      }
    }
    return names + NameList.divided(people, order: .givenFirst)
  }

  private static func isOrganisation(_ author: JSONValue) -> Bool {
    (author["@type"]?.elements ?? []).contains { $0.text?.hasSuffix("Organization") == true }
  }
}
