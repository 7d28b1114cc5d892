import JSON
import Literature

/// A record of the Education Resources Information Center as its web service returns it (ERIC,
/// "API").
enum ERICRecord {
  /// The reference that an object describes.
  static func reference(_ record: JSONValue) -> BibliographicRecord {
    func texts(_ name: String) -> [String] {
      (record[name]?.elements ?? []).compactMap(\.text)
    }
    let links = texts("url")
    var reference = BibliographicRecord()
    reference.key = record["id"]?.text
    reference.addAccessions(reference.key, of: "ERIC")
    reference.title = record["title"]?.text ?? ""
    reference.setNames(NameList.divided(texts("author")), editors: [])
    reference.year = record["publicationdateyear"]?.integer
    reference.venue = texts("source").first
    reference.types = texts("publicationtype")
    reference.language = texts("language").first
    reference.imprint.publisher = texts("publisher").first
    reference.abstract = record["description"]?.text ?? ""
    reference.keywords = texts("subject")
    reference.setURL(inAnyOf: links)
    reference.addDOI(inAnyOf: links)
    if let number = texts("issn").first { reference.imprint.issn = SerialNumber.first(in: number) }
    reference.add(.isbn, texts("isbn").first)
    reference.decodeEntities()
    return reference
  }
}
