import Foundation
import Retrieval
import Testing

/// An index that nobody may write, in a folder that can be written.
struct ReadOnlyIndexTests {
  private static func logFiles(_ library: TemporaryLibrary) -> [String] {
    ["-wal", "-shm"].map { library.indexPath + $0 }.filter {
      FileManager.default.fileExists(atPath: $0)
    }
  }

  private static func mode(_ path: String) -> Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.posixPermissions] as? Int ?? 0
  }

  @Test func `reading it leaves no files, and it can be written again`() throws {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", [Record("1", text: "Peers walk.")])
    try library.index()
    #expect(Self.logFiles(library) == [])
    #expect(chmod(library.indexPath, 0o444) == 0)
    do {
      let index = try library.open()
      #expect(try index.document("1")?.text == "Peers walk.")
      #expect(Self.logFiles(library) == [])
    }
    #expect(Self.logFiles(library) == [])
    #expect(chmod(library.indexPath, 0o644) == 0)
    try library.write("b.jsonl", [Record("2", text: "Peers run.")])
    #expect(try library.index().records.added == 1)
    try library.expectIntact()
  }

  @Test func `its log is read if there is one`() throws {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", [Record("1", text: "Peers walk.")])
    try library.index()
    let reader = try library.open()
    #expect(try reader.document("1") != nil)
    try library.write("b.jsonl", [Record("2", text: "Peers run.")])
    try library.index()
    #expect(!Self.logFiles(library).isEmpty)
    #expect(chmod(library.indexPath, 0o444) == 0)
    #expect(try library.open().document("2")?.text == "Peers run.")
    withExtendedLifetime(reader) {}
  }

  @Test func `a log that can't be written becomes writable with its index`() throws {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", [Record("1", text: "Peers walk.")])
    try library.index()
    let reader = try library.open()
    #expect(try reader.document("1") != nil)
    let files = Self.logFiles(library)
    #expect(!files.isEmpty)
    for file in files { #expect(chmod(file, 0o444) == 0) }
    try library.write("b.jsonl", [Record("2", text: "Peers run.")])
    #expect(try library.index().records.added == 1)
    for file in files { #expect(Self.mode(file) == 0o644, "\(file)") }
    #expect(try reader.document("2") != nil)
  }
}
