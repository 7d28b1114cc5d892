import Answers
import Foundation
import Retrieval
import Testing
import peerlit

struct SearchFormatTests {
  func text(_ format: SearchFormat, _ response: SearchResponse, batch: Bool = false) throws
    -> String?
  {
    try format.printer(style: TextStyle(), isBatch: batch).text(response)
  }

  @Test func `JSON has all keys, with null for missing values`() throws {
    var response = SampleResponse.full
    response.hits = [response.hits[1]]
    response.facets = [:]
    #expect(
      try text(.json, response, batch: true) == """
        {"facets":{},"format_version":1,"hits":[{"document":{"authors":[],"condition":[],\
        "doi":null,"id":"hcv 2","method":[],"sample_size":null,"setting":[],"title":"",\
        "url":"https://example.org/a/b","venue":null,"year":null},"more_in_document":0,\
        "more_passages":[],"passage":{"end":17,"highlights":[],"page":null,"section":"","start":0,\
        "text":"Peers\\tmatter.\\u001b[2J"},"rank":10,"score":0.5}],"query":{"expansions":\
        [{"added":["hepatitis c"],"term":"hcv","why":"abbreviation"}],"filters":\
        {"include_unknown":true,"method":["review"],"not":{"condition":["hiv"]},\
        "sample_size":["20.."]},"id":null,"interpreted":"(any role clarity hcv)","notes":\
        ["7 more documents match, but do not state a sample size (--include-unknown)."],\
        "text":"role clarity HCV"},\
        "related":[],"took_us":412,"total":{"documents":5,"exact":false,"passages":1000}}
        """)
  }

  @Test func `JSON is decoded without loss`() throws {
    let full = SampleResponse.full
    let text = try #require(try text(.json, full))
    #expect(text.hasPrefix("{\n"))
    #expect(try JSONDecoder().decode(SearchResponse.self, from: Data(text.utf8)) == full)
  }

  @Test func `JSON Lines have one hit per line, or one response per line in a batch`() throws {
    let hits = try #require(try text(.jsonl, SampleResponse.full)).split(separator: "\n")
    let decoded = try hits.map { try JSONDecoder().decode(Hit.self, from: Data($0.utf8)) }
    #expect(decoded == SampleResponse.full.hits)
    let answer = try #require(try text(.jsonl, SampleResponse.full, batch: true))
    #expect(!answer.contains("\n"))
    #expect(
      try JSONDecoder().decode(SearchResponse.self, from: Data(answer.utf8)) == SampleResponse.full)
    #expect(try text(.jsonl, SampleResponse.empty) == nil)
  }

  @Test func `comma-separated values are quoted where they must be`() throws {
    let printer = SearchFormat.csv.printer(style: TextStyle(), isBatch: true)
    #expect(printer.header?.hasPrefix("query,rank,score,document,title,authors,year") == true)
    let text = try #require(try printer.text(SampleResponse.full))
    #expect(text.contains("\"Wilson, M.;Lavis, J.;Guta, A.;Rueda, S.\",2013,"))
    #expect(try printer.text(SampleResponse.empty) == nil)
  }

  @Test func `tab-separated values have a header and one line per hit`() throws {
    let printer = SearchFormat.tsv.printer(style: TextStyle(), isBatch: false)
    #expect(
      printer.header
        == "rank\tscore\tdocument\ttitle\tauthors\tyear\tvenue\tdoi\turl\tmethod\tsetting"
        + "\tcondition\tsample_size\tsection\tstart\tend\ttext")
    #expect(
      try printer.text(SampleResponse.full) == """
        9\t9.8125\tpeer-engagement-2013\tHow to support and facilitate peer engagement\t\
        Wilson, M.;Lavis, J.;Guta, A.;Rueda, S.\t2013\tRapid Response Service\t\t\trapid-review\t\t\
        mental-health;long-term-conditions\t1250\tClarify roles\t5120\t5168\t\
        Lack of role clarity is challenging for peers (1).
        10\t0.5000\thcv 2\t\t\t\t\t\thttps://example.org/a/b\t\t\t\t\t\t0\t17\tPeers matter. [2J
        """)
    #expect(
      SearchFormat.tsv.printer(style: TextStyle(), isBatch: true).header?.hasPrefix("query\trank")
        == true)
  }

  @Test func `brief output has one line per hit`() throws {
    #expect(
      try text(.brief, SampleResponse.full) == """
         9  peer-engagement-2013  2013  How to support and facilitate peer engagement
        10  hcv 2                 –     [No title]
        """)
    var style = TextStyle(width: 40)
    style.isTerminal = true
    #expect(
      try SearchFormat.brief.printer(style: style, isBatch: false).text(SampleResponse.full)?
        .hasPrefix(" 9  peer-engagement-2013  2013  How to …\n") == true)
    #expect(try text(.brief, SampleResponse.empty) == nil)
  }

  @Test func `a run ranks related documents among the others`() throws {
    var response = SampleResponse.full
    response.related = [
      Hit(
        rank: 1, score: 2, document: HitDocument(id: "near", title: ""),
        passage: HitPassage(text: "", start: 0, end: 0))
    ]
    #expect(
      try text(.trec, response) == """
        1 Q0 peer-engagement-2013 9 9.812500 peerlit
        1 Q0 near 10 2.000000 peerlit
        1 Q0 hcv_2 11 0.500000 peerlit
        """)
  }

  @Test func `a TREC run has six columns`() throws {
    var response = SampleResponse.full
    response.query.id = "PLAIN 2"
    #expect(
      try text(.trec, response, batch: true) == """
        PLAIN_2 Q0 peer-engagement-2013 9 9.812500 peerlit
        PLAIN_2 Q0 hcv_2 10 0.500000 peerlit
        """)
    #expect(try text(.trec, SampleResponse.full)?.hasPrefix("1 Q0 ") == true)
    #expect(try text(.trec, SampleResponse.empty) == nil)
  }
}
