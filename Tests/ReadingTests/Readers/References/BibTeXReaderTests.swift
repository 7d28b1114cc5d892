import Literature
import Reading
import Testing

struct BibTeXReaderTests {
  private func read(_ text: String) -> ReadDocuments {
    ReadDocuments(BibTeXReader(), text, name: "a.bib")
  }

  @Test(
    arguments: [
      (#"howpublished = {\url{https://example.org/p}}"#, nil, "https://example.org/p"),
      ("howpublished = {Leaflet}", "Leaflet", nil),
      ("howpublished = {Leaflet}, organization = {Peers}", "Leaflet", nil),
      ("howpublished = {https://a.org}, url = {https://b.org}", nil, "https://b.org"),
    ] as [(String, String?, String?)])
  func `how a work was published is its venue or its address`(
    fields: String, venue: String?, url: String?
  ) {
    let document = read("@misc{a, title = {Peers}, \(fields)}").documents.first
    #expect(document?.venue == venue && document?.url == url)
  }

  @Test func `addresses, organisations, series and notes`() throws {
    let documents = read(
      #"""
      @misc{a, title={Guide}, howpublished={\url{https://example.org/guide}}, note={Accessed 2020}}
      @misc{b, title={Talk}, howpublished={Talk in Leeds}}
      @inproceedings{c, title={Chat}, booktitle={Proceedings}, organization={ACM}}
      @manual{d, title={Manual}, organization={ACM}}
      @incollection{e, title={Part}, booktitle={Handbook}, series={Peer Series}, annote={Mine}}
      @book{f, title={Book}, series={Peer Series}, number={4}}
      """#
    ).documents
    #expect(
      documents.map(\.venue) == [
        nil, "Talk in Leeds", "Proceedings", "ACM", "Handbook", "Peer Series",
      ])
    #expect(documents.map(\.url) == ["https://example.org/guide", nil, nil, nil, nil, nil])
    #expect(documents.map(\.imprint.publisher) == [nil, nil, "ACM", nil, nil, nil])
    #expect(documents.map(\.imprint.series) == [nil, nil, nil, nil, "Peer Series", nil])
    #expect(documents.map(\.imprint.notes) == [["Accessed 2020"], [], [], [], ["Mine"], []])
  }

  @Test func `fields are read`() throws {
    let reading = read(
      #"""
      % a comment
      @string{jp = "Journal of " # {Peers}}
      @comment{ignored, title={x}}
      @article{lee2020,
        author = {Lee, Ann and {Peer and Work Group} and M{\"u}ller, J{\'e}r\^ome},
        title = "The {HCV} peer: {\"U}ber \& more --- ``now''",
        journal = jp, year = 2020, pages = {10--19}, volume = 3,
        doi = {10.1000/a\_b}, keywords = {peers, care}, langid = {english},
        abstract = {Line one
          and two.}
      }
      @book(b, title={Round brackets}, date = {2019-04})
      """#)
    let document = try #require(reading.documents.first)
    #expect(document.authors == ["Lee, Ann", "Peer and Work Group", "Müller, Jérôme"])
    #expect(document.title == "The HCV peer: Über & more — “now”")
    #expect(document.venue == "Journal of Peers")
    #expect(document.imprint.pages == "10-19")
    #expect(document.doi == "10.1000/a_b")
    #expect(document.keywords == ["peers", "care"])
    #expect(document.text == "Line one and two.")
    #expect(document.type == "Journal Article")
    #expect(document.language == "en")
    #expect(reading.documents.last?.title == "Round brackets")
    #expect(reading.documents.last?.year == 2019)
  }

  @Test(arguments: [
    // The forms of the grammar: First von Last; von Last, First; von Last, Jr, First.
    ("Thea Thesis", "Thesis, Thea"), ("Ludwig van Beethoven", "van Beethoven, Ludwig"),
    ("Jane A. Smith", "Smith, Jane A."), ("van Beethoven, Ludwig", "van Beethoven, Ludwig"),
    (
      "Charles Louis Xavier Joseph de la Vallée Poussin",
      "de la Vallée Poussin, Charles Louis Xavier Joseph"
    ),
    ("de la Vallée Poussin", "de la Vallée Poussin"),
    ("Jean de La Fontaine", "de La Fontaine, Jean"),
    ("King, Jr., Martin Luther", "King, Martin Luther, Jr."), ("Smith, Ann", "Smith, Ann"),
    ("Donald~E. Knuth", "Knuth, Donald E."), ("P{\\'a}l Erd{\\H o}s", "Erdős, Pál"),
    ("Per Brinch {Brinch Hansen}", "Brinch Hansen, Per Brinch"), ("Plato", "Plato"),
    // Organisations, in braces or not.
    ("{Peer and Work Group}", "Peer and Work Group"), ("{Barnes, Inc.}", "Barnes, Inc."),
    ("World Health Organization", "World Health Organization"),
    // What the grammar does not foresee.
    ("Carl Jones Jr.", "Jones, Carl, Jr."), ("Smith J", "Smith J"), ("Smith J A", "Smith J A"),
  ])
  func `names follow the grammar of BibTeX`(name: String, expected: String) {
    let text = "@article{a, title={T}, author={\(name) and others}}"
    #expect(read(text).documents.first?.authors == [expected])
  }

  @Test func `editors, URLs and lengths`() throws {
    let text = #"""
      @book{b, title={One}, editor={Julie Repper and Carter, Tim}, year=2011,
        url={\url{https://x.org/a_b}}, pagetotal={92 pages}, shortjournal={J. P.}}
      @phdthesis{t, title={Two}, author={Thea Thesis}, type={PhD}, school={Glasgow}}
      """#
    let documents = read(text).documents
    let book = try #require(documents.first)
    #expect(book.authors == ["Repper, Julie", "Carter, Tim"])
    #expect(book.imprint.editors == book.authors)
    #expect(book.url == "https://x.org/a_b" && book.imprint.pages == "92")
    #expect(book.imprint.abbreviation == "J. P.")
    #expect(documents.last?.type == "Thesis; PhD")
  }

  @Test(arguments: [
    (#"garc{\'i}a2017"#, "garcía2017"), ("{DeLuca}2020", "DeLuca2020"),
    ("Lee:2020/a", "Lee:2020/a"),
  ])
  func `a key may contain braces`(key: String, id: String) {
    let reading = read("@article{\(key),\n title={One}, author={Lee, Ann}}\n@book{b, title={Two}}")
    #expect(reading.documents.map(\.id) == [id, "b"])
    #expect(reading.documents.map(\.title) == ["One", "Two"])
  }

  @Test func `a line that is too long is reported`() {
    let long = "@book{a, title={" + String(repeating: "x", count: 1 << 26) + "}}"
    let reading = read("\(long)\n@book{b, title={Two}}")
    #expect(reading.documents.map(\.title) == ["Two"])
    #expect(reading.failures.count == 1)
    #expect(reading.failures.first?.hasPrefix("/folder/a.bib, line 1: is too large") == true)
  }

  @Test func `entries may be on one line`() {
    let reading = read("@book{a, title={One}} @book{b,\ntitle={Two}} @book(c, title={Three})")
    #expect(reading.documents.map(\.title) == ["One", "Two", "Three"])
    #expect(reading.documents.map(\.source.line) == [1, 1, 2])
  }

  @Test func `an entry of many lines that is too large is reported as such`() {
    let line = String(repeating: "x", count: 1 << 20)
    let lines =
      ["@book{a, title={One}}", "@book{b, abstract={"] + Array(repeating: line, count: 17)
      + ["}}", "@book{c, title={Two}}"]
    let reading = read(lines.joined(separator: "\n"))
    #expect(reading.documents.map(\.title) == ["One", "Two"])
    #expect(reading.failures.count == 1)
    #expect(reading.failures.first?.hasPrefix("/folder/a.bib, line 2: is too large") == true)
  }

  @Test func `an unclosed entry does not hide others`() {
    let reading = read("@article{a, title = {Open\n@article{b,\n title = {Good}\n}\n@book{c}")
    #expect(reading.documents.map(\.title) == ["Good"])
    #expect(reading.failures == ["/folder/a.bib, line 1: is an unclosed entry"])
    #expect(
      reading.skipped == [
        "/folder/a.bib, line 5: is empty (no title, author, abstract or identifier)"
      ])
  }

  @Test(arguments: [
    (#"\'{e}\`a\^{\i}\"o\~n\c{c}\v s\H{o}\k{a}\r{a}"#, "éàîöñçšőąå"),
    (#"\ss{} \o \AE{}gir \L{}\'od\'z"#, "ß øÆgir Łódź"), (#"{\'{E}}t{\'e}"#, "Été"),
    (#"\emph{peer} \textbf{work}"#, "peer work"), (#"a~b\,c\-d"#, "a\u{A0}bcd"),
    (#"50\% of $\alpha$ \& \_"#, "50% of α & _"),
    (#"{\textbeta}-testing, \textalpha{} and \upmu g"#, "β-testing, α and μg"),
    (#"\Upomega{}-3 \textpm{} \textit{x} $\geqslant$ \textOmega"#, "Ω-3 ± x ≥ Ω"),
    ("1--2 --- 3", "1–2 — 3"), ("plain", "plain"),
  ])
  func `LaTeX is decoded`(_ text: String, _ expected: String) {
    #expect(LaTeXText.decode(text) == expected)
  }

  private static let chapter = "@incollection{a, title = {Part}, crossref = {Book}, pages = {1--9}}"
  private static let book =
    "@book{book, title = {Handbook}, editor = {Ng, Cy}, year = {2019}, publisher = {House}, "
    + "doi = {10.1000/b}}"

  @Test(arguments: ["\(chapter)\n\(book)", "\(book)\n\(chapter)"])
  func `a chapter has the fields of its book`(text: String) throws {
    let reading = read(text)
    #expect(reading.documents.count == 2 && reading.failures.isEmpty)
    let part = try #require(reading.documents.first { $0.title == "Part" })
    #expect(part.venue == "Handbook" && part.year == 2019 && part.doi == nil)
    #expect(part.imprint.editors == ["Ng, Cy"] && part.imprint.publisher == "House")
    #expect(part.imprint.pages == "1-9")
    #expect(part.source.line == (text.hasPrefix("@inc") ? 1 : 2))
  }

  @Test func `an entry keeps its own fields, also if it refers to nothing`() {
    let documents = read(
      """
      @inproceedings{a, title={One}, crossref={p}, year={2020}, booktitle={Own}}
      @proceedings{p, title={All}, year={2019}}
      @incollection{b, title={Two}, crossref={none}, booktitle={Mine}}
      """
    ).documents
    #expect(documents.map(\.title) == ["All", "One", "Two"])
    #expect(documents.map(\.year) == [2019, 2020, nil])
    #expect(documents.map(\.venue) == [nil, "Own", "Mine"])
  }

  @Test(arguments: ["archivePrefix", "eprinttype"])
  func `numbers of arXiv are kept`(field: String) {
    let document = read("@misc{a, title={One}, eprint={2101.00001}, \(field)={arXiv}}").documents
      .first
    #expect(document?.identifiers == [Identifier(.accession, "arXiv 2101.00001")])
    #expect(document?.url == "https://arxiv.org/abs/2101.00001")
  }
}
