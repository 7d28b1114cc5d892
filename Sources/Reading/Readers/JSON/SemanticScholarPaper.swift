import JSON
import Literature

/// A paper as Semantic Scholar's web service returns it, or as its data sets contain it, which write
/// all names of fields in lower case (Semantic Scholar, "Academic Graph API").
enum SemanticScholarPaper {
  /// The reference that an object describes.
  static func reference(_ value: JSONValue) -> BibliographicRecord {
    // Lists of citations have the paper in another object.
    let paper = value["citingPaper"] ?? value["citedPaper"] ?? value
    func field(_ name: String) -> JSONValue? { paper[name] ?? paper[name.lowercased()] }
    let journal = field("journal")
    let venue = field("publicationVenue")
    let numbers = field("externalIds")
    var reference = BibliographicRecord()
    reference.key = field("paperId")?.text ?? field("corpusId")?.text
    reference.title = field("title")?.text ?? ""
    let names = (field("authors")?.elements ?? []).compactMap { $0["name"]?.text }
    reference.setNames(NameList.divided(names, order: .givenFirst), editors: [])
    reference.year = field("year")?.integer
    reference.setDate(field("publicationDate")?.text)
    reference.venue = journal?["name"]?.text ?? venue?["name"]?.text ?? field("venue")?.text
    reference.imprint.issn = venue?["issn"]?.text
    reference.imprint.volume = journal?["volume"]?.text?.trimmed
    reference.imprint.pages = journal?["pages"]?.text?.trimmed
    reference.types = (field("publicationTypes")?.elements ?? []).compactMap(\.text)
      .map { types[$0] ?? $0 }
    reference.url = field("url")?.text
    reference.abstract = field("abstract")?.text ?? ""
    reference.add(.doi, numbers?["DOI"]?.text)
    reference.add(.pmid, numbers?["PubMed"]?.text)
    reference.add(.pmcid, numbers?["PubMedCentral"]?.text)
    reference.addAccessions(numbers?["ArXiv"]?.text, of: "arXiv")
    reference.decodeEntities()
    reference.keywords = (field("fieldsOfStudy")?.elements ?? []).compactMap(\.text)
    for topic in field("s2FieldsOfStudy")?.elements ?? [] {
      if let name = topic["category"]?.text, !reference.keywords.contains(name) {
        reference.keywords.append(name)
      }
    }
    return reference
  }

  /// The names of types in MEDLINE and reference managers.
  private static let types = [
    "JournalArticle": "Journal Article", "ClinicalTrial": "Clinical Trial",
    "MetaAnalysis": "Meta-Analysis", "CaseReport": "Case Reports",
    "Conference": "Conference Paper", "LettersAndComments": "Letter",
    "BookSection": "Book Section",
  ]
}
