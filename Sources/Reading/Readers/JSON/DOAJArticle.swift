import JSON
import Literature

/// An article in the Directory of Open Access Journals (DOAJ, "API", articles).
enum DOAJArticle {
  /// The reference that an object describes.
  static func reference(_ article: JSONValue) -> BibliographicRecord {
    let work = article["bibjson"]
    let journal = work?["journal"]
    var reference = BibliographicRecord()
    reference.key = article["id"]?.text
    reference.title = work?["title"]?.text ?? ""
    let names = (work?["author"]?.elements ?? []).compactMap { $0["name"]?.text }
    reference.setNames(NameList.divided(names, order: .givenFirst), editors: [])
    reference.setDate(
      [work?["year"]?.text, work?["month"]?.text].joinedNonNil(separator: "-"))
    reference.venue = journal?["title"]?.text
    reference.imprint.issn = journal?["issns"]?.elements.first?.text
    reference.imprint.volume = journal?["volume"]?.text
    reference.imprint.issue = journal?["number"]?.text
    reference.imprint.publisher = journal?["publisher"]?.text
    reference.imprint.pages = Imprint.pages(
      from: work?["start_page"]?.text, to: work?["end_page"]?.text)
    reference.language = journal?["language"]?.elements.first?.text
    reference.url = work?["link"]?.elements.first?["url"]?.text
    reference.abstract = work?["abstract"]?.text ?? ""
    for number in work?["identifier"]?.elements ?? [] where number["type"]?.text == "doi" {
      reference.add(.doi, number["id"]?.text)
    }
    let subjects = (work?["subject"]?.elements ?? []).compactMap { $0["term"]?.text }
    reference.keywords = (work?["keywords"]?.elements ?? []).compactMap(\.text) + subjects
    reference.decodeEntities()
    return reference
  }
}
