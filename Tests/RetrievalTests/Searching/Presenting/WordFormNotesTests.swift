import Answers
import Foundation
import Query
import Retrieval
import Testing

/// Searches that are meant literally say which words they find in other forms.
struct WordFormNotesTests {
  private static let index: Result<(TemporaryLibrary, Index), any Error> = Result {
    let library = try TemporaryLibrary()
    try library.write(
      "a.jsonl",
      [
        Record(
          "1", title: "Random allocation",
          text:
            "A random draw. Randomly drawn names. They were randomised by a random list. Random, "
            + "random."),
        Record(
          "2", title: "Training",
          text: "Trained peers train others. Training is care. Trainees and trainers. A trainer "
            + "trained a train driver. Trains."),
        Record(
          "3", title: "Caring",
          text: "They care. Care of carers, care of cares. A sensitive test, sensitivity, "
            + "sensitisation and sensitization. Studies and a study. Peer's view."),
        Record("4", title: "Sensors", text: "Work works, working."),
        Record("5", title: "Aids", text: "An aid aided people with AIDS."),
      ])
    try library.index()
    return (library, try library.open())
  }

  private static let beginning = "Words are searched in all their forms: "
  private static let train = "“train”, “trained”, “trains”"

  private static func found(_ request: SearchRequest) throws -> [String] {
    try index.get().1.search(request).query.notes.map(\.statement)
      .filter { $0.hasPrefix(beginning) }
  }

  private static let searches: [(String, QuerySyntax, String?)] = [
    ("randomly.ti,ab.", .ovid, "“randomly” also finds “random”, “randomised”."),
    ("TITLE(Randomly)", .scopus, "“randomly” also finds “random”, “randomised”."),
    ("\"study test\"[ti]", .pubmed, "“study” also finds “studies”."),
    ("sensitiv$.ti.", .ovid, "“sensitiv*” also finds “sensitisation”, “sensitization”."),
    (
      "randomly.ti. or study.ti. or working.ti.", .ovid,
      "“randomly” also finds “random”, “randomised”; “working” also finds “work”, “works”; “study” "
        + "also finds “studies”."
    ),
    (
      "TI=(study OR caring OR working OR trained OR sensitive OR randomly)", .wos,
      "“randomly” also finds “random”, “randomised”; “caring” also finds “care”, “cares”; “trained” "
        + "also finds “train”, “training”, “trains”; “sensitive” also finds “sensitisation”, "
        + "“sensitivity”, “sensitization”; “working” also finds “work”, “works”; and 1 more."
    ),
    // An acronym is another word, and is not named.
    ("aids.ti,ab.", .ovid, "“aids” also finds “aid”, “aided”."),
    ("aid.ti,ab.", .ovid, "“aid” also finds “aids”, “aided”."), ("AIDS.ti,ab.", .ovid, nil),
    // Words that are excluded.
    ("peers.ti. not training.ti.", .ovid, "NOT “training” also excludes \(train)."),
    (
      "TI study NOT TI training", .ebsco,
      "NOT “training” also excludes \(train); “study” also finds “studies”."
    ),
    ("peers NOT training", .peerlit, "NOT “training” also excludes \(train)."),
    (
      "peers NOT (title:training AND work)", .peerlit,
      "NOT “training” also excludes \(train); "
        + "NOT “work” also excludes “working”, “works”."
    ),
    (
      "(train OR trained) AND work NOT training", .peerlit, "NOT “training” also excludes \(train)."
    ),
    // Forms that were typed, names and headings.
    ("peers NOT (training OR train OR trained OR trains)", .peerlit, nil),
    ("peers NOT train*", .peerlit, nil), ("(care or caring or cares).ti.", .ovid, nil),
    ("Training J.au.", .ovid, nil), ("exp Training/", .ovid, nil), ("peers.ti.", .ovid, nil),
    // Plain words, and structured queries without NOT.
    ("training study", .peerlit, nil), ("training -study", .peerlit, nil),
    ("training AND study", .peerlit, nil),
  ]

  @Test(arguments: searches)
  func `a search names words with other forms`(
    text: String, syntax: QuerySyntax, forms: String?
  ) throws {
    var request = SearchRequest(text)
    request.syntax = syntax
    #expect(try Self.found(request) == [forms].compactMap(\.self).map { Self.beginning + $0 })
  }

  @Test(arguments: [
    ("1. peers.ti.\n2. training.ti.\n3. 1 not 2", QuerySyntax.ovid),
    ("1. title:peers\n2. title:training\n3. #1 NOT #2", .peerlit),
  ])
  func `a strategy and its record have one note`(text: String, syntax: QuerySyntax) throws {
    let index = try Self.index.get().1
    var request = SearchRequest(text)
    request.syntax = syntax
    request.isStrategy = true
    let expected = Self.beginning + "NOT “training” also excludes \(Self.train)."
    let report = try index.strategy(request)
    #expect(report.notes.filter { $0.hasPrefix(Self.beginning) } == [expected])
    #expect(!report.lines.flatMap(\.notes).contains { $0.statement.hasPrefix(Self.beginning) })
    let record = try index.savedSearch(request, by: "t", at: Date(timeIntervalSince1970: 0))
    #expect(record.query.notes.contains(.sentence(expected)))
  }

  @Test func `the record of a single search has the note`() throws {
    let record = try Self.index.get().1.savedSearch(
      SearchRequest("peers NOT training"), by: "t", at: Date(timeIntervalSince1970: 0))
    let expected = Self.beginning + "NOT “training” also excludes \(Self.train)."
    #expect(record.query.notes == [.sentence(expected)])
  }
}
