/// A table with commas, quoted as RFC 4180 specifies.
///
/// The first columns have Rayyan's names and order. Authors are separated by "and", as in Rayyan;
/// keywords by semicolons.
struct CSVWriter: RecordWriter {
  /// Whether cells that spreadsheets would run as formulas are marked as text.
  var marksFormulas = false

  private static let columns =
    [
      "key", "title", "year", "month", "day", "journal", "issn", "volume", "issue", "pages",
      "authors", "url", "language", "publisher", "location", "abstract", "notes", "doi", "keywords",
      "pubmed_id", "pmc_id", "type", "registry", "isbn", "accession_numbers", "edition", "editors",
      "journal_abbreviation", "series", "series_editors", "conference", "accessed",
    ] + FacetName.allCases.map(\.rawValue)

  var opening: String { Self.columns.joined(separator: ",") + "\n" }

  func record(_ document: Document) -> String {
    let reference = Reference(document)
    let cells = Self.columns.map { Self.value($0, reference) ?? "" }
    return CSVText.line(cells, marksFormulas: marksFormulas) + "\n"
  }

  private static func value(_ column: String, _ reference: Reference) -> String? {
    let document = reference.document
    let imprint = document.imprint
    if let name = FacetName(rawValue: column), name != .year {
      return document.facets.texts(name).joined(separator: "; ")
    }
    return switch column {
    case "key": document.id
    case "title": document.title
    case "year": document.year.map(String.init)
    case "month": imprint.month.map(String.init)
    case "day": imprint.day.map(String.init)
    case "journal": document.venue
    case "issn": imprint.issn
    case "volume": imprint.volume
    case "issue": imprint.issue
    case "pages": imprint.pages
    case "authors": names(document.authors)
    case "url": reference.address
    case "language": document.language
    case "publisher": imprint.publisher
    case "location": imprint.place
    case "abstract": document.abstract
    case "notes":
      ([FacetKeywords.note(of: document.facets)].compactMap(\.self) + imprint.notes)
        .joined(separator: "\n")
    case "doi": document.identifier(.doi)
    case "keywords":
      document.keywords.map { $0.replacing(";", with: ",") }.joined(separator: "; ")
    case "pubmed_id": document.identifier(.pmid)
    case "pmc_id": document.identifier(.pmcid)
    case "type": document.type
    case "registry": document.identifier(.registry)
    case "isbn": document.identifier(.isbn)
    case "accession_numbers": document.accessions.joined(separator: "; ")
    case "edition": imprint.edition
    case "editors": names(imprint.editors)
    case "journal_abbreviation": imprint.abbreviation
    case "series": imprint.series
    case "series_editors": names(imprint.seriesEditors)
    case "conference": imprint.conference
    case "accessed": imprint.accessed
    default: nil
    }
  }

  /// Names as "Family, Given", separated by "and".
  ///
  /// The spaces around "and" inside a name do not break lines, so that no program divides the name
  /// there.
  private static func names(_ names: [String]) -> String {
    names.map { PersonName($0).inverted.replacing(" and ", with: "\u{A0}and\u{A0}") }
      .joined(separator: " and ")
  }
}
