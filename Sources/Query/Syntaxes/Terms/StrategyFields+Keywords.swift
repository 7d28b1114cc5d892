/// The fields of author keywords, which records do not distinguish from subject headings, and those
/// of main topics, which are searched as all headings.
extension StrategyFields {
  /// A tag that searches author keywords and no subject headings, as notes show it; `nil` for any
  /// other.
  static func authorKeywords(_ tag: String, in syntax: QuerySyntax) -> String? {
    switch (syntax, tag) {
    case (.pubmed, "tiab"), (.pubmed, "title/abstract"): "[tiab]"
    case (.pubmed, "ot"), (.pubmed, "other term"): "[ot]"
    case (.ovid, "kf"), (.ovid, "kw"): ".\(tag)."
    case (.ebsco, "kw"): "KW"
    case (.scopus, "authkey"): "AUTHKEY"
    case (.wos, "ak"), (.wos, "author keywords"): "AK"
    default: nil
    }
  }

  /// Whether a tag searches the headings that are main topics.
  static func isOfMainTopics(_ tag: String, in syntax: QuerySyntax) -> Bool {
    switch syntax {
    case .pubmed: ["majr", "mj", "mesh major topic"].contains(tag)
    case .ebsco: ["mm", "mj"].contains(tag)
    case .ovid, .scopus, .wos, .peerlit: false
    }
  }

  /// Whether a tag searches subject headings, perhaps among other fields.
  static func searchesHeadings(_ tag: String, in syntax: QuerySyntax) -> Bool {
    guard authorKeywords(tag, in: syntax) == nil,
      case .fields(let fields)? = meaning(of: tag, in: syntax)
    else { return false }
    return !Set(fields).isDisjoint(with: [.keyword, .subject, .any])
  }
}
