import Foundation
import Query
import Testing

/// Strategies in the form in which reviews publish them: with line numbers, hit counts, remarks,
/// limits and buttons.
///
/// Each is a file in `Tests/Strategies`, and a second file has what it runs as.
struct PublishedStrategiesTests {
  /// The folder `Tests`.
  private static let tests = (0..<3).reduce(URL(filePath: #filePath)) { path, _ in
    path.deletingLastPathComponent()
  }

  private static func file(_ name: String) throws -> String {
    try String(contentsOf: tests.appending(path: "Strategies/\(name)"), encoding: .utf8)
  }

  @Test(arguments: [
    ("ovid-medline-with-hit-counts-and-rules", QuerySyntax.ovid),
    ("ovid-psycinfo", .ovid),
    ("ovid-embase-from-the-list-of-searches", .ovid),
    ("ovid-with-remarks-and-old-notations", .ovid),
    ("ovid-in-one-line", .ovid),
    ("ovid-with-annotations", .ovid),
    ("ovid-without-line-numbers", .ovid),
    ("ovid-numbers-without-spaces", .ovid),
    ("ovid-with-names-of-parts", .ovid),
    ("ovid-with-numbers-and-counts-on-lines", .ovid),
    ("pubmed-history", .pubmed),
    ("pubmed-in-one-line", .pubmed),
    ("pubmed-with-filters-and-counts", .pubmed),
    ("pubmed-history-with-times-latest-first", .pubmed),
    ("pubmed-history-with-search", .pubmed),
    ("pubmed-wrapped-with-filters", .pubmed),
    ("cinahl-history-latest-first", .ebsco),
    ("eric-in-one-line", .ebsco),
    ("cinahl-filter-for-trials", .ebsco),
    ("cinahl-with-dashes-before-limits", .ebsco),
    ("ebscohost-with-slashes", .ebsco),
    ("ebscohost-with-buttons", .ebsco),
    ("cinahl-with-limiters", .ebsco),
    ("cinahl-without-quotation-marks", .ebsco),
    ("scopus-with-refinements", .scopus),
    ("scopus-with-and-not-before-limits", .scopus),
    ("scopus-in-lines", .scopus),
    ("scopus-with-a-caption", .scopus),
    ("scopus-with-exclusions-of-years", .scopus),
    ("web-of-science-older-history", .wos),
    ("web-of-science-fields-after-rows", .wos),
    ("web-of-science-both-notations", .wos),
    ("web-of-science-numbered-rows", .wos),
    ("web-of-science-with-exclusions", .wos),
    ("web-of-science-with-a-timespan", .wos),
  ])
  func `a published strategy runs as written`(name: String, syntax: QuerySyntax) throws {
    let strategy = try StrategyReader().read(Self.file(name + ".txt"))
    #expect(strategy.syntax == syntax)
    var text = ""
    for line in strategy.lines {
      text += "\(line.number)\t\(line.query.queryText)\n"
      for note in line.query.notes { text += "\t\(note)\n" }
    }
    for note in strategy.notes { text += "\(note)\n" }
    #expect(try text == Self.file(name + ".expected"))
  }
}
