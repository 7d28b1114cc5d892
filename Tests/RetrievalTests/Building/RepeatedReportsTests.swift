import Answers
import Foundation
import GRDB
import Literature
import Retrieval
import TestSupport
import Testing

/// Every run names and counts the same files and records, whether it reads them again or not.
struct RepeatedReportsTests {
  /// A folder with files of every kind: read, unsupported, empty, damaged and of the system.
  private static func mixedLibrary() throws -> TemporaryLibrary {
    let library = try TemporaryLibrary()
    try library.write(
      "a.ris",
      lines: [
        "TY  - JOUR", "TI  - Peer support for veterans with diabetes", "ER  - ", "",
        "TY  - JOUR", "ER  - ",
      ])
    let files: [(String, [UInt8])] = [
      ("picture.png", [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 0]),
      ("unknown.xyz", Array("Some text.\n".utf8)), ("empty.txt", []),
      ("blank.md", Array(" \n \n".utf8)), (".DS_Store", [1]), ("Thumbs.db", [1]), (".hidden", [1]),
      ("damaged.pdf", Array("%PDF-1.4\n nothing".utf8)),
      ("repaired.jsonl", Array(#"{"_id":"r","title":"Cafés "#.utf8) + [0xFF] + Array("\"}\n".utf8)),
      (
        "packed.tar",
        TarFixture.archive([
          ("in/b.ris", Array("TY  - JOUR\nTI  - Lay health workers\nER  - \n".utf8)),
          ("in/empty.txt", []), ("__MACOSX/in/._b.ris", [1]),
        ])
      ),
    ]
    for (name, bytes) in files { try Data(bytes).write(to: URL(filePath: library.path(name))) }
    return library
  }

  /// One run: its counts without the time, and the files and reasons that it reported.
  private static func run(
    _ library: TemporaryLibrary, prune: Bool
  ) throws -> (IndexReport, [String]) {
    var lines: [String] = []
    var report = try library.index(prune: prune) { incident in
      let name = incident.path.replacing(library.folder + "/", with: "")
      lines.append("\(incident.outcome) \(name) \(incident.place ?? "-")")
    }
    report.seconds = 0
    return (report, lines.sorted())
  }

  @Test(arguments: [false, true])
  func `three runs report the same files and records`(prune: Bool) throws {
    let library = try Self.mixedLibrary()
    let (first, events) = try Self.run(library, prune: prune)
    #expect(first.files.seen == 13 && first.files.skipped == 9 && first.files.failed == 1)
    #expect(first.records.seen == 4 && first.records.added == 3 && first.records.skipped == 1)
    #expect(first.records.repaired == 1 && first.records.failed == 0)
    #expect(
      events == [
        "failed damaged.pdf -", "repaired repaired.jsonl line 1", "skipped .DS_Store -",
        "skipped .hidden -", "skipped Thumbs.db -", "skipped a.ris line 5", "skipped blank.md -",
        "skipped empty.txt -", "skipped packed.tar __MACOSX/in/._b.ris",
        "skipped packed.tar in/empty.txt", "skipped picture.png -", "skipped unknown.xyz -",
      ])
    var expected = first
    expected.records.unchanged = first.records.added
    expected.records.added = 0
    for _ in 0..<2 {
      let (later, laterEvents) = try Self.run(library, prune: prune)
      #expect(later == expected && later.records.addUp)
      #expect(laterEvents == events)
    }
  }

  @Test func `mistakes in catalogues are counted apart from files, in every run`() throws {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", [Record("1", text: "Peers.")])
    try library.write(
      "catalogue.csv",
      lines: ["file,id,year", "a.jsonl,1,2001", "a.jsonl,2,2002", "gone.txt,,2003", "a.jsonl"])
    for _ in 0..<3 {
      let (report, events) = try Self.run(library, prune: false)
      #expect(report.mistakes.catalogue == 3 && report.hasFailures)
      #expect(report.files.seen == 1 && report.files.failed == 0 && report.kept == 0)
      #expect(report.records.seen == 1 && report.records.failed == 0)
      #expect(
        events == [
          "mistake a.jsonl -", "mistake catalogue.csv line 4", "mistake catalogue.csv line 5",
        ])
    }
    try library.write("catalogue.csv", lines: ["file,id,year", "a.jsonl,1,2001"])
    let (mended, events) = try Self.run(library, prune: false)
    #expect(mended.mistakes.catalogue == 0 && events == [])
    #expect(mended.records.unchanged == 1 && !mended.hasFailures)
  }

  @Test func `mistakes in JSON Lines are counted apart from records, in every run`() throws {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", lines: [#"{"_id":"1","title":"Peers","method":"foo"}"#])
    for _ in 0..<2 {
      let (report, events) = try Self.run(library, prune: false)
      #expect(report.mistakes.jsonLines == 1 && report.hasFailures)
      #expect(report.records.seen == 1 && report.records.failed == 0 && report.records.addUp)
      #expect(events == ["mistake a.jsonl line 1"])
    }
  }

  @Test func `years and DOIs that can't be read are counted apart from records, in every run`()
    throws
  {
    let library = try TemporaryLibrary()
    try library.write(
      "a.ris", lines: ["TY  - JOUR", "TI  - Peers", "PY  - 20201", "DO  - none yet", "ER  - "])
    for _ in 0..<2 {
      let (report, events) = try Self.run(library, prune: false)
      #expect(report.mistakes.records == 2 && report.hasFailures)
      #expect(report.records.seen == 1 && report.records.failed == 0 && report.records.addUp)
      #expect(events == ["mistake a.ris line 1", "mistake a.ris line 1"])
    }
  }

  @Test func `a file is partly read if records of it were read`() throws {
    let library = try TemporaryLibrary()
    let cut = "TY  - JOUR\nTI  - Peers\nER  - \nTY  - JOUR\nTI  - Mentors\nAU  - Lee"
    try library.write("a.ris", lines: [cut])
    let bytes = TarFixture.archive([
      ("b.ris", Array(cut.utf8)), ("c.pdf", Array("%PDF-1.4\n no".utf8)),
    ])
    try Data(bytes).write(to: URL(filePath: library.path("packed.tar")))
    for _ in 0..<2 {
      let (report, _) = try Self.run(library, prune: false)
      #expect(report.files.failed == 3 && report.files.partlyRead == 2)
      #expect(report.records.seen == 4 && report.hasFailures)
    }
  }

  @Test func `a skipped file that is named fails, even when it did not change`() throws {
    let library = try Self.mixedLibrary()
    let page = "<html><body><script>var x;</script></body></html>"
    try Data(page.utf8).write(to: URL(filePath: library.path("page.html")))
    try library.index()
    for name in ["picture.png", "blank.md", "page.html"] {
      for _ in 0..<2 {
        let named = try Indexer(path: library.indexPath).index([library.path(name)])
        #expect(named.files.failed == 1 && named.files.skipped == 0, "\(name)")
      }
    }
    #expect(try library.index().files.skipped == 10)
  }

  @Test func `a removed record is reported as skipped in every run, until it is restored`() throws {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", [Record("1", text: "Peers."), Record("2", text: "Mentors.")])
    try library.index()
    _ = try Indexer(path: library.indexPath).remove(["2"])
    for _ in 0..<3 {
      let (report, events) = try Self.run(library, prune: true)
      #expect(report.records.seen == 2 && report.records.unchanged == 1)
      #expect(report.records.skipped == 1 && report.records.addUp)
      #expect(events == ["skipped a.jsonl line 2"])
    }
    _ = try Indexer(path: library.indexPath).restore(["2"])
    let report = try library.index()
    #expect(report.records.added == 1 && report.records.unchanged == 1)
    #expect(try library.index().records.unchanged == 2)
  }

  @Test func `restoring a document brings back its records of other files`() throws {
    let library = try TemporaryLibrary()
    var record = Record("1", title: "Peers in hospitals", text: "Peers.")
    record.pmid = "31415926"
    try library.write("a.jsonl", [record])
    try library.index()
    _ = try Indexer(path: library.indexPath).remove(["1"])
    record.id = "2"
    try library.write("b.jsonl", [record, Record("3", text: "Mentors.")])
    try library.index()
    // The words of a report may change with a version.
    try library.use { try $0.execute(sql: "UPDATE notices SET reason = 'not wanted'") }
    #expect(try library.ids() == ["3"])
    _ = try Indexer(path: library.indexPath).restore(["1"])
    try library.remove("a.jsonl")
    try library.index(prune: true)
    #expect(try library.ids() == ["2", "3"])
  }

  @Test func `pruning forgets files that no longer exist`() throws {
    let library = try Self.mixedLibrary()
    try library.index()
    try library.remove("picture.png")
    try library.remove("a.ris")
    try library.index(prune: true)
    let paths = try library.use { database in
      try String.fetchAll(
        database, sql: "SELECT path FROM sources UNION SELECT path FROM notices ORDER BY path")
    }
    #expect(!paths.contains(library.path("picture.png")) && !paths.contains(library.path("a.ris")))
    #expect(paths.contains(library.path("unknown.xyz")))
  }
}

/// Builds tar archives.
private enum TarFixture {
  static func archive(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    files.flatMap { member($0.name, $0.bytes) } + [UInt8](repeating: 0, count: 1024)
  }

  private static func member(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: 512)
    func put(_ text: String, at offset: Int) {
      header.replaceSubrange(offset..<offset + text.utf8.count, with: Array(text.utf8))
    }
    put(name, at: 0)
    put("0000644", at: 100)
    put(bytes.count.zeroPadded(to: 11, radix: 8), at: 124)
    put(0.zeroPadded(to: 11, radix: 8), at: 136)
    put("        ", at: 148)
    put("0", at: 156)
    put("ustar", at: 257)
    put("00", at: 263)
    put(header.reduce(0) { $0 + Int($1) }.zeroPadded(to: 6, radix: 8) + "\0 ", at: 148)
    let padding = (512 - bytes.count % 512) % 512
    return header + bytes + [UInt8](repeating: 0, count: padding)
  }
}
