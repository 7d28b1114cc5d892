import Literature

/// EBSCOhost's XML: a `rec` for each record, in an export or in an answer of the web service
/// (EBSCO, "EBSCOhost Integration Toolkit").
package struct EBSCOReader: XMLRecordReader {
  package static let format = "EBSCOhost XML"
  static let records = ["rec"]

  package static func recognises(_ head: FileHead) -> Bool {
    guard let root = head.xmlRoot else { return false }
    return ["records", "rec", "searchResponse"].contains(String(root)) && head.holds("<controlInfo")
  }

  package init() {}

  func document(_ record: XMLElement, from origin: RecordOrigin, line: Int) -> Document? {
    reference(record).document(from: origin, line: line)
  }

  private func reference(_ record: XMLElement) -> BibliographicRecord {
    let header = record.child("header")
    let control = header?.child("controlInfo") ?? record.child("controlInfo")
    let article = control?.child("artinfo")
    let book = control?.child("bkinfo")
    let journal = control?.child("jinfo")
    let issue = control?.child("pubinfo")
    var reference = BibliographicRecord()
    reference.key = header?.attribute("uiTerm")
    let bookTitle = book?.child("btl")?.content
    reference.title = article?.child("tig", "atl")?.content ?? bookTitle ?? ""
    let authors = names(article?.child("aug"))
    let others = names(book?.child("aug"))
    let areEditors = !authors.isEmpty && others != authors
    reference.setNames(authors.isEmpty ? others : authors, editors: areEditors ? others : [])
    let container = journal?.child("jtl")?.content ?? bookTitle
    reference.venue = container == reference.title ? nil : container
    setDate(issue?.child("dt"), &reference)
    reference.imprint.volume = issue?.child("vid")?.content
    reference.imprint.issue = issue?.child("iid")?.content
    reference.imprint.publisher = issue?.child("pub")?.content
    reference.imprint.place = issue?.child("place")?.content
    reference.imprint.pages = pages(article)
    reference.imprint.issn = journal?.child("issn")?.content
    reference.add(.isbn, book?.child("isbn")?.content)
    reference.url = record.child("plink")?.content
    for number in article?.children("ui") ?? [] { addIdentifier(number, &reference) }
    reference.addNumbers(
      EndNoteNumbers(accession: reference.key, database: header?.attribute("longDbName")))
    reference.abstract = AbstractParts.joined(
      (article?.children("ab") ?? []).compactMap(\.content))
    reference.keywords = Self.keywords.flatMap { article?.descendants($0) ?? [] }
      .compactMap(\.content)
    let types = article?.children("doctype").compactMap(\.content) ?? []
    reference.types =
      types.isEmpty ? (article?.children("pubtype") ?? []).compactMap(\.content) : types
    reference.language = control?.child("language")?.content
    reference.decodeEntities()
    return reference
  }

  /// The elements that are subject headings and keywords.
  private static let keywords: [StaticString] = ["subj", "keyword", "kw"]

  private func names(_ list: XMLElement?) -> [String] {
    NameList.divided(list?.children("au").compactMap(\.content) ?? [])
  }

  /// Sets the date from the parts that EBSCOhost derives from the printed one; it writes 1 for an
  /// unknown day, and a month for a date that is only a year.
  private func setDate(_ date: XMLElement?, _ reference: inout BibliographicRecord) {
    guard let date else { return }
    let printed = date.content ?? ""
    let isYear = printed.utf8.count == 4 && printed.allSatisfy(\.isASCIIDigit)
    let day = date.attribute("day").flatMap { ["01", "1"].contains($0) ? nil : $0 }
    let parts = [date.attribute("year"), isYear ? nil : date.attribute("month"), day]
    reference.setDate(isYear ? printed : parts.joinedNonNil(separator: "-"))
    reference.setDate(printed)
  }

  /// The pages from the first page and the number of pages.
  private func pages(_ article: XMLElement?) -> String? {
    let first = article?.child("ppf")?.content
    guard let number = first.flatMap({ Int($0) }), (1...999_999).contains(number),
      let count = article?.child("ppct")?.content.flatMap({ Int($0) }), (2...9999).contains(count)
    else { return first }
    return "\(number)-\(number + count - 1)"
  }

  private func addIdentifier(_ number: XMLElement, _ reference: inout BibliographicRecord) {
    switch number.attribute("type") {
    case "doi": reference.add(.doi, number.content)
    case "pmid": reference.add(.pmid, number.content)
    default:
      // PMCIDs have no separate type.
      if let text = number.content, text.hasPrefix("PMC") { reference.add(.pmcid, text) }
    }
  }
}
