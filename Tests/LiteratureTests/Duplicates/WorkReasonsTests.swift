import Analysis
import Literature
import TestSupport
import Testing

/// The reasons why the records of large works are the same work.
struct WorkReasonsTests {
  private let analyzer: Analyzer

  init() throws {
    analyzer = try Analyzer()
  }

  /// Copies of a reference; the number of each is in its key.
  private func copies(_ count: Int, _ change: (inout Document, Int) -> Void) -> [Document] {
    (0..<count).map { number in
      var copy = Document(
        id: "\(number)", source: Source(path: "/a.ris", key: "\(number)", line: number + 1))
      copy.title = "Peer support for veterans with hepatitis"
      copy.authors = ["Lee, Ann"]
      copy.year = 2019
      change(&copy, number)
      return copy
    }
  }

  private func reasons(_ documents: [Document]) -> WorkReasons {
    WorkReasons(documents.map { LinkageRecord($0, analyzer) }, .none)
  }

  @Test(arguments: [3, 300])
  func `the strongest reason is named, and of equally strong ones the first`(count: Int) {
    let doi = Identifier(.doi, "10.1000/x")
    let found = reasons(
      copies(count) { copy, number in
        if number > 0 { copy.identifiers = [doi] }
      })
    // The kept record has no DOI.
    #expect(found.strongest(of: 0)?.reason == .title)
    #expect(found.strongest(of: 0)?.other == 1)
    #expect(found.strongest(of: 1)?.reason == .identifier(doi))
    #expect(found.strongest(of: 1)?.other == 2)
    #expect(found.strongest(of: count - 1)?.reason == .identifier(doi))
    #expect(found.strongest(of: count - 1)?.other == 1)
  }

  @Test func `a record that is the same work as no other has no reason`() {
    var records = copies(100) { _, _ in }
    records[0].title = "Outreach by volunteers in rural prisons"
    #expect(reasons(records).strongest(of: 0) == nil)
  }

  @Test func `copies take time linear in their number`() {
    func time(_ count: Int) -> Duration {
      let all = copies(count) { copy, number in copy.imprint.notes = ["Note \(number)"] }
      let records = all.map { LinkageRecord($0, analyzer) }
      return processorTime {
        let reasons = WorkReasons(records, .none)
        #expect(records.indices.allSatisfy { reasons.strongest(of: $0) != nil })
        #expect(WorkGroups.works(of: records).count == 1)
        var work = MergedRecord(all[0])
        for copy in all.dropFirst() { work.add(copy) }
        #expect(work.document.imprint.notes.count == count)
      }
    }
    let short = max(.milliseconds(50), time(200))
    #expect(time(2000) <= short * 25)
  }

  @Test func `records that contradict each other take time linear in their number`() {
    func time(_ count: Int) -> Duration {
      let all = copies(count) { copy, number in
        copy.year = 2018 + number % 3
        copy.imprint.pages = number % 2 == 0 ? "\(number % 7 + 1)" : nil
        if number % 4 == 0 { copy.identifiers = [Identifier(.doi, "10.1000/\(number % 40)")] }
      }
      let records = all.map { LinkageRecord($0, analyzer) }
      return processorTime { #expect(WorkGroups.works(of: records).count > 1) }
    }
    let short = max(.milliseconds(50), time(300))
    #expect(time(1500) <= short * 25)
  }
}
