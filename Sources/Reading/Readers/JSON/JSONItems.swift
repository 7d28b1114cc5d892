import JSON
import Literature

/// Reads the objects of a JSON file: records of this project, references in CSL-JSON, items of
/// Zotero, studies of ClinicalTrials.gov, and works as the web services of CORE, Crossref, DOAJ, ERIC,
/// Europe PMC, OpenAlex, Semantic Scholar and Unpaywall return them, also in the object around their
/// list.
struct JSONItems {
  /// What an object describes.
  private enum Kind {
    case own, core, csl, doaj, eric, europePMC, openAlex, semanticScholar, trial, unpaywall, zotero
    /// An object with the names of columns of a table, such as "Title" and "Authors".
    case row
    case unknown
  }

  private let origin: RecordOrigin
  /// Whether any object was of a known kind.
  private var hasKnown = false
  /// The number of objects of an unknown kind, and the location of the first.
  private var unknown: (count: Int, first: SourceLocation)?

  /// Begins a file.
  init(from origin: RecordOrigin) {
    self.origin = origin
  }

  /// The outcomes of reading an object, after the mistakes in its values; none if its kind is
  /// unknown.
  mutating func outcomes(
    _ bytes: UnsafeRawBufferPointer, line: Int, at location: SourceLocation
  ) throws(JSONError) -> [ReadOutcome] {
    var scanner = JSONScanner(bytes)
    let value = try scanner.value()
    guard let items = Self.list(in: value) else {
      let kind = Self.kind(of: value)
      if kind == .own { return try own(bytes, line: line, at: location) }
      return outcomes(value, kind, line: line, at: location, repaired: scanner.isRepaired)
    }
    let isRepaired = scanner.isRepaired
    var found: [ReadOutcome] = []
    for (index, item) in items.enumerated() {
      let location = SourceLocation.record(index + 1)
      let kind = Self.kind(of: item)
      if kind == .own {
        found += item.encoded.withUnsafeBytes { bytes -> [ReadOutcome] in
          do throws(JSONError) {
            return try own(bytes, line: line, at: location, repaired: isRepaired)
          } catch {
            return [.failed(origin.notice(location, error.description))]
          }
        }
      } else {
        found += outcomes(item, kind, line: line, at: location, repaired: isRepaired)
      }
    }
    return found
  }

  /// The outcomes of a record that has already been read as one of this project.
  mutating func outcomes(
    of record: JSONRecord, line: Int, at location: SourceLocation, repaired: Bool
  ) -> [ReadOutcome] {
    hasKnown = true
    return record.outcomes(from: origin, line: line, at: location, repaired: repaired)
  }

  /// The notice of the objects of unknown kinds; about the whole file if it has no others.
  var unknownNotice: ReadOutcome? {
    guard let (count, first) = unknown else { return nil }
    guard hasKnown else {
      let reason =
        "has an unsupported format (JSON of an unknown kind); export the records as CSL-JSON or RIS"
      return .skipped(origin.notice(nil, reason))
    }
    let reason =
      count == 1
      ? "is an object of an unknown kind" : "is the first of \(count) objects of an unknown kind"
    return .failed(origin.notice(first, reason))
  }

  private mutating func own(
    _ bytes: UnsafeRawBufferPointer, line: Int, at location: SourceLocation,
    repaired: Bool = false
  ) throws(JSONError) -> [ReadOutcome] {
    var scanner = JSONScanner(bytes)
    var record = JSONRecord()
    try record.read(&scanner)
    return outcomes(
      of: record, line: line, at: location, repaired: repaired || scanner.isRepaired)
  }

  private mutating func outcomes(
    _ value: JSONValue, _ kind: Kind, line: Int, at location: SourceLocation, repaired: Bool
  ) -> [ReadOutcome] {
    let reference: BibliographicRecord
    switch kind {
    case .openAlex: reference = OpenAlexWork.reference(value)
    case .core: reference = COREWork.reference(value)
    case .csl: reference = CSLItem.reference(value)
    case .doaj: reference = DOAJArticle.reference(value)
    case .eric: reference = ERICRecord.reference(value)
    case .europePMC: reference = EuropePMCArticle.reference(value)
    case .semanticScholar: reference = SemanticScholarPaper.reference(value)
    case .trial: reference = ClinicalTrial.reference(value)
    case .unpaywall: reference = UnpaywallArticle.reference(value)
    case .zotero:
      let fields = ZoteroItem.fields(of: value) ?? value
      if let part = ZoteroItem.part(fields) {
        hasKnown = true
        return outcomes(ofPart: part, fields, at: location)
      }
      reference = ZoteroItem.reference(fields)
    case .row: return outcomes(ofRow: value, line: line, at: location, repaired: repaired)
    case .own, .unknown:
      unknown = (count: (unknown?.count ?? 0) + 1, first: unknown?.first ?? location)
      return []
    }
    hasKnown = true
    let document = reference.document(from: origin, line: line)
    return [origin.outcome(document, at: location, repaired: repaired)]
  }

  /// The outcomes of reading an object as a row of a table.
  private mutating func outcomes(
    ofRow value: JSONValue, line: Int, at location: SourceLocation, repaired: Bool
  ) -> [ReadOutcome] {
    guard case .object(let members) = value else { return [] }
    hasKnown = true
    var cells = members
    // Mendeley has the identifiers in a separate object.
    if case .object(let numbers) = members["identifiers"] {
      cells.merge(numbers) { own, _ in own }
    }
    let sorted = cells.sorted { $0.key < $1.key }
    return TableColumns(sorted.map(\.key))?.outcomes(
      sorted.map { Self.cell($0.value) }, from: origin, line: line, at: location,
      repaired: repaired) ?? []
  }

  /// A value as in a cell of a table: lists have semicolons, and objects give their names.
  private static func cell(_ value: JSONValue) -> String {
    value.elements.compactMap { $0.personName ?? $0["title"]?.text }.joined(separator: "; ")
  }

  /// The outcomes of reading a part of an item of Zotero.
  ///
  /// Files and annotations of items contain nothing that is read, but notes do.
  private func outcomes(
    ofPart part: String, _ fields: JSONValue, at location: SourceLocation
  ) -> [ReadOutcome] {
    let isOwned = fields["parentItem"]?.text != nil
    if isOwned, part != "note" { return [] }
    let reason =
      isOwned ? "is a note that is separate from its item" : "is a \(part) that belongs to no item"
    return [.skipped(origin.notice(location, reason))]
  }

  /// The list in an object that describes no work itself, such as `{"message":{"items":[…]}}`; `nil`
  /// if there is none.
  private static func list(in value: JSONValue) -> [JSONValue]? {
    guard case .object(let members) = value, Set(members.keys).isDisjoint(with: workKeys) else {
      return nil
    }
    guard case .object(let message) = members["message"] else { return list(among: members) }
    // Crossref has a single work in such an object, too.
    return Set(message.keys).isDisjoint(with: workKeys) ? list(among: message) : [.object(message)]
  }

  private static func list(among members: [String: JSONValue]) -> [JSONValue]? {
    for key in [
      "items", "results", "data", "references", "studies", "recommendedPapers", "records",
      "articles", "publications",
    ] {
      if case .array(let items) = members[key] { return items }
    }
    // Europe PMC.
    if case .array(let items) = members["resultList"]?["result"] { return items }
    // ERIC; other services that use the same program have other names for fields.
    if case .array(let items) = members["response"]?["docs"],
      items.first.map({ kind(of: $0) == .eric }) ?? true
    {
      return items
    }
    return nil
  }

  /// Keys of objects that describe a work.
  private static let workKeys: Set<String> = ["_id", "id", "title", "DOI", "text"]

  private static func kind(of value: JSONValue) -> Kind {
    guard case .object(let members) = value else { return .unknown }
    let keys = Set(members.keys)
    if !keys.isDisjoint(with: ["_id", "text"]) { return .own }
    if !keys.isDisjoint(with: ["authorships", "publication_year"]) { return .openAlex }
    if keys.contains("protocolSection") { return .trial }
    if ZoteroItem.fields(of: value) != nil { return .zotero }
    if !keys.isDisjoint(with: semanticScholarKeys) { return .semanticScholar }
    if !keys.isDisjoint(with: europePMCKeys) { return .europePMC }
    if keys.contains("bibjson") { return .doaj }
    if keys.contains("publicationdateyear") { return .eric }
    if !keys.isDisjoint(with: ["yearPublished", "oaiIds"]) { return .core }
    if !keys.isDisjoint(with: ["z_authors", "oa_locations"]) { return .unpaywall }
    if !keys.contains("title"), keys.contains(where: { TableColumns.field($0) == "title" }),
      TableColumns(Array(keys))?.areOfReferences == true
    {
      return .row
    }
    if !keys.isDisjoint(with: ["author", "issued", "container-title"]) { return .csl }
    if !keys.isDisjoint(with: JSONRecord.ownKeys) { return isRow(keys) ? .row : .own }
    return keys.isEmpty || !keys.isDisjoint(with: cslKeys) ? .csl : .unknown
  }

  /// Whether an object that may be a record of this project has fields that such records do not have,
  /// but tables do, and no facets.
  private static func isRow(_ keys: Set<String>) -> Bool {
    let facets = FacetName.allCases.map(\.rawValue)
    let unread = keys.subtracting(JSONRecord.known).subtracting(["title"])
    return keys.isDisjoint(with: facets + ["imprint", "accession_numbers"])
      && unread.contains { TableColumns.field($0) != nil }
      && TableColumns(Array(keys))?.areOfReferences == true
  }

  /// Keys that only papers of Semantic Scholar have.
  private static let semanticScholarKeys: Set<String> = [
    "paperId", "corpusid", "externalIds", "externalids", "citingPaper", "citedPaper",
  ]

  /// Keys that only articles of Europe PMC have.
  private static let europePMCKeys: Set<String> = ["authorString", "pubYear", "journalInfo"]

  /// Keys of CSL-JSON of which an object has at least one.
  private static let cslKeys: Set<String> = [
    "id", "type", "title", "abstract", "editor", "DOI", "URL", "PMID", "PMCID", "ISBN", "ISSN",
    "page", "note", "keyword", "publisher", "volume", "language",
  ]
}
