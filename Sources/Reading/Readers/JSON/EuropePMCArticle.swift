import JSON
import Literature

/// An article as Europe PMC's web service returns it, briefly ("lite") or in full ("core") (Europe
/// PMC, "Articles RESTful API").
///
/// Its XML has the same names, except for those in capitals.
enum EuropePMCArticle {
  /// The reference that an object describes.
  static func reference(_ article: JSONValue) -> BibliographicRecord {
    let issue = article["journalInfo"]
    let journal = issue?["journal"]
    var reference = BibliographicRecord()
    reference.key = article["id"]?.text
    reference.title = PubMedTitle.withoutFullStop(article["title"]?.text ?? "")
    reference.setNames(authors(article), editors: [])
    reference.year = article["pubYear"]?.integer
    reference.setDate(issue?["dateOfPublication"]?.text)
    reference.venue = journal?["title"]?.text ?? article["journalTitle"]?.text
    reference.imprint.abbreviation =
      (journal?["isoabbreviation"] ?? journal?["ISOAbbreviation"])?.text
      ?? journal?["medlineAbbreviation"]?.text
    let number = journal?["issn"] ?? journal?["ISSN"] ?? journal?["essn"] ?? journal?["ESSN"]
    reference.imprint.issn = number?.text ?? article["journalIssn"]?.text
    reference.imprint.volume = issue?["volume"]?.text ?? article["journalVolume"]?.text
    reference.imprint.issue = issue?["issue"]?.text ?? article["issue"]?.text
    reference.imprint.pages = article["pageInfo"]?.text
    // Preprints have their server here.
    reference.imprint.publisher = article["bookOrReportDetails"]?["publisher"]?.text
    let types = article["pubTypeList"]?["pubType"]?.elements.compactMap(\.text)
    reference.types = types ?? article["pubType"]?.text?.parts(separatedBy: ";") ?? []
    reference.language = article["language"]?.text
    reference.abstract = article["abstractText"]?.text ?? ""
    reference.add(.doi, article["doi"]?.text)
    let isOfMEDLINE = article["source"]?.text == "MED"
    reference.add(.pmid, article["pmid"]?.text ?? (isOfMEDLINE ? reference.key : nil))
    reference.add(.pmcid, article["pmcid"]?.text)
    let headings = article["meshHeadingList"]?["meshHeading"]?.elements ?? []
    let keywords = article["keywordList"]?["keyword"]?.elements ?? []
    reference.keywords = headings.compactMap(heading) + keywords.compactMap(\.text)
    reference.decodeEntities()
    return reference
  }

  /// The full names, or the list of names with initials.
  private static func authors(_ article: JSONValue) -> [String] {
    let names = (article["authorList"]?["author"]?.elements ?? []).compactMap { author in
      author["collectiveName"]?.text
        ?? PersonName.inverted(
          author["lastName"]?.text, (author["firstName"] ?? author["initials"])?.text)
        ?? author["fullName"]?.text
    }
    if !names.isEmpty { return names }
    return (article["authorString"]?.text).map(PubMedNames.names) ?? []
  }

  /// A MeSH heading with its qualifiers, as MEDLINE's display format writes it.
  private static func heading(_ heading: JSONValue) -> String? {
    guard let name = heading["descriptorName"]?.text else { return nil }
    let qualifiers = heading["meshQualifierList"]?["meshQualifier"]?.elements ?? []
    let isMajor = heading["majorTopic_YN"]?.text == "Y"
    return ([isMajor ? "*\(name)" : name] + qualifiers.compactMap { $0["qualifierName"]?.text })
      .joined(separator: "/")
  }
}
