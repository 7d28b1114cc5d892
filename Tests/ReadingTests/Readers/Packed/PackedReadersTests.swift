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

  @Test func `a compressed file that ends in its header is reported`() {
    let reading = ReadDocuments(contents: [0x1F, 0x8B, 0x08], name: "a.ris.gz")
    #expect(reading.failures == ["/folder/a.ris.gz: is damaged: it ends too early"])
  }

  @Test func `truncated archives are reported`() throws {
    let folder = try TemporaryFolder()
    try folder.write("cut.zip", PackedFixtures.zip.prefix(150))
    try folder.write("cut.docx", PackedFixtures.docx.prefix(200))
    let reading = ReadDocuments(library: folder.path)
    #expect(reading.failures.map { $0.contains("is damaged") } == [true, true, true])
    #expect(reading.failures.allSatisfy { !$0.lowercased().contains("truncated") })
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

  @Test func `boxes beside the text of a chapter are read`() {
    let book = ZipFixture.zip([
      ("mimetype", "application/epub+zip"),
      ("META-INF/container.xml", "<container><rootfile full-path='b.opf'/></container>"),
      (
        "b.opf",
        "<package><metadata><title>Book</title></metadata><manifest><item id='a' href='a.xhtml'/>"
          + "</manifest><spine><itemref idref='a'/></spine></package>"
      ),
      ("a.xhtml", "<html><body><p>Words.</p><aside><p>In a box.</p></aside></body></html>"),
    ])
    let documents = ReadDocuments(contents: book, name: "b.epub").documents
    #expect(documents.map(\.text) == ["Words.\n\nIn a box."])
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

  /// A book of two chapters and a picture.
  private func book(_ members: (name: String, text: String)...) -> [UInt8] {
    let all: [(name: String, text: String)] = [
      ("mimetype", "application/epub+zip"),
      ("META-INF/container.xml", "<container><rootfile full-path='b/b.opf'/></container>"),
      (
        "b/b.opf",
        "<package><metadata><title>Book</title></metadata><manifest><item id='a' href='a.xht'/>"
          + "<item id='b' href='b%20b.xhtml'/><item id='c' href='c.svg' media-type='image/svg+xml'/>"
          + "</manifest><spine><itemref idref='c'/><itemref idref='a'/><itemref idref='b'/></spine>"
          + "</package>"
      ),
    ]
    return ZipFixture.zip(all + members)
  }

  @Test func `missing and encrypted chapters of a book are reported`() {
    let first = (name: "b/a.xht", text: "<html><body><p>Words.</p></body></html>")
    let second = (name: "b/b b.xhtml", text: "<html><body><p>More.</p></body></html>")
    func locks(_ link: String) -> (name: String, text: String) {
      (
        name: "META-INF/encryption.xml",
        text: "<encryption xmlns:e='e'><e:EncryptedData><e:CipherData><e:CipherReference URI='"
          + "\(link)'/></e:CipherData></e:EncryptedData></encryption>"
      )
    }
    func read(_ contents: [UInt8]) -> ReadDocuments {
      ReadDocuments(contents: contents, name: "b.epub")
    }
    let whole = read(book(first, second, locks("b/font.otf")))
    #expect(whole.documents.map(\.text) == ["Words.\n\nMore."] && whole.failures.isEmpty)
    let lacking = read(book(first))
    #expect(lacking.documents.map(\.text) == ["Words."])
    #expect(lacking.failures == ["/folder/b.epub: lacks the chapter b/b b.xhtml"])
    let locked = read(book(first, second, locks("b/b%20b.xhtml")))
    #expect(locked.documents.map(\.text) == ["Words."])
    #expect(locked.failures == ["/folder/b.epub: has the encrypted chapter b/b b.xhtml"])
    let closed = read(book(second, locks("b/b%20b.xhtml")))
    #expect(closed.documents.isEmpty)
    #expect(
      closed.failures == ["/folder/b.epub: is protected by a password; save a copy without one"])
  }

  @Test func `a slide that a presentation lacks is reported`() {
    let slides = ZipFixture.zip([
      (
        "ppt/presentation.xml",
        "<presentation xmlns:r='r'><sldIdLst><sldId r:id='r1'/><sldId r:id='r2'/></sldIdLst>"
          + "</presentation>"
      ),
      (
        "ppt/_rels/presentation.xml.rels",
        "<Relationships><Relationship Id='r1' Target='slides/slide1.xml'/><Relationship Id='r2' "
          + "Target='slides/slide2.xml'/></Relationships>"
      ),
      (
        "ppt/slides/slide1.xml",
        "<sld><cSld><spTree><sp><txBody><p><r><t>Peers need pay.</t></r></p></txBody></sp></spTree>"
          + "</cSld></sld>"
      ),
    ])
    let reading = ReadDocuments(contents: slides, name: "a.pptx")
    #expect(reading.documents.map(\.text) == ["Peers need pay."])
    #expect(reading.failures == ["/folder/a.pptx: lacks slide 2"])
  }
}
