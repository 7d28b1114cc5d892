import Literature
import TestSupport
import Testing

struct PackedReadersTests {
  @Test func `DOCX is read`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("report.docx", PackedFixtures.docx)
    let document = try #require(ReadDocuments(library: path).documents.first)
    #expect(document.id == "report")
    #expect(document.title == "Peer work report")
    #expect(document.authors == ["Lee, Ann", "Chen, Bo"])
    #expect(document.year == 2021)
    #expect(document.outline == ["methods|Methods|We asked people. Twice.\n"])
    #expect(document.text.hasSuffix("a | b"))
  }

  @Test func `ODT is read`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("report.odt", PackedFixtures.odt)
    let document = try #require(ReadDocuments(library: path).documents.first)
    #expect(document.title == "Open report")
    #expect(document.authors == ["Lee, Ann"])
    #expect(document.year == 2020)
    #expect(document.outline == ["results|Results|Found this.\n\nitem"])
  }

  @Test func `EPUB is read`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("named-otherwise.zip", PackedFixtures.epub)
    let document = try #require(ReadDocuments(library: path).documents.first)
    #expect(document.title == "A book")
    #expect(document.year == 2019)
    #expect(document.outline == ["body|First|Early words.", "body|Second|Later words."])
  }

  @Test func `archives are read`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("all.zip", PackedFixtures.zip)
    let reading = ReadDocuments(library: path)
    #expect(reading.documents.map(\.id) == ["10.1000/one", "b", "x"])
    #expect(
      reading.documents.map(\.source.key) == [
        "refs/a.ris#10.1000/one", "b.txt", "inner.zip/x.txt",
      ])
    #expect(reading.documents.allSatisfy { $0.source.path == path })
    #expect(
      reading.failures == ["\(path), ../evil.txt: is damaged: its name points outside the archive"])
    #expect(
      reading.skipped == [
        "\(path), __MACOSX/._b.txt: is a macOS system file",
        "\(path), p.png: has an unsupported format (a PNG image)",
      ])
  }

  @Test func `tar files are read`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("all.tar.gz", PackedFixtures.tarGzip)
    let reading = ReadDocuments(library: path)
    #expect(reading.documents.map(\.source.key) == ["d/b.txt"])
    #expect(reading.skipped == ["\(path), link: is a link in an archive"])
  }

  @Test func `nested archives are read to a limit`() throws {
    let folder = try TemporaryFolder()
    let reading = ReadDocuments(library: try folder.write("deep.zip", PackedFixtures.nestedZip))
    #expect(reading.documents.isEmpty)
    #expect(reading.failures.first?.hasSuffix("contains archives nested more than 3 deep") == true)
  }

  @Test func `truncated archives are reported`() throws {
    let folder = try TemporaryFolder()
    try folder.write("cut.zip", PackedFixtures.zip.prefix(150))
    try folder.write("cut.docx", PackedFixtures.docx.prefix(200))
    let reading = ReadDocuments(library: folder.path)
    #expect(reading.failures.map { $0.contains("is damaged") } == [true, true, true])
    #expect(reading.documents.count <= 1)
  }

  @Test func `a chapter that a spine names twice is read once`() {
    let items = String(repeating: "<itemref idref='a'/>", count: 10_000)
    let book = ZipFixture.zip([
      ("mimetype", "application/epub+zip"),
      ("META-INF/container.xml", "<container><rootfile full-path='b.opf'/></container>"),
      (
        "b.opf",
        "<package><metadata><title>Book</title></metadata><manifest><item id='a' href='a.xhtml'/>"
          + "</manifest><spine>\(items)</spine></package>"
      ),
      ("a.xhtml", "<html><body><p>Once.</p></body></html>"),
    ])
    #expect(ReadDocuments(contents: book, name: "b.epub").documents.first?.text == "Once.")
  }

  @Test(arguments: ["", " \n", "<html></html>"])
  func `an empty chapter does not hide the others`(chapter: String) {
    let book = ZipFixture.zip([
      ("mimetype", "application/epub+zip"),
      ("META-INF/container.xml", "<container><rootfile full-path='b.opf'/></container>"),
      (
        "b.opf",
        "<package><metadata><title>Book</title></metadata><manifest><item id='a' href='a.xhtml'/>"
          + "<item id='b' href='b.xhtml'/></manifest><spine><itemref idref='a'/><itemref idref='b'/>"
          + "</spine></package>"
      ),
      ("a.xhtml", chapter), ("b.xhtml", "<html><body><p>Words.</p></body></html>"),
    ])
    let reading = ReadDocuments(contents: book, name: "b.epub")
    #expect(reading.documents.map(\.text) == ["Words."] && reading.failures.isEmpty)
  }
}
