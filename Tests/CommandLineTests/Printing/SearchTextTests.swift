import Answers
import Query
import Retrieval
import Testing
import peerlit

struct SearchTextTests {
  func text(
    _ response: SearchResponse, style: TextStyle = TextStyle(), batch: Bool = false,
    full: Bool = false, unit: SearchRequest.Unit = .document
  ) throws -> String {
    let printer = SearchFormat.text.printer(
      style: style, isBatch: batch, isFull: full, unit: unit)
    return try #require(try printer.text(response))
  }

  @Test func `a hit is its title, a line about the document, and what matched`() throws {
    var response = SampleResponse.full
    response.hits[0].explanation = nil
    response.hits[0].morePassages = [HitPassage(section: "Next", text: "More.", start: 0, end: 5)]
    response.related = [
      Hit(
        rank: 1, score: 0.2, document: HitDocument(id: "near", title: "A related one"),
        passage: HitPassage(text: "Of peers.", start: 0, end: 9))
    ]
    response.facets = [:]
    #expect(
      try text(response) == """
         9. How to support and facilitate peer engagement
            [peer-engagement-2013] Wilson, M. and 3 others · 2013 · rapid-review · …
            § Clarify roles, page 4: Lack of role clarity is challenging for peers (1).
            § Next: More. (2 more passages in this document)

        10. hcv 2
            [hcv 2]
            Peers matter.\u{FFFD}[2J

        Related documents that do not contain your words:

        1. A related one
           [near]
           Of peers.

        More than 5 documents with more than 1,000 passages (412 µs). Use --count to
        count all.
        “hcv” also finds hepatitis c (abbreviation; --exact switches this off).
        """)
  }

  @Test func `a long passage is cut to the sentences around the best matches`() throws {
    var response = SampleResponse.full
    let filler = String(repeating: "Nothing of interest happens here. ", count: 20)
    let passage = filler + "Roles must be clear. Clarity of roles helps peers. " + filler
    let start = filler.unicodeScalars.count
    response.hits = [
      Hit(
        rank: 1, score: 1, document: HitDocument(id: "a", title: "Title"),
        passage: HitPassage(
          text: passage, start: 0, end: passage.unicodeScalars.count,
          highlights: [
            Highlight(.text, start: start, end: start + 5),
            Highlight(.text, start: start + 21, end: start + 28),
            Highlight(.text, start: start + 32, end: start + 37),
          ]))
    ]
    let short = try text(response)
    #expect(
      short.hasPrefix(
        """
        1. Title
           [a]
           Roles must be clear. Clarity of roles helps peers.


        """))
    let full = try text(response, full: true)
    #expect(full.split(separator: "\n").count > 15)
    #expect(full.contains("clear. Clarity of roles helps peers."))
  }

  @Test func `search results as full text`() throws {
    #expect(
      try text(SampleResponse.full, full: true, unit: .passage) == """
         9. How to support and facilitate peer engagement
            Wilson, M., Lavis, J., Guta, A. and 1 other · 2013 · Rapid Response Service
            rapid-review · mental-health, long-term-conditions · n = 1,250
            [peer-engagement-2013] score 9.81
            § Clarify roles, page 4
              Lack of role clarity is challenging for peers (1).
            3 more passages in this document.
            Score 9.81 is the sum of:
              9.50  role: idf 12.50 × impact 0.76, in 37 of 1,200
              0.31  hcv, grouped with hepatitis c
            Study design: qualitative (extracted)
                “a qualitative study” [name-in-title, title 14–33]
            Condition: hepatitis-c (curated)
            Condition: mental-health (extracted, overridden)
                “Café” [named, text 0–4]
            Participants: 20 (extracted)
                “20 peer workers” [interviews-with, text 36–51]
            Included studies: 4 (record)

        10. hcv 2
            [hcv 2] score 0.50
              Peers matter.\u{FFFD}[2J

        BM25F

        Study design
              3  review
          1,200  none

        Setting
          no values

        More than 1,000 passages in more than 5 documents (412 µs). Use --count to count
        all.
        “hcv” also finds hepatitis c (abbreviation; --exact switches this off).
        """)
  }

  @Test func `notes are part of the text only in a batch`() throws {
    #expect(try text(SampleResponse.empty) == "Nothing found (3 µs).")
    let printer = SearchFormat.text.printer(
      style: TextStyle(), isBatch: false, place: "Index: /a b/library.sqlite")
    #expect(
      try printer.text(SampleResponse.empty)
        == "Nothing found (3 µs).\nIndex: /a b/library.sqlite")
    #expect(try text(SampleResponse.empty, batch: true).hasSuffix("Note: The query is empty."))
  }

  @Test func `matches are highlighted on a terminal`() throws {
    var response = SampleResponse.full
    response.hits = [response.hits[0]]
    let painted = try text(response, style: TextStyle(width: 80, hasColor: true))
    #expect(
      painted.contains(
        "Lack of \u{1B}[1;33mrole clarity\u{1B}[0m is challenging"))
    #expect(painted.contains("§ Clarify \u{1B}[1;33mroles\u{1B}[0m, page 4: "))
  }

  @Test(arguments: [40, 60, 80])
  func `no line is wider than the terminal`(width: Int) throws {
    for full in [false, true] {
      let text = try text(SampleResponse.full, style: TextStyle(width: width), full: full)
      for line in text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= width) }
    }
  }

  @Test func `a batch names each query`() throws {
    var response = SampleResponse.empty
    response.query.id = "q1"
    response.query.text = "role clarity"
    #expect(try text(response, batch: true).hasPrefix("== q1: role clarity\n\nNothing found"))
  }
}
