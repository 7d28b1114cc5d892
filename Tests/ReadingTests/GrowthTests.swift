import Foundation
import Literature
import TestSupport
import Testing

/// Input designed to be slow; each must be read in time linear in its length.
@Suite(.serialized) struct GrowthTests {
  /// A kind of input of a given size.
  struct Input: Sendable, CustomTestStringConvertible {
    let name: String
    let size: Int
    let text: @Sendable (Int) -> String
    var testDescription: String { name }
  }

  private static let inputs: [Input] = [
    Input(name: "attributes.html", size: 5000) { count in
      let attributes = (0..<count).map { " a\($0)='x'" }.joined()
      return "<html><body><p\(attributes)>Text of the page.</p></body></html>"
    },
    Input(name: "attributes.xml", size: 5000) { count in
      let attributes = (0..<count).map { " a\($0)='x'" }.joined()
      return "<article><front><article-meta\(attributes)/></front><body><p>x</p></body></article>"
    },
    Input(name: "ampersands.xml", size: 20_000) { count in
      "<article><front/><body><p>x" + String(repeating: "& ", count: count)
        + "</p></body></article>"
    },
    Input(name: "nested.xml", size: 5000) { count in
      "<PubmedArticleSet>" + String(repeating: "<PubmedArticle>", count: count)
        + String(repeating: "</PubmedArticle>", count: count) + "</PubmedArticleSet>"
    },
    Input(name: "references.xml", size: 40) { count in
      "<article><front/><body><p>a" + String(repeating: "<xref>1<b>", count: count)
        + String(repeating: "</b></xref>", count: count) + "</p></body></article>"
    },
    Input(name: "references.html", size: 40) { count in
      "<html><body><p>a" + String(repeating: "<sup>1<b>", count: count)
        + String(repeating: "</b></sup>", count: count) + "</p></body></html>"
    },
    Input(name: "unclosed.html", size: 20_000) { String(repeating: "<a", count: $0) + "</html>" },
    // Only the first bytes are searched for the encoding. The escape character may belong to it.
    Input(name: "encoding.html", size: 380) { count in
      "<html><meta charset=" + String(repeating: " ", count: count) + "><p>Words\u{1B}.</p></html>"
    },
    Input(name: "nested.html", size: 10_000) { count in
      "<html><body>" + String(repeating: "<div>", count: count) + "Text of the page."
        + String(repeating: "</div>", count: count)
    },
    Input(name: "doi.ris", size: 20_000) { count in
      "TY  - JOUR\nTI  - One\nDO  - 10.1000/x" + String(repeating: ")", count: count) + "\nER  -\n"
    },
    Input(name: "keywords.ris", size: 5000) { count in
      "TY  - JOUR\nTI  - One\n" + String(repeating: "KW  - a\nb\n", count: count) + "ER  -\n"
    },
    Input(name: "files.ris", size: 5000) { count in
      "TY  - JOUR\nTI  - One\n" + String(repeating: "L1  - a\nb\n", count: count) + "ER  -\n"
    },
    Input(name: "quote.csv", size: 20_000) { count in
      "title,year\n\"open\n" + String(repeating: "a,1\n", count: count)
    },
    Input(name: "quotes.csv", size: 20_000) { count in
      "title,year\n\"open\n" + String(repeating: "\"\",a\"\"\n", count: count)
    },
    Input(name: "spaces.csv", size: 2000) { count in
      "title,authors\nOne,a" + String(repeating: " ", count: count) + "(x)\n"
    },
    Input(name: "names.csv", size: 5000) { count in
      "Item Title,Item DOI,Authors\nOne,,a" + String(repeating: "bC", count: count) + "\n"
    },
    Input(name: "harvest.xml", size: 3000) { count in
      "<OAI-PMH><record><metadata><dc>"
        + String(repeating: "<source>a; Vol. 1; 2-3</source><creator>A; B</creator>", count: count)
        + "</dc></metadata></record></OAI-PMH>"
    },
    Input(name: "service.xml", size: 5000) { count in
      "<responseWrapper><resultList><result>" + String(repeating: "<a>", count: count) + "x"
        + String(repeating: "</a>", count: count) + "</result></resultList></responseWrapper>"
    },
    Input(name: "labels.md", size: 5000) {
      "# A\n\n" + String(repeating: "Author: B\n", count: $0)
    },
    Input(name: "breaks.html", size: 5000) { count in
      "<html><body><p>" + String(repeating: "Author: Ann Lee<br>", count: count)
        + "</p></body></html>"
    },
    Input(name: "open.bib", size: 5000) { String(repeating: "@book{a, title={x\n", count: $0) },
    Input(name: "line.bib", size: 3000) { String(repeating: "@book{a, title={x}} ", count: $0) },
    Input(name: "macros.bib", size: 2000) { count in
      "@string{s = {xxxxxxxxxx}}\n" + String(repeating: "@string{s = s # s}\n", count: count)
        + "@book{a, title = s}\n"
    },
    Input(name: "accents.txt", size: 20_000) { "a" + String(repeating: "\u{301}", count: $0) },
    Input(name: "accents.ris", size: 20_000) { count in
      "TY  - JOUR\nTI  - a" + String(repeating: "\u{301}", count: count) + "\nER  -\n"
    },
    Input(name: "headings.md", size: 3000) {
      String(repeating: "# A *heading*\n\ntext\n\n", count: $0)
    },
    Input(name: "comments.md", size: 5000) { String(repeating: "a <!-- b ", count: $0) },
    Input(name: "accents.html", size: 20_000) { count in
      "<html><body><p>Some text a" + String(repeating: "\u{301}", count: count)
        + "</p></body></html>"
    },
    Input(name: "groups.rtf", size: 20_000) { "{\\rtf1 " + String(repeating: "{a", count: $0) },
    Input(name: "parts.eml", size: 2000) { count in
      "From: a\nSubject: b\nContent-Type: multipart/mixed; boundary=x\n\n"
        + String(repeating: "--x\nContent-Type: multipart/mixed; boundary=x\n\n", count: count)
    },
    Input(name: "page.txt", size: 1000) { count in
      "Item type: Article\nRecord type: Journal\nCorporate creators: Peers\n"
        + (0..<count).map { number in
          "Sentence \(number) of a page of a catalogue, which was copied as text, is long enough to be "
            + "a part of the abstract.\n"
        }.joined()
    },
    Input(name: "marks.md", size: 10_000) { String(repeating: "*_`[", count: $0) },
  ]

  @Test(arguments: inputs)
  func `ten times the input takes at most 25 times as long`(input: Input) {
    let small = Array(input.text(input.size).utf8)
    let large = Array(input.text(input.size * 10).utf8)
    let floor = Duration.milliseconds(50)
    let short = max(
      floor, medianProcessorTime { _ = ReadDocuments(contents: small, name: input.name) })
    let long = medianProcessorTime { _ = ReadDocuments(contents: large, name: input.name) }
    #expect(long <= short * 25)
  }

  @Test func `the rows of a catalogue for one file take time linear in their number`() throws {
    func time(_ count: Int) throws -> Duration {
      let folder = try TemporaryFolder()
      defer { folder.remove() }
      let records = (0..<count).map { "{\"_id\":\"\($0)\",\"title\":\"x\"}\n" }.joined()
      try folder.write("r.jsonl", records.utf8)
      let rows = (0..<count).map { "r.jsonl,\($0),2001\n" }.joined()
      try folder.write("catalogue.csv", "file,id,year\n\(rows)".utf8)
      return medianTime {
        let reading = ReadDocuments(library: folder.path)
        #expect(reading.documents.count == count && reading.mistakes.isEmpty)
      }
    }
    let short = max(.milliseconds(50), try time(1000))
    let long = try time(10_000)
    #expect(long <= short * 25)
  }

  @Test func `macros that double are reported`() {
    let text = "@string{s = {xx}}\n" + String(repeating: "@string{s = s # s}\n", count: 60)
    let reading = ReadDocuments(
      contents: Array((text + "@book{a, title = {T}}\n").utf8), name: "a.bib")
    #expect(reading.documents.map(\.title) == ["T"])
    #expect(reading.failures.first?.contains("expands its @string macros to more than") == true)
  }

  @Test func `text that is nested deep is kept`() {
    let text =
      "<html><head><title>The page</title></head><body>"
      + String(repeating: "<div><b>", count: 50_000) + "Deep <i>text</i> of the page."
      + "<p>More of it.</p>"
    let document = ReadDocuments(contents: Array(text.utf8), name: "a.html").documents.first
    #expect(document?.title == "The page")
    #expect(document?.text.contains("text") == true)
    #expect(document?.text.contains("More of it.") == true)
  }

  @Test func `attributes beyond the limit are dropped, and the text stays`() {
    let attributes = (0..<1000).map { " a\($0)='>'" }.joined()
    let text = "<html><body><p id='x'\(attributes)>Kept text.</p></body></html>"
    #expect(
      ReadDocuments(contents: Array(text.utf8), name: "a.html").documents.first?.text
        == "Kept text.")
  }
}
