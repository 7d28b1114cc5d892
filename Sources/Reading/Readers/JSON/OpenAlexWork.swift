import JSON
import Literature

/// A work as OpenAlex's web service returns it (OpenAlex, "Work object").
enum OpenAlexWork {
  /// The reference that an object describes.
  static func reference(_ work: JSONValue) -> BibliographicRecord {
    var reference = BibliographicRecord()
    reference.key = work["id"]?.text?.split(separator: "/").last.map(String.init)
    reference.title = (work["title"] ?? work["display_name"])?.text ?? ""
    let names = (work["authorships"]?.elements ?? []).compactMap { authorship in
      (authorship["author"]?["display_name"] ?? authorship["raw_author_name"])?.text
    }
    reference.setNames(NameList.divided(names, order: .givenFirst), editors: [])
    reference.year = work["publication_year"]?.integer
    // The first day of a year stands for the year alone.
    reference.setDate(
      work["publication_date"]?.text.map { date in
        date.hasSuffix("-01-01") ? String(date.dropLast("-01-01".count)) : date
      })
    let source = work["primary_location"]?["source"] ?? work["host_venue"]
    reference.venue = source?["display_name"]?.text
    reference.imprint.issn = source?["issn_l"]?.text
    reference.imprint.publisher = (source?["host_organization_name"] ?? source?["publisher"])?.text
    reference.types = [work["type"]?.text.flatMap(ServiceTypes.openAlex)].compactMap(\.self)
    reference.language = work["language"]?.text
    reference.url = work["primary_location"]?["landing_page_url"]?.text
    reference.add(.doi, work["doi"]?.text)
    reference.add(.pmid, work["ids"]?["pmid"]?.text)
    reference.add(.pmcid, work["ids"]?["pmcid"]?.text)
    let numbers = work["biblio"]
    reference.imprint.volume = numbers?["volume"]?.text
    reference.imprint.issue = numbers?["issue"]?.text
    reference.imprint.pages = Imprint.pages(
      from: numbers?["first_page"]?.text, to: numbers?["last_page"]?.text)
    reference.abstract = abstract(work["abstract_inverted_index"])
    reference.decodeEntities()
    reference.keywords = (work["keywords"]?.elements ?? []).compactMap { keyword in
      (keyword["display_name"] ?? keyword["keyword"])?.text ?? keyword.text
    }
    return reference
  }

  /// Maximum number of words of an abstract.
  private static let wordLimit = 1 << 16

  /// The text of an abstract that is stored as the positions of its words.
  private static func abstract(_ index: JSONValue?) -> String {
    guard case .object(let positions) = index else { return "" }
    let words = positions.flatMap { word, places in
      places.elements.compactMap(\.integer).map { (place: $0, word: word) }
    }
    guard words.count <= wordLimit else { return "" }
    return words.sorted { ($0.place, $0.word) < ($1.place, $1.word) }.map(\.word)
      .joined(separator: " ")
  }
}
