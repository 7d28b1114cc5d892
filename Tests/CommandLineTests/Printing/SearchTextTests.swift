import Answers
import Retrieval
import Testing
import peerlit

struct SearchTextTests {
  func text(_ response: SearchResponse, style: TextStyle = TextStyle(), batch: Bool = false) throws
    -> String
  {
    try #require(try SearchFormat.text.printer(style: style, isBatch: batch).text(response))
  }

  @Test func `search results as text`() throws {
    #expect(
      try text(SampleResponse.full) == """
         9. How to support and facilitate peer engagement
            Wilson, M., Lavis, J., Guta, A. and 1 other · 2013 · Rapid Response Service
            rapid-review · mental-health, long-term-conditions · n = 1,250
            [peer-engagement-2013] score 9.81
            § Clarify roles, page 4
              Lack of role clarity is challenging for peers (1).
            3 more passages in this document.
            Score 9.81 is the sum of:
              9.50  role: idf 12.50 × impact 0.76, in 37 of 1,200
              0.31  hcv; grouped with hepatitis c
            BM25F
            Method: qualitative (extracted)
                “a qualitative study” [name-in-title, title 14–33]
            Condition: hepatitis-c (curated)
            Condition: mental-health (extracted, overridden)
                “Café” [named, text 0–4]
            Sample size: 20 (extracted)
                “20 peer workers” [interviews-with, text 36–51]
            Included studies: 4 (record)

        10. hcv 2
            [hcv 2] score 0.50
              Peers matter.\u{FFFD}[2J

        Method
              3  review
          1,200  none

        Setting
          no values

        More than 1,000 passages in more than 5 documents (412 µs).
        “hcv” also finds hepatitis c (abbreviation; --exact switches this off).
        Note: 7 more match but state no sample size (--include-unknown).
        """)
  }

  @Test func `an empty result says why`() throws {
    #expect(
      try text(SampleResponse.empty) == """
        Nothing found (3 µs).
        Note: The query is empty.
        """)
  }

  @Test func `matches are highlighted on a terminal`() throws {
    var response = SampleResponse.full
    response.hits = [response.hits[0]]
    let painted = try text(response, style: TextStyle(width: 80, hasColor: true))
    #expect(
      painted.contains(
        "Lack of \u{1B}[1;33mrole clarity\u{1B}[0m is challenging"))
    #expect(painted.contains("§ Clarify \u{1B}[1;33mroles\u{1B}[0m, page 4"))
  }

  @Test(arguments: [40, 60, 80])
  func `no line is wider than the terminal`(width: Int) throws {
    let text = try text(SampleResponse.full, style: TextStyle(width: width))
    for line in text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= width) }
  }

  @Test func `a batch names each query`() throws {
    var response = SampleResponse.empty
    response.query.id = "q1"
    response.query.text = "role clarity"
    #expect(try text(response, batch: true).hasPrefix("== q1: role clarity\n\nNothing found"))
  }
}
