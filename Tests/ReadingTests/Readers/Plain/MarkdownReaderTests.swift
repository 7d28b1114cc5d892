import Literature
import Reading
import Testing

struct MarkdownReaderTests {
  @Test func `a title in front matter and a footnote have no markup`() throws {
    let text =
      "---\ntitle: Peers and *roles*\n---\nWe asked peers.[^1]\n\n[^1]: The footnote text.\n"
    let document = try #require(ReadDocuments(MarkdownReader(), text, name: "a.md").documents.first)
    #expect(document.title == "Peers and roles")
    #expect(document.text == "We asked peers.\n\nThe footnote text.")
  }

  @Test(arguments: [
    ("author: Ann Lee", ["Lee, Ann"]), ("author: Ann Lee and Bo Chen", ["Lee, Ann", "Chen, Bo"]),
    ("authors: [\"Lee, Ann\", Bo Chen]", ["Lee, Ann", "Chen, Bo"]),
    ("author: Lee, Ann", ["Lee, Ann"]), ("author: Dr Ann B. Lee", ["Lee, Ann B."]),
    ("author: [{name: Dr Ann Lee, affiliation: NHS}]", ["Lee, Ann"]),
    ("author: {name: {given: Ann, family: van der Berg}}", ["van der Berg, Ann"]),
    ("author: [{family: Lee, given: Ann, suffix: Jr}]", ["Lee, Ann, Jr"]),
    (
      "author: [{literal: Peer Power}, {name: Mental Health Foundation}]",
      ["Peer Power", "Mental Health Foundation"]
    ),
    ("author: null", []), ("author: [1, [2]]", ["1"]),
  ])
  func `authors in front matter are divided`(line: String, authors: [String]) throws {
    let text = "---\ntitle: Peers\n\(line)\n---\nWords.\n"
    let document = ReadDocuments(MarkdownReader(), text, name: "a.md").documents.first
    #expect(document?.authors == authors)
  }

  @Test(arguments: [
    // A heading with only subsections is part of the first of them.
    (
      "# A\n\n## Results\n\n### Pay\n\nLow.\n\n### Roles\n\nMany.",
      [
        "body|Results › Pay|Low.", "body|Roles|Many.",
      ]
    ),
    ("## One\n\n### Two\n\n#### Three\n\n##### Four\n\nx", ["body|Two › Three › Four|x"]),
    // A heading of the same level is not above the next.
    ("## Pay\n\n## Roles\n\nMany.", ["body|Roles|Many."]),
    ("### Pay\n\n## Roles\n\nMany.", ["body|Roles|Many."]),
    ("## Pay\n\nLow.\n\n### Roles\n\nMany.", ["body|Pay|Low.", "body|Roles|Many."]),
    // The parts of an abstract keep their own names.
    ("## Abstract\n\n### Methods\n\nAsked.", ["methods|Methods|Asked."]),
  ])
  func `headings above subsections are not lost`(text: String, outline: [String]) {
    let document = ReadDocuments(MarkdownReader(), text, name: "a.md").documents.first
    #expect(document?.outline == outline)
  }

  @Test(arguments: [
    ("<!-- a -->\nWords.", "Words."), ("<!-- a\nb -->\n\nWords.", "Words."),
    ("<!-- a --> Words.", "Words."), ("<!-- a\nb --> Some\nwords.", "Some words."),
    ("<!-- a --> <!-- b --> Words.", "Words."), ("Some\n<!-- a --> words.", "Some words."),
    ("Words.\n\n<!-- a", "Words."),
  ])
  func `comments are skipped, and the text after them is not`(text: String, expected: String) {
    let document = ReadDocuments(MarkdownReader(), text, name: "a.md").documents.first
    #expect(document?.text == expected)
  }

  @Test func `front matter and headings are read`() throws {
    let text = """
      ---
      title: "Peer work: a guide"
      authors: [Ann Lee, {name: Bo Chen}]
      date: 2021-03-01
      tags: peers; work
      doi: 10.1000/xyz
      sample_size: 12
      ---
      # Peer work: a guide

      Opening words.

      ## **Methods** {#m}
      We asked [people](http://x).
      ```
      # no heading
      ```
      Results
      -------
      Found.
      """
    let document = try #require(
      ReadDocuments(MarkdownReader(), text, name: "guide.md").documents.first)
    #expect(document.title == "Peer work: a guide")
    #expect(document.authors == ["Lee, Ann", "Chen, Bo"])
    #expect(document.year == 2021)
    #expect(document.keywords == ["peers", "work"])
    #expect(document.doi == "10.1000/xyz")
    #expect(document.facets.sampleSize.map(\.value) == [12])
    #expect(
      document.outline == [
        "body||Opening words.", "methods|Methods|We asked people.\n\n# no h",
        "results|Results|Found.",
      ])
  }

  @Test(arguments: [
    ("Words.\n", "Abstract\nWe asked 12 peers about pay.\n\nWords."),
    ("## Abstract\n\nIts own.\n", "Abstract\n\nIts own."),
  ])
  func `an abstract in front matter is read`(body: String, text: String) throws {
    let matter = "---\ntitle: Pay\nabstract: |\n  We asked *12* peers\n  about pay.\n---\n"
    let document = try #require(
      ReadDocuments(MarkdownReader(), matter + body, name: "a.md").documents.first)
    #expect(document.text == text)
    let first = try #require(document.sections.first)
    #expect(first.heading == "Abstract" && first.kind == .abstract)
  }

  @Test(arguments: [
    ("---\ntitle: \"open\nyear: 2020\n---\nWords.", 4), ("---\na: b\nnot: [closed\n---\nx", 4),
    ("---\ntitle: a: b\n---\nx", 2),
  ])
  func `front matter that is not YAML is reported`(text: String, line: Int) {
    let reading = ReadDocuments(MarkdownReader(), text, name: "a.md")
    #expect(
      reading.mistakes == [
        "/folder/a.md, line \(line): has front matter that is not valid YAML, so it is read as text"
      ])
    #expect(reading.documents.count == 1)
  }

  @Test(arguments: [
    ("year: abc", 3, "has a year that can't be read: abc"),
    ("year: 12", 3, "has a year that can't be read: 12"),
    ("sample_size: many", 3, "has a sample_size that is not a number: many"),
    ("included_studies: 4.5", 3, "has an included_studies that is not a number: 4.5"),
    ("method: foo", 3, "has an unknown method: foo"),
    ("setting: comunity", 3, "has an unknown setting: comunity; did you mean “community”?"),
    ("tags: [a]\nmethod: [qualitative, foo]", 4, "has an unknown method: foo"),
    ("method: qualitative; foo", 3, "has an unknown method: foo"),
  ])
  func `a value in front matter that can't be read is reported`(
    lines: String, line: Int, reason: String
  ) {
    let text = "---\ntitle: Peers\n\(lines)\n---\nWords.\n"
    let reading = ReadDocuments(MarkdownReader(), text, name: "a.md")
    #expect(reading.mistakes == ["/folder/a.md, line \(line): \(reason)"])
    #expect(reading.documents.map(\.title) == ["Peers"])
  }

  @Test(arguments: [
    "year: 2020", "year: March 2020", "date: today", "year: null", "year: none", "method: none",
    "method: rct; cohort", "sample_size: 1,204", "sample_size: 30.0", "sample_size: none",
    "setting: []", "condition:", "methods: anything", "method: {a: b}",
  ])
  func `other values in front matter are no mistakes`(line: String) {
    let text = "---\ntitle: Peers\n\(line)\n---\nWords.\n"
    #expect(ReadDocuments(MarkdownReader(), text, name: "a.md").mistakes == [])
  }

  /// Keys that contain ever more, by aliases and by collections in collections.
  private static let endlessKeys: [(String, Int, String)] = {
    let aliases = (1...12).map { number in
      "k\(number): &k\(number) [" + String(repeating: "*k\(number - 1), ", count: 9) + "]\n"
    }.joined()
    let many = String(repeating: "a,", count: 20_000)
    func nested(_ open: String, _ close: String) -> String {
      "a: " + String(repeating: open, count: 900) + "[\(many)]"
        + String(repeating: close, count: 900)
    }
    let alias = "front matter with a YAML alias, which is not supported"
    let deep = "front matter with too many nested lists and mappings"
    return [
      ("k0: &k0 [a]\n\(aliases)? *k12\n: 1", 3, alias), ("a: &a b\nc: \"x\"\nd: *a", 4, alias),
      (nested("{", "}"), 2, deep), (nested("[", "]: b"), 2, deep),
      ("a:\n  " + String(repeating: "? ", count: 900) + "[\(many)]", 2, deep),
    ]
  }()

  @Test(arguments: endlessKeys)
  func `front matter with keys that take hours is reported`(
    yaml: String, line: Int, reason: String
  ) {
    let reading = ReadDocuments(MarkdownReader(), "---\n\(yaml)\n---\nWords.", name: "a.md")
    #expect(
      reading.mistakes == ["/folder/a.md, line \(line): has \(reason), so it is read as text"])
    #expect(reading.documents.count == 1)
  }

  @Test func `marks in the words of front matter are not aliases`() {
    let authors = (0..<200).map { "{name: Ann Lee, place: [\($0)]}" }.joined(separator: ", ")
    let text = """
      ---
      title: "R&D by *peers*: what is it ? &amp; *why*"
      abstract: |
        We asked *12* peers (p < .05*), R&D & others; *R and &c.
      author: [\(authors)]
      ---
      Words.
      """
    let reading = ReadDocuments(MarkdownReader(), text, name: "a.md")
    #expect(reading.mistakes == [])
    #expect(reading.documents.first?.title == "R&D by peers: what is it ? & why")
  }

  @Test func `letters with “&” between them are words`() {
    let text = """
      ---
      title: "Q&A with peer workers"
      authors: [Ann Lee]
      abstract: "*A* review of questions, R&D and AT&T. A*B and *T*."
      ---
      Words.
      """
    let reading = ReadDocuments(MarkdownReader(), text, name: "a.md")
    #expect(reading.mistakes == [])
    #expect(reading.documents.first?.title == "Q&A with peer workers")
    #expect(reading.documents.first?.authors == ["Lee, Ann"])
  }

  @Test(arguments: [
    "a: &x b\nc: *x", "a: &x b\nc: [*x]", "a: [&x b, *x ]", "a: &x b\n? *x\n: {*x : c}",
  ])
  func `an alias is refused in every place`(yaml: String) {
    let reading = ReadDocuments(MarkdownReader(), "---\n\(yaml)\n---\nWords.", name: "a.md")
    #expect(reading.mistakes.count == 1)
    #expect(reading.mistakes.first?.contains("front matter with a YAML alias") == true)
  }

  @Test(arguments: [
    "---\nProse between lines.\n---\nx", "---\n\"An open quotation\n---\nx", "---\na: b\n---\nx",
    "--- x", "---\n- a\n- b\n---\nx",
  ])
  func `other beginnings are not reported`(text: String) {
    #expect(ReadDocuments(MarkdownReader(), text, name: "a.md").mistakes == [])
  }

  @Test(arguments: [
    ("---\nnot: [closed\n---\ntext here", "not: [closed\n\ntext here"), ("---\nno end", "no end"),
    ("--- x", "--- x"),
  ])
  func `text that only looks like front matter`(text: String, plain: String) {
    #expect(ReadDocuments(MarkdownReader(), text, name: "a.md").documents.first?.text == plain)
  }

  @Test(arguments: [
    ("A **peer lead** and *one* __more__ _word_.", "A peer lead and one more word."),
    ("snake_case_name, 5 * 3 * 2, p<0.05*", "snake_case_name, 5 * 3 * 2, p<0.05*"),
    ("[NSUN](https://x.org/a_(b)) and ![a plan](b.png)", "NSUN and a plan"),
    ("[one][ref] and [two](<x y>)\n\n[ref]: https://x.org", "one and two"),
    ("<https://x.org> and <b>bold</b><br>text", "https://x.org and bold text"),
    ("`code *kept*` and ``a ` b``", "code *kept* and a ` b"),
    (#"\*not\* \[a\](b)"#, "*not* [a](b)"), ("~~old~~ new ~50", "old new ~50"),
    ("> quoted\n> text", "quoted text"), ("a &amp; b &eacute; &nope; &", "a & b é &nope; &"),
    ("- one\n- [x] two\n* three\n1. four", "one\n\ntwo\n\nthree\n\n1. four"),
    ("text[^1]\n\n[^1]: note", "text\n\nnote"), ("<!-- a\nb -->\ntext", "text"),
    ("| who | when |\n| --- | :-: |\n| *Ann* | now |\n\nend", "who | when\n\nAnn | now\n\nend"),
    ("a | b\n--|--\n1 | x\\|y", "a | b\n\n1 | x|y"), ("one\ntwo\n***\nthree", "one two\n\nthree"),
  ])
  func `markup is not text`(text: String, plain: String) {
    #expect(ReadDocuments(MarkdownReader(), text, name: "a.md").documents.first?.text == plain)
  }

  @Test(
    arguments: [
      (
        "Authors: Ann Lee, Bo Roe\nYear: 2019\n\nWords.", ["Lee, Ann", "Roe, Bo"], 2019, ["Words."]
      ),
      (
        "**Author:** Ann Lee  \n**Published:** 12 May 2018\n\nWords.", ["Lee, Ann"], 2018,
        ["Published: 12 May 2018"]
      ),
      (
        "- Author: Lee, Ann; Roe, Bo\n- Date: 2017\n\n## Pay\n\nLow.", ["Lee, Ann", "Roe, Bo"],
        2017,
        ["Low."]
      ),
      ("Author: Peer Collective\n\nWords.", ["Peer Collective"], nil, ["Words."]),
      // Other lines are text.
      ("Words.\n\nAuthors: Ann Lee", [], nil, ["Words.\n\nAuthors: Ann Lee"]),
      ("Author: see the end.\n\nWords.", [], nil, ["Author: see the end.\n\nWords."]),
      ("Date: to be agreed\n\nWords.", [], nil, ["Date: to be agreed\n\nWords."]),
    ] as [(String, [String], Int?, [String])])
  func `lines with labels below the title are metadata`(
    lines: String, authors: [String], year: Int?, texts: [String]
  ) throws {
    let text = "# Peers in prisons\n\n\(lines)\n"
    let document = try #require(ReadDocuments(MarkdownReader(), text, name: "a.md").documents.first)
    #expect(document.title == "Peers in prisons")
    #expect(document.authors == authors && document.year == year)
    #expect(
      document.sections.map { document.text($0).prefix(texts[0].count) } == texts.map { $0[...] })
  }

  @Test(arguments: [
    "Title: Peers in prisons\nAuthor: Ann Lee\nDate: 2019\n\n# Pay\n\nLow.\n",
    "% Peers in prisons\n% Ann Lee\n% 2019\n\n# Pay\n\nLow.\n",
    "# Peers in prisons\n\n| Author | Ann Lee |\n| --- | --- |\n| Year | 2019 |\n\n## Pay\n\nLow.\n",
  ])
  func `other forms of metadata at the beginning are read`(text: String) throws {
    let document = try #require(ReadDocuments(MarkdownReader(), text, name: "a.md").documents.first)
    #expect(document.title == "Peers in prisons" && document.authors == ["Lee, Ann"])
    #expect(document.year == 2019 && document.outline == ["body|Pay|Low."])
  }

  @Test func `labels give what front matter does not`() throws {
    let text = """
      ---
      author: Ann Lee
      ---
      # Peers

      Author: Bo Roe
      Journal: Journal of Peers
      DOI: 10.1000/x
      """
    let document = try #require(ReadDocuments(MarkdownReader(), text, name: "a.md").documents.first)
    #expect(document.authors == ["Lee, Ann"] && document.venue == "Journal of Peers")
    #expect(document.doi == "10.1000/x")
  }

  @Test func `a date at the beginning is the year`() {
    let document = ReadDocuments(MarkdownReader(), "# Plan\n\nMarch 2024\n\nText.", name: "a.md")
      .documents.first
    #expect(document?.year == 2024)
  }
}
