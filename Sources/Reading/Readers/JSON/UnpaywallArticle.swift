import JSON
import Literature

/// An article as Unpaywall's web service and data sets describe it (Unpaywall, "Data format").
enum UnpaywallArticle {
  /// The reference that an object describes.
  static func reference(_ article: JSONValue) -> BibliographicRecord {
    var reference = BibliographicRecord()
    reference.title = article["title"]?.text ?? ""
    reference.setNames(
      NameList.divided((article["z_authors"]?.elements ?? []).compactMap(name), order: .givenFirst),
      editors: [])
    reference.year = article["year"]?.integer
    reference.setDate(article["published_date"]?.text)
    reference.venue = article["journal_name"]?.text
    reference.imprint.issn = (article["journal_issn_l"] ?? article["journal_issns"])?.text
    reference.imprint.publisher = article["publisher"]?.text
    reference.types = [article["genre"]?.text.flatMap(ServiceTypes.crossref)].compactMap(\.self)
    reference.add(.doi, (article["doi"] ?? article["doi_url"])?.text)
    reference.decodeEntities()
    return reference
  }

  private static func name(_ person: JSONValue) -> String? {
    PersonName.inverted(person["family"]?.text, person["given"]?.text)
      ?? (person["name"] ?? person["raw_author_name"])?.text
  }
}
