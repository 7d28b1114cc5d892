import Literature

/// A sample document with every property set.
enum SampleDocument {
  static var full: Document {
    var document = Document(id: "doi-1", source: Source(path: "/a/b.jsonl", key: "k", line: 3))
    document.title = "Peer support: a qualitative study"
    document.authors = ["Vojt, Gaby", "Reid, Leila"]
    document.year = 2023
    document.venue = "Journal of Peers"
    document.type = "Journal Article"
    document.language = "en"
    document.url = "https://example.org/1"
    document.identifiers = [Identifier(.doi, "10.1000/1"), Identifier(.pmid, "123")]
    document.keywords = ["peer support", "hepatitis C"]
    document.text = "Café talk.\n\nMethods\nInterviews with 20 peer workers.\n\nThe end."
    let heading =
      document.text.utf8.count - "Interviews with 20 peer workers.\n\nThe end.".utf8.count
    document.sections = [
      Section(kind: .abstract, bytes: 0..<11),
      Section(
        heading: "Methods", kind: .methods,
        bytes: heading..<heading + "Interviews with 20 peer workers.".utf8.count, page: 2),
    ]
    document.facets.method = [
      FacetValue(
        "qualitative", origin: .extracted,
        evidence: [
          Evidence(
            field: .title, text: "a qualitative study", start: 14, end: 33, rule: "name-in-title")
        ])
    ]
    document.facets.condition = [
      FacetValue("hepatitis-c", origin: .curated),
      FacetValue(
        "mental-health", origin: .extracted,
        evidence: [Evidence(field: .text, text: "Café", start: 0, end: 4, rule: "named")]),
    ]
    document.facets.sampleSize = [
      FacetValue(
        20, origin: .extracted,
        evidence: [
          Evidence(
            field: .text, text: "20 peer workers", start: 36, end: 51, rule: "interviews-with")
        ])
    ]
    document.facets.includedStudies = [FacetValue(4, origin: .record)]
    document.facets.statedNone = [.setting]
    document.origins = [.title: .curated, .year: .extracted]
    return document
  }
}
