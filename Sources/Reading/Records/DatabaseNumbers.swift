import Literature

/// Accession numbers of databases in one field, as CENTRAL writes them: "PUBMED 12625150,EMBASE
/// 36231497".
enum DatabaseNumbers {
  /// The PMID in a list; `nil` if it has none, or if the text is not one.
  static func pmid(in text: String) -> String? {
    for part in text.split(whereSeparator: { ",;\n\r".contains($0) }) {
      let words = part.split { $0 == " " || $0 == ":" }
      guard words.count == 2, ["PUBMED", "MEDLINE", "PMID"].contains(words[0].uppercased()),
        words[1].allSatisfy(\.isASCIIDigit)
      else { continue }
      return String(words[1])
    }
    return nil
  }

  /// Whether a text is such a list.
  static func matches(_ text: String) -> Bool {
    ["PUBMED ", "EMBASE ", "MEDLINE ", "CINAHL ", "PSYCINFO "].contains {
      text.uppercased().hasPrefix($0)
    }
  }

  /// A PMID that is the whole text of a field, as Embase exports it: a number of 6 to 8 digits.
  static func pmid(alone text: String) -> String? {
    (6...8).contains(text.utf8.count) && text.allSatisfy(\.isASCIIDigit) ? text : nil
  }
}
