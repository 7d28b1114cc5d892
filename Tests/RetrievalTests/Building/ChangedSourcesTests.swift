import Answers
import Foundation
import GRDB
import Retrieval
import TestSupport
import Testing

/// Runs after files and records have changed.
struct ChangedSourcesTests {
  @Test func `changed, new and missing records of a file are distinguished`() throws {
    let library = try TemporaryLibrary()
    try library.write(
      "a.jsonl",
      [Record("1", text: "Peers."), Record("2", text: "Mentors."), Record("3", text: "Old.")])
    try library.index()
    try library.write(
      "a.jsonl",
      [Record("1", text: "Peers."), Record("2", text: "Coaches."), Record("4", text: "New.")])
    let account = try library.index()
    #expect(account.records.unchanged == 1)
    #expect(account.records.updated == 1)
    #expect(account.records.added == 1)
    #expect(account.missing == 1 && account.removed == 0 && account.records.addUp)
    #expect(try library.ids() == ["1", "2", "3", "4"])
    #expect(try library.open().document("2")?.text == "Coaches.")
    try library.expectIntact()
  }

  @Test func `an edited record without an identifier replaces its earlier version`() throws {
    func references(_ abstract: String, _ keyword: String) -> String {
      """
      TY  - JOUR
      TI  - Peer workers in rural clinics
      AU  - Lee, Ann
      PY  - 2019
      KW  - \(keyword)
      AB  - \(abstract)
      ER  -

      TY  - JOUR
      TI  - Another study of mentors in schools
      AU  - Ng, Bo
      PY  - 2020
      ER  -

      """
    }
    let library = try TemporaryLibrary()
    try library.write(
      "a.ris", lines: [references("We randomised 300 people, pasted by mistake.", "HIV")])
    #expect(try library.index().records.added == 2)
    for abstract in ["Interviews with 12 peers.", "Interviews with 13 peers."] {
      try library.write("a.ris", lines: [references(abstract, "rural")])
      let account = try library.index()
      #expect(account.records.updated == 1 && account.records.unchanged == 1)
      #expect(account.records.added == 0 && account.records.duplicate == 0)
      #expect(account.missing == 0 && account.records.addUp)
      let documents = try library.ids().compactMap { try library.open().document($0) }
      #expect(documents.count == 2)
      #expect(documents.map(\.text).sorted() == ["", abstract])
      #expect(documents.flatMap(\.keywords) == ["rural"])
      // The file is complete, so the next run does not read it again.
      let toRead = try library.use {
        try Int.fetchOne($0, sql: "SELECT count(*) FROM sources WHERE modified = -1")
      }
      #expect(toRead == 0)
      try library.expectIntact()
    }
  }

  @Test func `a record missing from its file is reported in each run, until pruned`() throws {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", [Record("1", text: "Peers."), Record("2", text: "Mentors.")])
    try library.index()
    try library.write("a.jsonl", [Record("1", text: "Peers.")])
    for _ in 0..<2 {
      let account = try library.index()
      #expect(account.missing == 1 && account.records.unchanged == 1 && account.records.seen == 1)
    }
    let pruned = try library.index(prune: true)
    #expect(pruned.removed == 1 && pruned.missing == 0 && pruned.records.unchanged == 1)
    #expect(try library.ids() == ["1"])
    try library.expectIntact()
  }

  @Test func `a moved short file keeps its id, even if the old one is pruned later`() throws {
    let library = try TemporaryLibrary()
    let manager = FileManager.default
    try manager.createDirectory(
      atPath: library.path("one"), withIntermediateDirectories: false)
    try library.write("one/two.txt", lines: ["A plain file about nursing"])
    try library.write("a.jsonl", [Record("three", text: "Mentors.")])
    try library.write("b.jsonl", [Record("three", text: "Coaches speak.")])
    try library.index()
    #expect(try library.ids() == ["two", "three", "b/three"])
    var events: [String] = []
    func index(prune: Bool) throws -> IndexReport {
      try library.index(prune: prune) { event in
        if event.outcome == .renamed { events.append(event.id ?? "") }
      }
    }
    try manager.moveItem(atPath: library.path("one"), toPath: library.path("other"))
    // The second file has an id of an earlier run, which it keeps.
    try library.remove("a.jsonl")
    let account = try index(prune: true)
    #expect(account.removed == 2 && account.records.added == 1 && account.records.addUp)
    #expect(try library.ids() == ["two", "b/three"] && events == [])
    #expect(try library.open().document("two")?.source.path == library.path("other/two.txt"))
    try library.expectIntact()
    #expect(try index(prune: true).records.unchanged == 2)
    #expect(try library.ids() == ["two", "b/three"])
    // Without pruning, both are sources of one document.
    try manager.moveItem(atPath: library.path("other"), toPath: library.path("one"))
    let moved = try index(prune: false)
    #expect(moved.missing == 1 && moved.records.duplicate == 1 && moved.records.addUp)
    #expect(try index(prune: true).removed == 1)
    #expect(try library.ids() == ["two", "b/three"] && events == [])
    #expect(try library.open().document("two")?.source.path == library.path("one/two.txt"))
    // A changed file is another document, and the old one keeps its id until it is removed.
    try library.remove("one/two.txt")
    try library.write("two.txt", lines: ["Another file about coaches"])
    #expect(try index(prune: false).missing == 1)
    #expect(try library.ids() == ["two", "two/two", "b/three"] && events == ["two/two"])
  }

  @Test func `records of a deleted file are missing until pruned, below the given paths`() throws {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", [Record("1", text: "Peers.")])
    try library.write("b.jsonl", [Record("2", text: "Mentors.")])
    try library.index()
    try library.remove("b.jsonl")
    var seen: [IndexIncident] = []
    #expect(try library.index(incident: { seen.append($0) }).missing == 1)
    #expect(seen.map(\.outcome) == [.missing] && seen.first?.id == "2")
    // A run on another path prunes nothing here.
    var options = IndexOptions()
    options.prune = true
    let other = try Indexer(path: library.indexPath, options: options)
      .index([library.path("a.jsonl")])
    #expect(other.removed == 0)
    #expect(try library.index(prune: true).removed == 1)
    #expect(try library.ids() == ["1"])
    #expect(try library.index(prune: true).removed == 0)
    try library.expectIntact()
  }

  @Test func `files below an unreadable folder are not missing`() throws {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", [Record("1", text: "Peers.")])
    try FileManager.default.createDirectory(
      atPath: library.path("sub"), withIntermediateDirectories: false)
    try library.write("sub/b.jsonl", [Record("2", text: "Mentors.")])
    try library.index()
    // As if a disk were not mounted: the link exists, but its target does not.
    try library.remove("sub")
    try FileManager.default.createSymbolicLink(
      atPath: library.path("sub"), withDestinationPath: library.path("nowhere"))
    let unread = try library.index(prune: true)
    #expect(unread.removed == 0 && unread.files.failed == 1 && unread.kept == 1)
    #expect(try library.index().missing == 0)
    #expect(try library.ids() == ["1", "2"])
    try library.remove("sub")
    #expect(try library.index(prune: true).removed == 1)
    #expect(try library.ids() == ["1"])
  }

  @Test func `documents behind links that are not followed are not missing`() throws {
    let library = try TemporaryLibrary()
    let (folder, file) = (try TemporaryLibrary(), try TemporaryLibrary())
    // The folders are removed with them.
    defer { withExtendedLifetime((folder, file)) {} }
    try library.write("a.jsonl", [Record("1", text: "Peers.")])
    try folder.write("b.jsonl", [Record("2", text: "Mentors.")])
    try file.write("c.jsonl", [Record("3", text: "Coaches.")])
    for (name, target) in [("folder", folder.folder), ("link.jsonl", file.path("c.jsonl"))] {
      try FileManager.default.createSymbolicLink(
        atPath: library.path(name), withDestinationPath: target)
    }
    func index(followsLinks: Bool) throws -> (report: IndexReport, kept: [String]) {
      var options = IndexOptions()
      options.prune = true
      options.reading.followsLinks = followsLinks
      var kept: [String] = []
      let report = try Indexer(path: library.indexPath, options: options).index(
        [library.folder], incident: { if $0.outcome == .kept { kept.append($0.reason) } })
      return (report, kept)
    }
    #expect(try index(followsLinks: true).report.records.seen == 3)
    let reason = "is a link that was not followed, so its record stays in the index as before"
    for _ in 0..<2 {
      let plain = try index(followsLinks: false)
      #expect(plain.report.removed == 0 && plain.report.files.failed == 0)
      #expect(plain.report.kept == 2 && plain.kept == [reason, reason])
      #expect(try library.ids() == ["1", "2", "3"])
    }
    // Without the link, they are missing.
    try library.remove("folder")
    try library.remove("link.jsonl")
    #expect(try index(followsLinks: true).report.removed == 2)
    #expect(try library.ids() == ["1"])
    try library.expectIntact()
  }

  @Test func `records below several of the paths are counted once`() throws {
    let library = try TemporaryLibrary()
    try FileManager.default.createDirectory(
      atPath: library.path("sub"), withIntermediateDirectories: false)
    try library.write("sub/b.jsonl", [Record("2", text: "Mentors.")])
    try library.index()
    let (folder, sub) = (library.folder, library.path("sub"))
    func index(_ paths: [String], prune: Bool = false) throws -> (IndexReport, events: Int) {
      var options = IndexOptions()
      options.prune = prune
      var events = 0
      let report = try Indexer(path: library.indexPath, options: options)
        .index(paths, incident: { _ in events += 1 })
      return (report, events)
    }
    // The link exists, but its target does not.
    try library.remove("sub")
    try FileManager.default.createSymbolicLink(
      atPath: sub, withDestinationPath: library.path("nowhere"))
    for paths in [[folder, sub], [sub, folder], [folder, folder]] {
      let (kept, events) = try index(paths)
      #expect(kept.kept == 1 && kept.files.failed == 1 && events == 2)
    }
    try library.remove("sub")
    #expect(try index([folder, sub]).0.missing == 1)
    let (pruned, events) = try index([folder, sub, sub + "/b.jsonl"], prune: true)
    // Two of the paths do not exist.
    #expect(pruned.removed == 1 && pruned.files.failed == 2 && events == 3)
    try library.expectIntact()
  }

  @Test func `a file that becomes unreadable keeps its records, and every run says so`() throws {
    let library = try TemporaryLibrary()
    try library.write("a.md", lines: ["# Peers", "", "Peers help."])
    try library.write("b.jsonl", [Record("1", text: "Mentors.")])
    try library.index()
    try Data("%PDF-1.4".utf8).write(to: URL(filePath: library.path("a.md")))
    for _ in 0..<2 {
      var kept: [IndexIncident] = []
      let account = try library.index(prune: true) { if $0.outcome == .kept { kept.append($0) } }
      #expect(account.files.failed == 1 && account.kept == 1)
      #expect(account.records.seen == 1 && account.missing == 0 && account.removed == 0)
      #expect(
        kept == [
          IndexIncident(
            .kept, path: library.path("a.md"),
            reason: "could not be read completely, so its record stays in the index as before")
        ])
    }
    #expect(try library.ids() == ["1", "a"])
  }

  @Test func `a file that is no longer what its name says keeps its record`() throws {
    let library = try TemporaryLibrary()
    let path = library.path("a.rtf")
    try Data(#"{\rtf1 Peers help.}"#.utf8).write(to: URL(filePath: path))
    try library.index()
    try Data("Damaged.".utf8).write(to: URL(filePath: path))
    let account = try library.index(prune: true)
    #expect(account.files.failed == 1 && account.kept == 1 && account.removed == 0)
    #expect(try library.ids() == ["a"])
  }

  @Test(arguments: [
    ("a.csv", "title,authors,year\nPeers,Ann Lee,2020\n", "title,authors,year\n"),
    ("a.json", #"[{"id":"1","type":"book","title":"Peers"}]"#, "[]"),
    ("a.csv", "title,authors,year\nPeers,Ann Lee,2020\n", ""),
    ("a.md", "# Peers\n\nPeers help.\n", "---\nyear: 2020\n---\n"),
  ])
  func `a file that is named and was emptied fails, and its records are missing`(
    name: String, full: String, empty: String
  ) throws {
    let library = try TemporaryLibrary()
    let path = library.path(name)
    func index(prune: Bool = false) throws -> IndexReport {
      var options = IndexOptions()
      options.prune = prune
      return try Indexer(path: library.indexPath, options: options).index([path])
    }
    try Data(full.utf8).write(to: URL(filePath: path))
    #expect(try index().records.added == 1)
    try Data(empty.utf8).write(to: URL(filePath: path))
    for _ in 0..<2 {
      let account = try index()
      #expect(account.files.failed == 1 && account.kept == 0 && account.missing == 1)
    }
    let pruned = try index(prune: true)
    #expect(pruned.files.failed == 1 && pruned.kept == 0 && pruned.removed == 1)
    #expect(try library.ids().isEmpty)
    try library.expectIntact()
  }

  @Test func `a record that becomes unreadable is kept, and the others stay unchanged`() throws {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", [Record("1", text: "Peers."), Record("2", text: "Mentors.")])
    try library.index()
    try library.write(
      "a.jsonl", lines: [#"{"_id":"1","text":"Peers."}"#, #"{"_id":"2","text":"#])
    for _ in 0..<2 {
      var reasons: [String] = []
      let account = try library.index(prune: true) {
        reasons.append("\($0.outcome) \($0.place ?? "-")")
      }
      #expect(account.kept == 1)
      #expect(account.records.failed == 1 && account.records.addUp && account.removed == 0)
      #expect(account.records.seen == 2)
      #expect(reasons == ["failed line 2", "kept -"])
      #expect(try library.ids() == ["1", "2"])
      // The first record has different fields than before, so it is updated once.
      #expect(account.records.updated + account.records.unchanged == 1)
    }
    #expect(try library.index().records.unchanged == 1)
  }

  @Test func `a RIS file that is cut off keeps its records`() throws {
    func record(_ subject: String, _ doi: String) -> String {
      "TY  - JOUR\nTI  - Peer support for \(subject)\nDO  - 10.1000/\(doi)\nAB  - Text.\nER  - \n\n"
    }
    let library = try TemporaryLibrary()
    let whole = record("veterans", "a") + record("carers", "b") + record("students", "c")
    try library.write("a.ris", lines: [whole])
    #expect(try library.index().records.added == 3)
    let ids = try library.ids()
    try library.write("a.ris", lines: [String(whole.dropLast(record("students", "c").count + 12))])
    for _ in 0..<2 {
      let account = try library.index(prune: true)
      #expect(account.files.failed == 1 && account.records.failed == 0)
      #expect(account.records.added == 0 && account.removed == 0 && account.records.addUp)
      // The second record has lost its last word, so it is updated once.
      #expect(account.records.updated + account.records.unchanged == 2 && account.kept == 1)
      #expect(try library.ids() == ids)
    }
    try library.write("a.ris", lines: [record("veterans", "a")])
    #expect(try library.index(prune: true).removed == 2)
    try library.expectIntact()
  }
}
