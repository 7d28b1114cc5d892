import Answers
import JSON
import Literature
import Retrieval
import Testing
import peerlit

struct DocumentTextTests {
  @Test func `editors and publication details are shown`() {
    var document = Document(id: "a", source: Source(path: "/a.bib", key: "a"))
    document.title = "Peers"
    document.authors = ["Repper, Julie"]
    document.imprint.editors = ["Repper, Julie"]
    document.imprint.volume = "3"
    document.imprint.issue = "2"
    document.imprint.pages = "10-19"
    document.imprint.edition = "2nd"
    document.imprint.publisher = "House"
    document.imprint.place = "Glasgow"
    #expect(
      DocumentText().text(document) == """
        Peers
        ID           a
        Editors      Repper, Julie
        Volume       3
        Issue        2
        Pages        10-19
        Edition      2nd
        Publisher    House
        Place        Glasgow
        Source       /a.bib
        """)
    document.authors = ["Lee, Ann"]
    document.imprint.conference = "Peer Congress"
    document.imprint.accessed = "2024-05-12"
    document.imprint.series = "Peer Series"
    document.imprint.seriesEditors = ["Day, Di"]
    document.imprint.notes = ["Read it."]
    document.source.number = 3
    #expect(
      DocumentText().text(document).contains(
        "Conference   Peer Congress\nSeries       Peer Series\nSeries eds.  Day, Di\n"
          + "Volume       3\n"))
    #expect(
      DocumentText().text(document).hasSuffix(
        "Accessed     2024-05-12\nNotes        Read it.\nSource       /a.bib, record 3"))
    #expect(
      DocumentText().text(document).contains("Authors      Lee, Ann\nEditors      Repper, Julie\n"))
  }

  @Test func `the source of a document in an archive names the member`() {
    var document = Document(
      id: "rota", source: Source(path: "/policies.zip", key: "policies/rota.txt"))
    document.otherSources = [
      Source(path: "/rota.txt"), Source(path: "/old.zip", key: "refs.ris#12", line: 4),
    ]
    #expect(
      DocumentText().text(document).hasSuffix(
        """
        Source       /policies.zip, policies/rota.txt
        Also in      /rota.txt
        Also in      /old.zip, line 4
        """))
  }

  @Test func `a document as text`() {
    #expect(
      DocumentText().text(SampleDocument.full) == """
        Peer support: a qualitative study
        ID           doi-1
        Authors      Vojt, Gaby; Reid, Leila
        Year         2023 (extracted)
        Venue        Journal of Peers
        Type         Journal Article
        Language     en
        Identifiers  doi 10.1000/1, pmid 123
        URL          https://example.org/1
        Keywords     peer support; hepatitis C
        Source       /a/b.jsonl, line 3

        Study design: qualitative (extracted)
            “a qualitative study” [name-in-title, title 14–33]
        Setting: none (curated)
        Condition: hepatitis-c (curated)
        Condition: mental-health (extracted, overridden)
            “Café” [named, text 0–4]
        Participants: 20 (extracted)
            “20 peer workers” [interviews-with, text 36–51]
        Included studies: 4 (record)

        Café talk.

        Methods

        Interviews with 20 peer workers.

        The end.
        """)
  }

  @Test(arguments: [
    ("1. Pay. It is low.\n2. Boundaries.\n", "1. Pay. It is low.\n2. Boundaries."),
    (
      "Present: Ann\nApologies: Bo\n\nWe met on a day of the week.",
      "Present: Ann\nApologies: Bo\n\nWe met on a day of the week."
    ),
    (
      "Contact\nCall us.\n\nWe are open on each day of the week.",
      "Contact\nCall us.\n\nWe are open on each day of the week."
    ),
    (
      "Peer workers met on each\nday of the week, and they\nlike it.\nIt is good.",
      "Peer workers met on each day of the week, and they like it.\nIt is good."
    ),
    ("A long line of words\n- one\n  - two\n", "A long line of words\n- one\n- two"),
    ("One.\r\n\r\nTwo.\r\n", "One.\n\nTwo."), ("One.\n \n\nTwo.", "One.\n\nTwo."),
  ])
  func `items and short lines keep their lines, and wrapped lines are joined`(
    text: String, shown: String
  ) {
    var document = Document(id: "a", source: Source(path: "/a"))
    document.title = "Peers"
    document.text = text
    #expect(DocumentText().text(document).hasSuffix("Source       /a\n\n\(shown)"))
  }

  @Test func `headings above a section are shown with it`() {
    var document = Document(id: "a", source: Source(path: "/a"))
    document.title = "Peers"
    document.text = "Results\n\nPay\n\nLow."
    document.sections = [Section(heading: "Results › Pay", bytes: 14..<18)]
    #expect(DocumentText().text(document).hasSuffix("\n\nResults › Pay\n\nLow."))
  }

  @Test func `a heading with punctuation is printed once`() {
    var document = Document(id: "a", source: Source(path: "/a"))
    document.title = "Peers"
    document.text = "Pay:\n\nLow."
    document.sections = [Section(heading: "Pay", bytes: 6..<10)]
    #expect(DocumentText().text(document).hasSuffix("\n\nPay\n\nLow."))
  }

  @Test func `values that peerlit found have their confidence`() {
    var facets = Facets()
    facets.method = [
      FacetValue("cohort", origin: .extracted, confidence: 0.934),
      FacetValue("report", origin: .extracted, confidence: 0.3, isPossible: true),
    ]
    facets.condition = [
      FacetValue("hiv", origin: .record), FacetValue("hiv", origin: .extracted, confidence: 0.8),
      FacetValue("burns", origin: .record, isPossible: true, isOpen: true),
    ]
    facets.sampleSize = [
      FacetValue(12, origin: .curated), FacetValue(21, origin: .extracted, confidence: 0.7),
    ]
    facets.overruleNone(of: .sampleSize)
    facets.overruleNone(of: .setting)
    #expect(
      FacetEvidenceText().text(facets) == """
        Study design: cohort (extracted, 93 %)
        Study design: report (possible, 30 %)
        Condition: hiv (record, extracted)
        Condition: burns (record, possible)
        Participants: 12 (curated)
        Participants: 21 (extracted, overridden)
        Participants: none (curated, overridden)
        """)
  }

  @Test func `JSON has sections in Unicode scalars`() throws {
    let json = try JSONText.line(DocumentJSON(SampleDocument.full))
    #expect(
      json.contains(
        """
        "sections":[{"end":10,"heading":"","kind":"abstract","page":null,"start":0},\
        {"end":52,"heading":"Methods","kind":"methods","page":2,"start":20}]
        """))
    #expect(json.contains("\"sample_size\":20"))
    #expect(json.contains("\"condition\":[\"hepatitis-c\"]"))
    #expect(json.contains("\"origins\":{\"title\":\"curated\",\"year\":\"extracted\"}"))
  }

  @Test func `an appraisal has the evidence of every value, overridden ones too`() throws {
    #expect(
      try JSONText.line(AppraisalJSON(SampleDocument.full)) == """
        {"condition":["hepatitis-c"],"evidence":{"condition":[{"end":4,"field":"text",\
        "origin":"extracted","rule":"named","start":0,"text":"Café","value":"mental-health"}],\
        "method":[{"end":33,"field":"title",\
        "origin":"extracted","rule":"name-in-title","start":14,"text":"a qualitative study",\
        "value":"qualitative"}],"sample_size":[{"end":51,"field":"text","origin":"extracted",\
        "rule":"interviews-with","start":36,"text":"20 peer workers","value":20}]},"id":"doi-1",\
        "included_studies":4,"method":["qualitative"],"sample_size":20,"setting":[]}
        """)
  }
}
