import Literature
import TestSupport
import Testing

struct SystemFileTests {
  @Test func `files of systems and programs are skipped and never fail`() throws {
    let folder = try TemporaryFolder()
    let names = [
      "~$Plan.docx", "peerlit.sqlite-wal", "a.db-journal", "Thumbs.db", "desktop.ini", ".DS_Store",
      "__MACOSX/._a.txt", "._b.pdf",
      ".~lock.a.odt#", "i.decisions.jsonl",
    ]
    for name in names { try folder.write(name, "x".utf8) }
    try folder.write("a.txt", "A text with some words.".utf8)
    let reading = ReadDocuments(library: folder.path)
    #expect(reading.documents.map(\.id) == ["a"])
    #expect(reading.failures.isEmpty)
    #expect(reading.skipped.count == names.count)
  }

  @Test func `a lock file is skipped even when it is named`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("~$Plan.docx", [0, 1, 2])
    let reading = ReadDocuments(library: path)
    #expect(reading.failures.isEmpty)
    #expect(reading.skipped == ["\(path): is an office program's lock file"])
  }
}
