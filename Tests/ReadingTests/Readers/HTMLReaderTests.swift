import Literature
import Reading
import Testing

struct HTMLReaderTests {
  private func read(_ text: String) throws -> Document {
    try #require(ReadDocuments(HTMLReader(), text, name: "page.html").documents.first)
  }

  @Test(arguments: ["NA", "N/A", "#N/A", "null", "-"])
  func `a page whose text is a placeholder has no sections`(text: String) throws {
    let document = try read(
      "<!doctype html><html><head><title>Peers at work</title></head><body><p>\(text)</p></body></html>"
    )
    #expect(document.text.isEmpty)
    #expect(document.sections.isEmpty)
  }

  @Test(
    arguments: [
      ("iso-8859-2", [0xB3], "ł"), ("windows-1250", [0xB3, 0x20, 0xE6], "ł ć"),
      ("ISO-8859-1", [0x93, 0xE9, 0x94], "“é”"), ("utf-16", [0xE9, 0x20, 0xE8], "é è"),
      ("unknown", [0xE9, 0x20, 0xE8], "é è"), ("iso-8859-2", [0xC5, 0x82], "ł"),
      // The declaration could not be read in these.
      ("unicode", [0xE9, 0x20, 0xE8], "é è"), ("unicode", [0xE9, 0x2C, 0x20, 0xE8], "é, è"),
      ("ucs-2", [0xE9, 0x20, 0xE8], "é è"), ("ucs-2", [0xE9, 0x2C, 0x20, 0xE8], "é, è"),
      ("iso-10646-ucs-2", [0xE9, 0x20, 0xE8], "é è"), ("utf-16le", [0xE9, 0x20, 0xE8], "é è"),
      ("iso-10646-ucs-4", [0xE9, 0x20, 0xE8], "é è"), ("ibm037", [0xE9, 0x20, 0xE8], "é è"),
      // ISO 8859 has no quotation marks and dashes.
      ("iso8859-1", [0x93, 0xE9, 0x94], "“é”"), ("iso_8859-1", [0x93, 0xE9, 0x94], "“é”"),
      ("l1", [0x93, 0xE9, 0x94], "“é”"), ("iso-8859-15", [0x93, 0xE9, 0x94], "“é”"),
      ("iso-8859-15", [0xA4, 0x20, 0xE9], "€ é"), ("iso-8859-9", [0x93, 0xFE, 0x94], "“ş”"),
      ("iso-8859-2", [0x84, 0xB3, 0x94, 0x20, 0x96], "„ł” –"),
      ("iso_8859-7", [0xE1, 0x20, 0x96], "α –"), ("shift_jis", [0x87, 0x40], "①"),
      // Other names of encodings, or of parts of them.
      ("ks_c_5601-1987", [0xB5, 0xBF, 0xB7, 0xE1], "동료"), ("windows-949", [0xB5, 0xBF], "동"),
      ("tis-620", [0x93, 0xE0, 0xB9, 0x94], "“เน”"),
      ("iso-8859-11", [0xE0, 0xB9, 0x20, 0x96], "เน –"),
      ("x-euc-jp", [0xC3, 0xE7, 0xB4, 0xD6], "仲間"), ("x-cp1251", [0xD0, 0xE0], "Ра"),
      ("x-gbk", [0xCD, 0xAC, 0xB0, 0xE9], "同伴"), ("gb_2312-80", [0xCD, 0xAC, 0xB0, 0xE9], "同伴"),
    ] as [(String, [UInt8], String)])
  func `a page that is not UTF-8 is read in the encoding that it declares`(
    name: String, bytes: [UInt8], expected: String
  ) throws {
    let head = "<html><head><meta charset=\"\(name)\"></head><body><p>Word "
    let page = Array(head.utf8) + bytes + Array(" word.</p></body></html>".utf8)
    let reading = ReadDocuments(HTMLReader(), page, name: "page.html")
    #expect(try #require(reading.documents.first).text == "Word \(expected) word.")
    #expect(reading.repaired.isEmpty)
  }

  @Test(arguments: [
    #"<script charset="utf-8" src="a.js"></script><meta charset="iso-8859-2">"#,
    #"<form accept-charset="utf-8"></form><META CHARSET='ISO-8859-2'>"#,
    #"<meta name="a" content="b"><meta content="text/html; charset=iso-8859-2" name="c">"#,
    "<!-- <meta charset=windows-1251> - -- --><meta charset = iso-8859-2 />",
    #"<script>var a = "charset=windows-1251";</script><meta charset="iso-8859-2">"#,
  ])
  func `only a tag for metadata declares the encoding of a page`(tags: String) throws {
    let page =
      Array("<html><head>\(tags)</head><body><p>bia".utf8) + [0xB3]
      + Array("y</p></body></html>".utf8)
    let reading = ReadDocuments(HTMLReader(), page, name: "page.html")
    #expect(try #require(reading.documents.first).text == "biały")
  }

  @Test(arguments: ["\"iso-8859-2\"", "'ISO-8859-2'"])
  func `an XML declaration declares the encoding of a page`(name: String) throws {
    let head = "<?xml version=\"1.0\" encoding=\(name)?>\n<html><head><title>Bia"
    let page =
      Array(head.utf8) + [0xB3] + Array("y</title></head><body><p>x</p></body></html>".utf8)
    let reading = ReadDocuments(HTMLReader(), page, name: "page.html")
    #expect(try #require(reading.documents.first).title == "Biały")
  }

  @Test func `the marks on a letter are limited in every encoding`() throws {
    // 0xEC is a combining acute accent in windows-1258.
    let page =
      Array("<html><head><meta charset=windows-1258></head><body><p>Peers a".utf8)
      + [UInt8](repeating: 0xEC, count: 1000) + Array("</p></body></html>".utf8)
    let reading = ReadDocuments(HTMLReader(), page, name: "page.html")
    #expect(try #require(reading.documents.first).text.unicodeScalars.count < 50)
  }

  @Test func `an article page is read`() throws {
    let filler = String(repeating: "Peers talked with people about their care. ", count: 12)
    let document = try read(
      """
      <!doctype html><html lang="en-GB"><head><title>Peers at work | Journal</title>
      <meta name="citation_title" content="Peers at work">
      <meta name="citation_author" content="Lee, Ann"><meta name="citation_author" content="Chen, Bo">
      <meta name="citation_publication_date" content="2020/03/01">
      <meta name="citation_journal_title" content="J"><meta name="citation_doi" content="10.1000/H">
      <script>var x = "hidden";</script></head><body class="has-sidebar">
      <nav><a href="/">Home</a></nav><div class="cookie-notice">We use cookies.</div>
      <article><h1>Peers at work</h1><p>\(filler)</p><h2>Methods</h2><p>We asked&nbsp;<b>them</b>.</p>
      <ul><li>first</li><li>second</li></ul><table><tr><th>n</th><td>45</td></tr></table>
      <ul><li><a href="a">Next article</a></li><li><a href="b">Other thing</a></li>
      <li><a href="c">Third link</a></li></ul><h2>References</h2><ol><li>Old A. 1999.</li></ol>
      <div class="share-buttons">Tweet</div></article><footer>Imprint</footer></body></html>
      """)
    #expect(document.title == "Peers at work")
    #expect(document.authors == ["Lee, Ann", "Chen, Bo"])
    #expect(document.year == 2020)
    #expect(document.language == "en")
    #expect(document.id == "page")
    #expect(document.doi == "10.1000/h")
    #expect(
      document.outline == [
        "body||Peers talked with people", "methods|Methods|We asked\u{A0}them.\n\nfirst\n\ns",
        "references|References|Old A. 1999.",
      ])
    for word in ["cookies", "hidden", "Home", "Tweet", "Imprint", "Third"] {
      #expect(!document.text.contains(word))
    }
  }

  @Test(arguments: [
    // Cells that span rows and columns.
    (
      "<caption>Pay</caption><thead><tr><th>Role</th><th>Band</th><th>WTE</th></tr></thead><tbody><tr>"
        + "<td rowspan=2>Peer worker</td><td>3</td><td>1.0</td></tr><tr><td>4</td><td>0.5</td></tr>"
        + "<tr><td colspan=2>In all</td><td>1.5</td></tr></tbody>",
      ["Pay", "Role | Band | WTE", "Peer worker | 3 | 1.0", " | 4 | 0.5", "In all |  | 1.5"]
    ),
    // A cell spans no further part of the table.
    (
      "<thead><tr><th rowspan=5>A</th><th>B</th></tr></thead><tr><td>1</td><td>2</td></tr>",
      ["A | B", "1 | 2"]
    ),
    // Paragraphs and lists in cells.
    (
      "<tr><td><p>Role</p></td><td><p>Duties</p></td></tr><tr><td>Peer</td><td><ul><li>listen</li>"
        + "<li>share</li></ul></td></tr>",
      ["Role | Duties", "Peer | listen share"]
    ),
    ("<tr><td>10<sup>8</sup></td><td>a<br>b</td></tr>", ["10^8 | a b"]),
    // Tables that arrange the page.
    (
      "<tr><td><h2>Pay</h2><p>One.</p></td><td><p>Two.</p></td></tr>", ["Pay", "One.", "Two."]
    ),
    (
      "<tr><td><table><tr><td>a</td><td>b</td></tr></table></td><td>Two.</td></tr>",
      ["a | b", "Two."]
    ),
  ])
  func `tables keep their columns`(table: String, paragraphs: [String]) throws {
    let document = try read(
      "<html><head><title>Peers</title></head><body><p>Words.</p><table>\(table)</table></body></html>"
    )
    #expect(document.text.split(separator: "\n\n").map(String.init) == ["Words."] + paragraphs)
  }

  @Test func `a catalogue page has its abstract`() throws {
    let document = try read(
      """
      <html><head><meta name="eprints.title" content="Peers"><meta name="eprints.creators_name"
      content="Vojt, Gaby"><meta name="eprints.date" content="2023-10-17">
      <meta name="eprints.abstract" content="Background: why. Methods: how.">
      <meta name="eprints.type" content="conference_item"></head><body><p>Record 504196</p></body>
      """)
    #expect(document.year == 2023)
    #expect(document.outline == ["background|Background|why.", "methods|Methods|how."])
  }

  @Test func `linked data is read`() throws {
    let document = try read(
      """
      <html><head><script type="application/ld+json">{"@context":"x","@graph":[{"@type":"WebSite",
      "name":"Site"},{"@type":"ScholarlyArticle","headline":"Peers","author":[{"name":"Ann Lee"}],
      "datePublished":"2021-05-06","isPartOf":{"name":"J"}}]}</script></head>
      <body><main><p>Text of the article.</p></main></body></html>
      """)
    #expect(document.title == "Peers")
    #expect(document.authors == ["Lee, Ann"])
    #expect(document.year == 2021)
    #expect(document.venue == "J")
  }

  @Test func `encodings and deep nesting are handled`() throws {
    let latin =
      Array("<html><head><meta charset=iso-8859-1><title>Caf".utf8) + [0xE9]
      + Array(" peer work</title></head><body>x</body></html>".utf8)
    #expect(ReadDocuments(HTMLReader(), latin).documents.first?.title == "Café peer work")
    let deep = "<html><body>" + String(repeating: "<div>", count: 100_000) + "deep"
    let reading = ReadDocuments(HTMLReader(), deep)
    #expect(reading.documents.count + reading.failures.count == 1)
  }

  @Test(
    arguments: [
      ("<p>Journal of Peers. https://doi.org/10.1000/abc</p><p>Text of it.</p>", "10.1000/abc"),
      ("<p>DOI: 10.1000/abc.</p>", "10.1000/abc"), ("<p>10.1000/abc</p>", "10.1000/abc"),
      ("<p>See doi 10.1000/abc and doi 10.1000/other.</p><p>doi:10.1000/third</p>", nil),
      ("<p>Lee (10.1000/abc) said so in a long sentence about something else.</p>", nil),
    ] as [(String, String?)])
  func `a DOI in the first lines is the work's`(body: String, doi: String?) {
    let text =
      "<html><head><title>Peer work in prisons</title></head><body><h1>Peer work in prisons"
      + "</h1>\(body)</body></html>"
    #expect(ReadDocuments(HTMLReader(), text, name: "a.html").documents.first?.doi == doi)
  }

  @Test func `a DOI in the page's address is the work's`() {
    let text = """
      <html><head><title>Peer work</title><link rel="canonical"
      href="https://www.example.org/articles/10.3389/fpsyt.2020.00001/full?x=1"></head>
      <body><p>Text of it.</p></body></html>
      """
    let document = ReadDocuments(HTMLReader(), text, name: "a.html").documents.first
    #expect(document?.doi == "10.3389/fpsyt.2020.00001")
  }

  @Test(
    arguments: [
      ("<p class='authors'>Ann Lee and Bo Chen</p>", ["Lee, Ann", "Chen, Bo"]),
      ("<div class='byline'>By Ann Lee</div>", ["Lee, Ann"]),
      ("<p>By Ann Smith and Bob Jones</p>", ["Smith, Ann", "Jones, Bob"]),
      (
        "<p><span class='author'>Ann Lee</span>, <span class='author'>Bo Chen</span></p>",
        ["Lee, Ann", "Chen, Bo"]
      ),
      ("<p class='post author'>Ann Lee, University of Airedale</p>", ["Lee, Ann"]),
      (
        "<p class='author'>Ann Lee and Bo Chen, University of Airedale</p>",
        ["Lee, Ann", "Chen, Bo"]
      ),
      ("<a rel='author' href='/x'>Ann Lee</a>", ["Lee, Ann"]),
      ("<p class='author'>The peer support team</p>", []), ("<p>By the river, we met.</p>", []),
      ("<p>Cafe Leeds and Cafe York</p>", []),
      ("<aside><p class='author'>Ann Lee</p></aside>", []),
      ("<blockquote><p class='author'>Ann Lee</p></blockquote>", []),
      ("<figure><span class='author'>Ann Lee</span></figure>", []),
      ("<div class='entry comments'><p class='author'>Ann Lee</p></div>", []),
      ("<div class='testimonial'><p rel='author'>Ann Lee</p></div>", []),
    ] as [(String, [String])])
  func `the authors on a page without tags`(line: String, authors: [String]) {
    let page = """
      <html><head><title>Peers at work</title></head><body><h1>Peers at work</h1>\(line)
      <p>Peer workers use their experience to support others who are in crisis.</p></body></html>
      """
    #expect(ReadDocuments(HTMLReader(), page).documents.first?.authors == authors)
  }

  @Test(arguments: [
    """
    <modsCollection><mods><titleInfo><title>Peers</title></titleInfo><header>Words</header></mods>
    </modsCollection>
    """,
    """
    <export><headers><name>Title</name></headers><row>Peers</row></export>
    """,
  ])
  func `XML of databases is not a web page`(text: String) {
    let reading = ReadDocuments(contents: Array(text.utf8), name: "a.xml")
    #expect(reading.documents.isEmpty && reading.skipped.isEmpty)
    #expect(
      reading.failures == [
        "/folder/a.xml: has an unsupported format (text with the extension .xml)"
      ])
  }

  @Test(arguments: [
    "<head><title>Peers</title></head><body><p>Words.</p></body>",
    "<!-- Saved -->\n<head\nlang='en'><title>Peers</title></head><body><p>Words.</p></body>",
    "<!-- Saved -->\n<html lang='en'><title>Peers</title><body><p>Words.</p></body></html>",
  ])
  func `a page is recognised without a declaration`(text: String) {
    let reading = ReadDocuments(contents: Array(text.utf8), name: "a.txt")
    #expect(reading.documents.map(\.title) == ["Peers"])
  }

  @Test(arguments: ["a.ris", "a.nbib", "a.csv", "a.json", "a.pdf", "a.docx", "a.epub"])
  func `a page in place of records or of a document is reported and not read`(name: String) {
    let page = "<!DOCTYPE html><html><head><title>Login</title></head><body>x</body></html>"
    let reading = ReadDocuments(contents: Array(page.utf8), name: name, isNamed: false)
    #expect(reading.documents.isEmpty && reading.skipped.isEmpty)
    #expect(
      reading.failures == [
        "/folder/\(name): is a web page, although its name ends in .\(name.dropFirst(2)); open it in a "
          + "browser to see why the download failed"
      ])
  }

  @Test(arguments: [
    "<p>Authors: Ann Lee, Bo Roe</p><p>Year: 2019</p>",
    "<p><b>Authors:</b> Ann Lee, Bo Roe<br><b>Published:</b> 12 May 2019</p>",
    "<ul><li>Authors: Ann Lee; Bo Roe</li><li>Date: 2019-05-12</li></ul>",
    "<dl><dt>Authors</dt><dd>Ann Lee, Bo Roe</dd><dt>Published</dt><dd>May 2019</dd></dl>",
    "<table><tr><th>Authors</th><td>Ann Lee, Bo Roe</td></tr><tr><th>Year</th><td>2019</td></tr></table>",
  ])
  func `lines with labels below the title are metadata`(lines: String) throws {
    let page = """
      <html><head><title>Peers in prisons</title></head><body><h1>Peers in prisons</h1>\(lines)
      <p>Peer workers use their experience of recovery to support others who are in crisis.</p>
      </body></html>
      """
    let document = try read(page)
    #expect(document.title == "Peers in prisons")
    #expect(document.authors == ["Lee, Ann", "Roe, Bo"] && document.year == 2019)
  }

  @Test func `a report of Zotero is reported`() {
    let page = """
      <html><head><title>Zotero Report</title></head><body><ul class="report combineChildItems">
      <li id="item_A" class="item journalArticle"><h2>Peers</h2></li>
      <li id="item_B" class="item book"><h2>Pay</h2></li></ul></body></html>
      """
    let reading = ReadDocuments(contents: Array(page.utf8), name: "a.html")
    #expect(reading.documents.count == 1)
    #expect(
      reading.failures == [
        "/folder/a.html: is a report of Zotero with 2 items, read as one text; export them as RIS "
          + "instead"
      ])
  }

  @Test func `the abstract of a page is kept beside its text`() throws {
    let filler = String(repeating: "Peers talked with people about their care. ", count: 40)
    let page = """
      <html><head><title>Peers</title><meta name="citation_abstract" content="Trust grew a lot.">
      </head><body><article><h1>Peers</h1><p>\(filler)</p></article></body></html>
      """
    let document = try read(page)
    #expect(document.abstract == "Trust grew a lot.")
    #expect(
      document.outline == ["abstract|Abstract|Trust grew a lot.", "body||Peers talked with people"])
  }
}
