import Literature
import SeededRandom
import Testing

/// Damaged input for every reader, for a limited time: no reader may crash or hang, every section
/// must lie within its text on character boundaries, and reading twice must give the same result.
struct FuzzTests {
  private static let seeds: [(name: String, text: String)] = [
    ("a.ris", "TY  - JOUR\nTI  - Peer\n support\nAU  - Lee, A\nPY  - 2020\nER  - \n"),
    ("a.enw", "%0 Book\n%A Lee, A\n%T Peer\nsupport\n%D 2020\n%K a\nb\n\n%0 Thesis\n%T x\n"),
    (
      "a.nbib", "PMID- 1\nTI  - Peer\n      support\nFAU - Lee, A\nDP  - 2020\n\nPMID- 2\nTI  - x\n"
    ),
    ("a.txt", "FN Clarivate\nVR 1.0\nPT J\nAU Lee, A\n   Chen, B\nTI Peers\nER\n\nEF"),
    (
      "a.bib",
      "@string{x={y}}\n@article{k, title = {P{e}\\'{e}r} # x, author = \"A and B\", year=2020}\n"
    ),
    ("a.jsonl", "{\"_id\":\"1\",\"title\":\"P\\u00e9\",\"text\":\"METHODS: a. RESULTS: b.\"}\n"),
    (
      "a.json",
      "[{\"id\":1,\"title\":\"x\",\"author\":[{\"family\":\"L\"}],\"issued\":{\"raw\":\"2020\"}}]"
    ),
    (
      "b.json",
      "[{\"paperId\":1,\"externalIds\":{\"DOI\":\"10.1/x\"}},{\"data\":{\"itemType\":\"book\","
        + "\"creators\":[{\"name\":\"A\"}]}},{\"protocolSection\":{\"a\":{\"nctId\":\"NCT01234567\"}}}]"
    ),
    ("a.csv", "title,authors,year,abstract\n\"A \"\"b\"\"\nc\",\"L; M\",2020,text\n"),
    ("a.md", "---\ntitle: T\ntags: [a, b]\n---\n# T\n\n## Methods\ntext `x`\n\n```\n# no\n```\n"),
    (
      "a.html",
      "<html><head><meta name=citation_title content='T'></head><body><h1>T</h1><p>x</body>"
    ),
    ("a.xml", "<PubmedArticleSet><PubmedArticle><PMID>1</PMID><a b='>'>&amp;x</a></PubmedArticle>"),
    (
      "b.xml",
      "<article><front><article-meta/></front><body><sec><title>M</title><p>t</p></sec></body></article>"
    ),
    ("c.xml", "<TEI><teiHeader/><text><body><div><head>M</head><p>t</p></div></body></text></TEI>"),
    (
      "d.xml",
      "<xml><records><record><rec-number>1</rec-number><ref-type/><titles><title>t</title></titles></record></records></xml>"
    ),
    (
      "g.xml",
      "<OAI-PMH><record><metadata><dc:dc><dc:title>T</dc:title><dc:source>J; Vol. 1 No. 2; 3-4"
        + "</dc:source></dc:dc></metadata></record></OAI-PMH>"
    ),
    (
      "h.xml",
      "<responseWrapper><resultList><result><id>1</id><title>T</title><authorList><author>"
        + "<fullName>Lee A</fullName></author></authorList></result></resultList></responseWrapper>"
    ),
    (
      "i.xml",
      "<records><rec><header uiTerm='1'><controlInfo><artinfo><ppf>9</ppf><ppct>2</ppct><tig><atl>T"
        + "</atl></tig></artinfo></controlInfo></header></rec></records>"
    ),
    (
      "j.xml",
      "<rss><channel><item><title>T</title><link>https://doi.org/10.1000/a</link><description>"
        + "&lt;p&gt;x&lt;/p&gt;</description><guid>pubmed:1</guid></item></channel></rss>"
    ),
    ("f.xml", "<Trials_downloaded_from_ICTRP><Trial><TrialID>NCT01234567</TrialID></Trial>"),
    (
      "a.rtf",
      "{\\rtf1\\ansi{\\fonttbl x}Peer \\'e9\\u8364? \\trowd a\\cell b\\cell\\row\\par Text.}"
    ),
    (
      "a.eml",
      "From: A <a@b.c>\nSubject: =?utf-8?Q?x=C3=A9?=\nDate: 5 Mar 2024\nContent-Type: multipart/mixed; "
        + "boundary=\"q\"\n\n--q\nContent-Transfer-Encoding: base64\n\nUGVlcnM=\n--q--\n"
    ),
    ("a.mbox", "From a@b.c\nSubject: One\n\nText\n\nFrom b@c.d\nSubject: Two\n\n>From x\n"),
    (
      "e.rdf",
      "<rdf:RDF xmlns:rdf='r' xmlns:z='http://www.zotero.org/namespaces/export#'><bib:Article><title>T"
        + "</title></bib:Article></rdf:RDF>"
    ),
    ("b.md", "| a | b |\n|---|---|\n| *x* | `y` |\n\n> [l](u) <b>t</b> \\* &amp; **z\n"),
    (
      "page.txt",
      "Title of this page here\nTitle of this page here\nVojt, Gaby\n17 October 2023\nRecord type:\n"
        + "Item\nAbstract\nMethods: x.\nLocal EPrints ID: 5\nDownload statistics\n"
    ),
    (
      "b.txt",
      "TITLE OF SOME WORDS\n\nLee A^{1,2}, Chen B²\n\n¹Place\n\nMethods:\n\nText. RESULTS: y.\n"
    ),
  ]

  @Test(arguments: seeds.indices)
  func `damaged files are reported`(_ index: Int) {
    let (name, text) = Self.seeds[index]
    var random = SplitMix64(seed: UInt64(index) + 1)
    let clock = ContinuousClock()
    let end = clock.now + .seconds(1)
    var rounds = 0
    while clock.now < end, rounds < 4000 {
      rounds += 1
      let bytes = Self.damage(Array(text.utf8), &random)
      let first = Self.read(bytes, name)
      let second = Self.read(bytes, name)
      #expect(first.documents == second.documents && first.failures == second.failures)
      for document in first.documents { Self.check(document) }
    }
    #expect(rounds > 20)
  }

  private static func read(_ bytes: [UInt8], _ name: String) -> ReadDocuments {
    ReadDocuments(contents: bytes, name: name)
  }

  private static func check(_ document: Document) {
    let utf8 = Array(document.text.utf8)
    var end = 0
    for section in document.sections {
      #expect(section.bytes.lowerBound >= end && section.bytes.upperBound <= utf8.count)
      end = section.bytes.upperBound
      guard section.bytes.upperBound <= utf8.count else { continue }
      #expect(String(validating: utf8[section.bytes], as: UTF8.self) != nil)
    }
    #expect(!document.id.isEmpty)
  }

  private static func damage(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    var bytes = bytes
    let spare: [UInt8] = Array("{}[]<>\"'\\&;:,@-=#\n\r\t \u{0}".utf8) + [0xFF, 0xC3, 0x80, 0xEF]
    for _ in 0..<Int.random(in: 1...8, using: &random) where !bytes.isEmpty {
      let at = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes[at] = spare[Int.random(in: 0..<spare.count, using: &random)]
      case 2: bytes.remove(at: at)
      case 3: bytes.insert(spare[Int.random(in: 0..<spare.count, using: &random)], at: at)
      case 4: bytes = Array(bytes.prefix(at))
      default:
        let from = Int.random(in: 0...at, using: &random)
        bytes.insert(contentsOf: bytes[from...at], at: at)
      }
    }
    return bytes
  }
}
