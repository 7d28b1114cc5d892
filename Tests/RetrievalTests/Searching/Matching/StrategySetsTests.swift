import Answers
import Query
import Retrieval
import SeededRandom
import Testing

/// The lines of a strategy find the sets of documents that their combinations describe.
struct StrategySetsTests {
  private static let words = ["alder", "birch", "cedar", "hazel", "maple"]
  /// Subject headings that contain each other.
  private static let headings = ["Aged", "Middle Aged", "Aged, 80 and over", "Ageing"]

  /// Documents with random words, years, types and headings.
  private static func records(_ random: inout SplitMix64) -> [Record] {
    (0..<60).map { number in
      let text = words.filter { _ in Bool.random(using: &random) }.joined(separator: ". ")
      var record = Record("d\(number)", title: "Record", text: text + ". Filler.")
      record.year = number % 10 == 0 ? nil : Int.random(in: 2000...2009, using: &random)
      record.type = Bool.random(using: &random) ? "Review" : nil
      record.keywords = headings.filter { _ in Bool.random(using: &random) }
        .map { Bool.random(using: &random) ? $0 : "*\($0)/psychology" }
      return record
    }
  }

  /// A random line after some others, and the documents that it finds.
  private static func line(
    _ sets: [Set<String>], _ records: [Record], _ random: inout SplitMix64
  ) -> (text: String, ids: Set<String>) {
    func any() -> Int { Int.random(in: 0..<sets.count, using: &random) }
    let kind = sets.count < 2 ? 0 : Int.random(in: 0..<9, using: &random)
    if kind < 2 {
      let word = words.randomElement(using: &random) ?? ""
      return ("\(word).af.", Set(records.filter { $0.text.contains(word) }.map(\.id)))
    }
    let (left, right) = (any(), any())
    switch kind {
    case 2:
      let first = Int.random(in: 2000...2005, using: &random)
      let ids = records.filter { $0.year.map { (first...first + 3).contains($0) } ?? false }
      return (
        "limit \(left + 1) to yr=\"\(first)-\(first + 3)\"",
        sets[left].intersection(ids.map(\.id))
      )
    case 3:
      let ids = records.filter { $0.type == "Review" }.map(\.id)
      return ("\(left + 1) and review.pt.", sets[left].intersection(ids))
    case 4: return ("\(left + 1) and \(right + 1)", sets[left].intersection(sets[right]))
    case 5: return ("\(left + 1) or \(right + 1)", sets[left].union(sets[right]))
    case 6:
      let ids = records.filter { $0.type == "Review" }.map(\.id)
      return ("\(left + 1) or review.pt.", sets[left].union(ids))
    case 7:
      let heading = headings.randomElement(using: &random) ?? ""
      let names = [heading, "*\(heading)/psychology"]
      let ids = records.filter { !Set($0.keywords).isDisjoint(with: names) }.map(\.id)
      return ("\(left + 1) and exp \(heading)/", sets[left].intersection(ids))
    default: return ("\(left + 1) not \(right + 1)", sets[left].subtracting(sets[right]))
    }
  }

  @Test(arguments: 0..<4)
  func `every line finds the combination of the sets of its lines`(seed: UInt64) throws {
    var random = SplitMix64(seed: 900 + seed)
    let records = Self.records(&random)
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", records)
    try library.index()
    let index = try library.open()
    for _ in 0..<15 {
      var lines: [String] = []
      var sets: [Set<String>] = []
      for _ in 0..<12 {
        let (text, ids) = Self.line(sets, records, &random)
        lines.append(text)
        sets.append(ids)
      }
      let text = lines.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n")
      var request = SearchRequest(text)
      request.syntax = .ovid
      let report = try index.strategy(request)
      #expect(report.lines.map { $0.documents ?? -1 } == sets.map(\.count), "\(text)")
      // Each line can be searched as it is shown.
      for (line, ids) in zip(report.lines, sets) {
        var again = SearchRequest(line.query)
        again.limit = 1000
        again.exact = true
        let found = try index.search(again)
        #expect(Set(found.hits.map(\.document.id)) == ids, "\(line.query)")
        #expect(found.total.documents == ids.count)
      }
    }
    withExtendedLifetime(library) {}
  }
}
