/// A list of records that a database exported as plain text, in which each begins with its number
/// or its first tag.
///
/// PubMed calls it "Abstract (text)", Ovid "Text". It would be taken for a single work with the
/// identifiers of the first record.
enum RecordListing {
  /// The beginning of a record with a number.
  private static let openers: [@Sendable (Int, Substring) -> Bool] = [
    // Ovid.
    { number, line in line == "<\(number)>" },
    // ProQuest, Web of Science and SilverPlatter.
    { number, line in
      ["document", "record"].contains { line.lowercased().hasPrefix("\($0) \(number) of ") }
    },
    // EBSCOhost, and Embase.
    { number, line in line == "Record: \(number)" || line == "RECORD \(number)" },
  ]

  /// The beginning of a record with a number in a form that other texts do not have.
  private static let certainOpeners: [@Sendable (Int, Substring) -> Bool] = [
    // The Cochrane Library.
    { number, line in line.hasPrefix("Record #\(number) of ") },
    // Ovid, with tags.
    { number, line in line == "<\(number). >" },
  ]

  /// The first tag of a record and the tag of its title.
  private static let tags: [(first: String, title: String)] = [
    // Ovid.
    ("UI - ", "TI - "),
    // RefWorks.
    ("RT ", "T1 "),
  ]

  /// Such tags that other texts do not have.
  private static let certainTags: [(first: String, title: String)] = [
    // EndNote's style “Show All Fields”.
    ("Reference Type:", "Record Number:")
  ]

  /// The number of records; `nil` if a text is not a list.
  ///
  /// A single record is counted only if its form is certain.
  static func count(in lines: [TextLine]) -> Int? {
    let certain =
      certainOpeners.map { count(in: lines, $0) } + [scopusCount(in: lines)]
      + certainTags.map { count(in: lines, $0.first, $0.title) }
    if let count = certain.max(), count > 0 { return count }
    let counts =
      openers.map { count(in: lines, $0) } + tags.map { count(in: lines, $0.first, $0.title) }
      + [pubMedCount(in: lines), summaryCount(in: lines)]
    return counts.max().flatMap { $0 > 1 ? $0 : nil }
  }

  /// How many records begin with a number and a full stop, and have a line for the PMID, as in
  /// PubMed.
  private static func pubMedCount(in lines: [TextLine]) -> Int {
    let count = count(in: lines) { number, line in
      line.hasPrefix("\(number). ") || line.hasPrefix("\(number): ")
    }
    return min(count, lines.count { $0.text.hasPrefix("PMID: ") })
  }

  /// How many records are a line with a number and a PMID, as in “Summary (text)” of PubMed.
  private static func summaryCount(in lines: [TextLine]) -> Int {
    var count = 0
    for line in lines where line.text.hasPrefix("\(count + 1): ") && line.text.contains("PMID: ") {
      count += 1
      // Other lines may come before the first record, but not many.
      if count == 1, !lines.prefix(10).contains(line) { return 0 }
    }
    return count
  }

  /// How many records end with their source in a file with Scopus's header.
  private static func scopusCount(in lines: [TextLine]) -> Int {
    guard lines.count > 1, lines[0].text == "Scopus", lines[1].text.hasPrefix("EXPORT DATE")
    else { return 0 }
    return lines.count { $0.text == "SOURCE: Scopus" }
  }

  /// How many records have both tags, the first of them near the top.
  private static func count(in lines: [TextLine], _ first: String, _ title: String) -> Int {
    guard lines.prefix(10).contains(where: { $0.text.hasPrefix(first) }) else { return 0 }
    return min(
      lines.count { $0.text.hasPrefix(first) }, lines.count { $0.text.hasPrefix(title) })
  }

  /// How many records begin with the numbers from 1 on, the first of them at the top.
  private static func count(in lines: [TextLine], _ begins: (Int, Substring) -> Bool) -> Int {
    guard lines.prefix(10).contains(where: { begins(1, $0.text) }) else { return 0 }
    var count = 0
    for line in lines where line.text.utf8.count < 500 && begins(count + 1, line.text) {
      count += 1
    }
    return count
  }
}
