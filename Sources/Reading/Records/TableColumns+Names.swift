import Literature

/// The names of columns, and what they mean.
extension TableColumns {
  private static let table = Dictionary(
    Table(named: "csv-columns.tsv").rows.map { ($0["column"], $0["field"]) },
    uniquingKeysWith: { first, _ in first })

  /// The field of a column with this name; facets have columns with their names.
  static func field(_ name: some StringProtocol) -> String? {
    let name = folded(name)
    if let field = table[name] { return field }
    let joined = joinedName(name)
    if let facet = FacetName.allCases.first(where: { joinedName($0.rawValue) == joined }) {
      return facet.rawValue
    }
    if let field = joinedTable[joined] { return field }
    if isNumberedAuthor(name) { return "numberedauthors" }
    return first(of: name).flatMap { Self.field($0) }
  }

  /// The first of several names, or a name without a remark: "Journal / Source", "DOI (if any)"; `nil`
  /// for a single name.
  private static func first(of name: String) -> String? {
    let first = name.prefix { !"/(".contains($0) }
    return first.endIndex < name.endIndex && first.contains(where: \.isLetter) ? first.trimmed : nil
  }

  /// Whether a column has one of the authors: "author 1", "author2".
  private static func isNumberedAuthor(_ name: String) -> Bool {
    let name = joinedName(name)
    return name.hasPrefix("author") && (7...8).contains(name.utf8.count)
      && name.dropFirst(6).allSatisfy(\.isASCIIDigit)
  }

  /// The fields of columns by their names without spaces and punctuation.
  private static let joinedTable = Dictionary(
    table.map { (joinedName($0.key), $0.value) }.sorted { $0 < $1 },
    uniquingKeysWith: { first, _ in first })

  /// A name without spaces and punctuation, which programs write in many ways: "publicationDate",
  /// "Publication-Date".
  private static func joinedName(_ name: String) -> String {
    name.filter { !" _-./".contains($0) }
  }

  /// A name in lower case without quotation marks and a byte-order mark.
  static func folded(_ name: some StringProtocol) -> String {
    String(name.filter { $0 != "\"" && $0 != "\u{FEFF}" }).trimmed.lowercased()
  }

  /// The fields of tags of Web of Science that are other words elsewhere: the date, that of early
  /// access, the conference, and Keywords Plus.
  static let webOfScience = ["pd": "date", "ea": "date", "ct": "conference", "id": "keywords"]

  /// Whether the columns have the tags of Web of Science.
  static func areOfWebOfScience(_ header: [String]) -> Bool {
    Set(header.map { folded($0) }).isSuperset(of: ["pt", "au", "ti", "so"])
  }

  /// Whether a row that has no column for a title or an abstract names several others that only
  /// references have, such as authors and DOIs.
  static func nameReferences(_ header: [String]) -> Bool {
    TableColumns(header) == nil && header.count { field($0) != nil && !isUsual($0) } > 1
  }

  /// Whether all columns are those of the shortest tables of references; lists of web pages also
  /// have dates and notes.
  static func areLeast(_ header: [String]) -> Bool {
    let fields = header.map { field($0) }
    let isOfPages = fields.contains("url")
    return fields.allSatisfy { field in
      guard let field else { return false }
      return leastFields.contains(field) || FacetName.allCases.contains { $0.rawValue == field }
        || isOfPages && ["date", "notes"].contains(field)
    }
  }

  private static let leastFields: Set<String> = [
    "title", "abstract", "year", "type", "language", "keywords", "url", "key", "venue", "source",
    "volume", "issue", "pages", "firstpage", "lastpage", "publisher",
  ]

  /// Whether tables of any kind have columns with this name.
  static func isUsual(_ name: String) -> Bool {
    let name = folded(name)
    let joined = joinedName(name)
    if usual.contains(name) || joinedUsual.contains(joined) { return true }
    if FacetName.allCases.contains(where: { joinedName($0.rawValue) == joined }) { return true }
    return table[name] == nil && first(of: name).map(isUsual) ?? false
  }

  private static let joinedUsual = Set(usual.map(joinedName))

  private static let usual: Set<String> = [
    "title", "name", "short title", "titel", "titre", "título", "summary", "description", "text",
    "year", "yr", "jahr", "année", "año", "ano", "jaar", "date", "start date", "published", "month",
    "day", "source", "conference", "accessed", "pm", "ref", "registry", "registration number",
    "url", "urls", "link", "keyword", "keywords", "tags", "conditions", "interventions", "subjects",
    "type", "language", "sprache", "langue", "idioma", "volume", "vol", "band", "volumen", "issue",
    "is", "number", "heft", "numéro", "número", "pages", "seiten", "páginas", "publisher", "verlag",
    "notes", "note", "comments", "extra", "key", "id", "_id", "record_id", "record id", "item id",
    "enrollment", "location", "city", "edition", "series", "se", "de", "ji", "do", "so", "la",
    "ca", "place", "content type", "target size", "target_size",
    "start page", "end page", "page", "publication", "contributors", "an",
    "citation", "full citation", "reference", "citation key", "entry type",
    "sponsor", "primary sponsor", "acronym", "other ids", "secondary ids", "secondary id",
    "intervention", "primary outcome", "primary outcome measures",
  ]
}
