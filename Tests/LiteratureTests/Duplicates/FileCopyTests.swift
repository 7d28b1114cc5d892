import Analysis
import Literature
import Testing

/// Which files are copies of one work, by their text.
struct FileCopyTests {
  private let analyzer: Analyzer

  init() throws { analyzer = try Analyzer() }

  private func match(_ left: Document, _ right: Document) -> RecordMatch {
    analyzer.match(left, right)
  }

  /// A document with this text that is a whole file, or a record of a file if it has a line.
  private func file(
    _ text: String, title: String = "Minutes", doi: String? = nil, line: Int? = nil,
    path: String = "/a"
  ) -> Document {
    var document = Document(id: "x", source: Source(path: path))
    document.title = title
    document.identifiers = doi.map { [Identifier(.doi, $0)] } ?? []
    document.text = text
    document.source.line = line
    return document
  }

  @Test func `files with the same long text are copies of one work`() {
    let long = String(repeating: "Peers met on Monday. ", count: 15)
    #expect(match(file(long), file(long)) == .same(.text))
    #expect(match(file(long), file(long + ".")) == .different)
    #expect(match(file(long), file(long, title: "Rota")) == .possible(.text))
    #expect(
      match(file(long, doi: "10.1000/a"), file(long, doi: "10.1000/b")) == .possible(.text))
    #expect(match(file(long, doi: "10.1000/a"), file(long)) == .same(.text))
    // Records may have the same abstract.
    #expect(match(file(long, line: 1), file(long, line: 9)) == .different)
    let medium = String(repeating: "Peers met on Monday. ", count: 6)
    #expect(match(file(medium), file(medium)) == .same(.text))
    let short = "Peers met on Monday at ten."
    #expect(match(file(short), file(short)) == .possible(.text))
    #expect(match(file("Empty."), file("Empty.")) == .different)
  }

  @Test func `files without a title are copies if they have the same long text`() {
    let long = String(repeating: "Peers met on Monday. ", count: 15)
    #expect(match(file(long, title: ""), file(long, title: "")) == .same(.text))
    #expect(match(file(long, title: ""), file(long)) == .same(.text))
    // The name of the file is not a title that it states.
    let named = file(long, title: "Team notes", path: "/x/team_notes.txt")
    #expect(match(named, file(long)) == .same(.text))
    #expect(match(file(long, title: "Team notes"), file(long)) == .possible(.text))
    let medium = String(repeating: "Peers met on Monday. ", count: 6)
    #expect(match(file(medium, title: ""), file(medium, title: "")) == .possible(.text))
    #expect(match(file(medium, title: ""), file(medium)) == .possible(.text))
    let empty = file("", title: "")
    #expect(match(empty, empty) == .different)
  }

  @Test(
    arguments: [
      ("/x/minutes-2019.txt", "/x/minutes-2020.txt", .possible(.text)),
      ("/x/minutes 2019-03.txt", "/y/minutes_2019.txt", .same(.text)),
      ("/x/minutes-2019.txt", "/x/minutes.txt", .same(.text)),
      ("/2019/minutes.txt", "/2020/minutes.txt", .same(.text)),
      ("/x/form-12.txt", "/x/form-201900.txt", .same(.text)),
    ] as [(String, String, RecordMatch)])
  func `files named after different years are not copies`(
    path: String, other: String, expected: RecordMatch
  ) {
    let long = String(repeating: "Peers met on Monday. ", count: 15)
    #expect(match(file(long, path: path), file(long, path: other)) == expected)
  }

  @Test func `short files of the same name and content are copies`() {
    func linkage(_ document: Document) -> LinkageRecord {
      LinkageRecord(document, analyzer, content: RecordFingerprint(document).bytes)
    }
    let short = file("Peers met on Monday at ten.")
    #expect(linkage(short).match(linkage(short)) == .same(.text))
    var renamed = short
    renamed.id = "y"
    #expect(linkage(short).match(linkage(renamed)) == .possible(.text))
  }

  @Test func `a stored fingerprint replaces the text`() {
    let long = String(repeating: "Peers met on Monday. ", count: 15)
    var bare = file("")
    let fingerprint = RecordFingerprint(file(long))
    let stored = LinkageRecord(bare, analyzer, content: fingerprint.bytes)
    #expect(stored == LinkageRecord(file(long), analyzer, content: fingerprint.bytes))
    #expect(stored.match(LinkageRecord(file(long), analyzer)) == .same(.text))
    #expect(fingerprint.hash.count == 16 && RecordFingerprint(bytes: []).hash == [])
    // Before the text was a part of it.
    bare.title = "Rota"
    let older = LinkageRecord(bare, analyzer, content: fingerprint.hash)
    #expect(older.match(LinkageRecord(file(long), analyzer)) == .different)
  }
}
