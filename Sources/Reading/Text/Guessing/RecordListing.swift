import Literature

/// A list of records that a database exported as plain text, in which each begins with its number.
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
  ]

  /// The number of records; `nil` if a text is not a list of two or more.
  static func count(in lines: [TextLine]) -> Int? {
    let counts =
      openers.map { count(in: lines, $0) } + [pubMedCount(in: lines), taggedCount(in: lines)]
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

  /// How many records have a number and a title in Ovid's format of tags.
  private static func taggedCount(in lines: [TextLine]) -> Int {
    let counts = ["UI - ", "TI - "].map { tag in lines.count { $0.text.hasPrefix(tag) } }
    return counts.min() ?? 0
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
