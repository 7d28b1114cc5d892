import Answers
import Query
import Retrieval

/// A sample response, in which every property is set in one hit and empty in another.
enum SampleResponse {
  static var full: SearchResponse {
    var review = HitDocument(
      id: "peer-engagement-2013", title: "How to support and facilitate peer engagement")
    review.authors = ["Wilson, M.", "Lavis, J.", "Guta, A.", "Rueda, S."]
    review.year = 2013
    review.venue = "Rapid Response Service"
    review.method = ["rapid-review"]
    review.condition = ["mental-health", "long-term-conditions"]
    review.sampleSize = 1250

    var bare = HitDocument(id: "hcv 2", title: "")
    bare.url = "https://example.org/a/b"

    var filter = Filter()
    filter.method.wanted = ["review"]
    filter.condition.excluded = ["hiv"]
    filter.sampleSize.add(NumberRange(from: 20))
    filter.includeUnknown = true

    return SearchResponse(
      query: InterpretedQuery(
        text: "role clarity HCV", interpreted: "(any role clarity hcv)",
        expansions: [Expansion(term: "hcv", added: ["hepatitis c"], why: .abbreviation)],
        filters: filter,
        notes: [
          .sentence("7 more documents match, but do not state a sample size (--include-unknown).")
        ]),
      tookUs: 412, total: HitCount(passages: 1000, documents: 5, exact: false),
      hits: [
        Hit(
          rank: 9, score: 9.8125, document: review,
          passage: HitPassage(
            section: "Clarify roles", text: "Lack of role clarity\nis challenging for peers (1).",
            start: 5120, end: 5168, page: 4,
            highlights: [
              Highlight(.section, start: 8, end: 13), Highlight(.text, start: 8, end: 12),
              Highlight(.text, start: 13, end: 20),
            ]),
          moreInDocument: 3,
          explanation: Explanation(
            formula: "BM25F",
            parts: [
              Explanation.Part(
                term: "role", score: 9.5, idf: 12.5, impact: 0.76, found: 37, of: 1200),
              Explanation.Part(term: "hcv", score: 0.3125, note: "grouped with hepatitis c"),
            ], facets: SampleDocument.full.facets)),
        Hit(
          rank: 10, score: 0.5, document: bare,
          passage: HitPassage(text: "Peers\tmatter.\u{1B}[2J", start: 0, end: 17)),
      ],
      facets: [
        "method": [FacetCount("review", 3), FacetCount("none", 1200)], "setting": [],
      ])
  }

  static var empty: SearchResponse {
    SearchResponse(
      query: InterpretedQuery(
        text: "", interpreted: "(any)", notes: [.sentence("The query is empty.")]),
      tookUs: 3, total: HitCount(passages: 0, documents: 0), hits: [])
  }
}
