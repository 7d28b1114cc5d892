import JSON
import Literature

/// A work as CORE's web service returns it (CORE, "API v3").
enum COREWork {
  /// The reference that an object describes.
  static func reference(_ work: JSONValue) -> BibliographicRecord {
    let journal = work["journals"]?.elements.first
    let links = work["links"]?.elements ?? []
    let address = links.first { $0["type"]?.text == "display" }?["url"] ?? work["downloadUrl"]
    var reference = BibliographicRecord()
    reference.key = work["id"]?.text
    reference.title = work["title"]?.text ?? ""
    reference.setNames(
      NameList.divided(names(work["authors"]), order: .givenFirst), editors: [])
    reference.year = work["yearPublished"]?.integer
    reference.setDate(work["publishedDate"]?.text)
    reference.venue = journal?["title"]?.text
    reference.imprint.issn = journal?["identifiers"]?.elements.first?.text
    reference.imprint.publisher = work["publisher"]?.text
    reference.types = work["documentType"]?.elements.compactMap(\.text) ?? []
    reference.language = (work["language"]?["code"] ?? work["language"])?.text
    reference.url = address?.text
    reference.abstract = work["abstract"]?.text ?? ""
    reference.add(.doi, work["doi"]?.text)
    reference.add(.pmid, work["pubmedId"]?.text)
    reference.addAccessions(work["arxivId"]?.text, of: "arXiv")
    reference.keywords = work["fieldOfStudy"]?.elements.compactMap(\.text) ?? []
    reference.decodeEntities()
    return reference
  }

  private static func names(_ authors: JSONValue?) -> [String] {
    (authors?.elements ?? []).compactMap { ($0["name"] ?? $0).text }
  }
}
