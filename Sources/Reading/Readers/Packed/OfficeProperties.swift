import Literature

/// The properties of an Office Open XML file (ECMA-376, part 2, section 8: core properties).
struct OfficeProperties {
  private var title: String?
  private var authors: [String] = []
  private var year: Int?
  private var keywords: [String] = []
  private var language: String?

  /// Creates empty properties.
  init() {}

  /// Reads the properties of a file.
  init(_ members: PackedText) throws(ReadError) {
    var properties = OfficeProperties()
    try members.xml("docProps/core.xml") { core in properties.take(core) }
    self = properties
  }

  private mutating func take(_ core: XMLElement) {
    title = core.child("title")?.content.flatMap { Self.isDefault($0) ? nil : $0 }
    authors = Self.people(core.child("creator")?.content ?? "")
    year = StatedYear.ofFile(
      created: core.child("created")?.content, modified: core.child("modified")?.content)
    keywords = (core.child("keywords")?.content ?? "").parts { ";,".contains($0) }
    language = core.child("language")?.content
  }

  /// Whether a title is one that programs enter: "PowerPoint Presentation", "Microsoft Word -
  /// a.doc".
  private static func isDefault(_ title: String) -> Bool {
    title.trimmed.lowercased().wholeMatch(
      of:
        /microsoft (word|powerpoint|excel).*|((powerpoint|word) )?(presentation|document)\d*|(book|workbook|sheet|slide) ?\d*|untitled.*|no slide title/
    )
      != nil
  }

  /// The people in the property for the author.
  static func people(_ property: String) -> [String] {
    NameText.names(property).filter { !programs.contains($0.lowercased()) }
  }

  /// Names that programs enter as the author.
  private static let programs: Set<String> = [
    "python-docx", "openpyxl", "microsoft office user", "apache poi", "unknown", "user", "author",
    "windows user", "administrator", "admin", "phpword", "docx4j", "aspose",
  ]

  /// Fills in a reference.
  func describe(_ reference: inout BibliographicRecord) {
    reference.title = title ?? ""
    reference.authors = NameList.divided(authors, order: .givenFirst)
    reference.year = year
    reference.keywords = keywords
    reference.language = language
  }
}
