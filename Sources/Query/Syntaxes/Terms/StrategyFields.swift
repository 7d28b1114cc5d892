/// The fields of other platforms by their tags, in lower case; each platform has a file.
enum StrategyFields {
  /// The meaning of a tag.
  enum Meaning: Equatable {
    case fields([StrategyField])
    case publicationType
    /// A year or date of publication.
    case date
    /// A field that peerlit lacks, with its name.
    case unsupported(String)
  }

  /// The meaning of a tag; `nil` if the platform has no such tag.
  static func meaning(of tag: String, in syntax: QuerySyntax) -> Meaning? {
    switch syntax {
    case .ovid: ovid[tag]
    case .pubmed: pubmed[tag]
    case .ebsco: ebsco[tag]
    case .scopus: scopus[tag]
    case .wos: wos[tag]
    case .peerlit: nil
    }
  }

  /// Title, abstract and keywords.
  static let topic: Meaning = .fields([.title, .abstract, .keyword])
  /// Subject headings.
  static let heading: Meaning = .fields([.subject])

  /// Which author a field of authors asks for, `first` or `last`; `nil` for any author, and for
  /// other fields.
  static func authorPlace(of tag: String, in syntax: QuerySyntax) -> String? {
    switch (syntax, tag) {
    case (.pubmed, "1au"), (.pubmed, "first author"), (.pubmed, "first author name"),
      (.pubmed, "author - first"), (.scopus, "firstauth"):
      "first"
    case (.pubmed, "lastau"), (.pubmed, "last author"), (.pubmed, "last author name"),
      (.pubmed, "author - last"):
      "last"
    default: nil
    }
  }

  /// Subject headings of MEDLINE without narrower ones that many searches use: check tags and ages,
  /// in lower case and without punctuation.
  static let lowestHeadings: Set<String> = [
    "humans", "male", "female", "adolescent", "young adult", "middle aged", "child preschool",
  ]
}
