import Literature
import Testing

/// Conferences and their proceedings, and dates of access.
struct ConferencesTests {
  @Test(
    arguments: [
      (
        ["TY  - CPAPER", "T2  - Peer Congress", "C3  - Proceedings"], "Proceedings", "Peer Congress"
      ),
      (["TY  - CONF", "T2  - Peer Congress"], "Peer Congress", nil),
      (["TY  - CONF", "C3  - Proceedings"], "Proceedings", nil),
      (["TY  - CONF", "T2  - Proceedings", "C3  - Proceedings"], "Proceedings", nil),
      (["TY  - CONF", "T2  - Peer Congress", "JF  - Proceedings"], "Proceedings", "Peer Congress"),
      (["TY  - CONF", "T2  - Peer Congress", "C3  - PUBMED 12625150"], "Peer Congress", nil),
      (["TY  - CONF", "JO  - Proc Peers"], "Proc Peers", nil),
      (["TY  - CONF", "T2  - Peer Congress", "C3  - A paper on peers"], "Peer Congress", nil),
      (["TY  - CONF", "T2  - Peer Congress", "C3  - NA"], "Peer Congress", nil),
      (
        ["TY  - CONF", "T2  - Peer Congress", "C3  - A paper on peers", "T3  - Series"],
        "Peer Congress", nil
      ),
      (["TY  - CONF", "T2  - NA", "C3  - Proceedings"], "Proceedings", nil),
      (["TY  - CONF", "T2  - A paper on peers", "C3  - Proceedings"], "Proceedings", nil),
      // In other types, C3 is a size, a prefix of the title or an affiliation.
      (["TY  - JOUR", "C3  - University of Glasgow"], nil, nil),
      (["TY  - CHAP", "C3  - The", "T2  - Handbook"], "Handbook", nil),
    ] as [([String], String?, String?)])
  func `the venue and the conference of a RIS record`(
    lines: [String], venue: String?, conference: String?
  ) {
    let text = (lines + ["TI  - A paper on peers", "ER  - ", ""]).joined(separator: "\n")
    let document = ReadDocuments(contents: Array(text.utf8), name: "a.ris").documents.first
    #expect(document?.venue == venue)
    #expect(document?.imprint.conference == conference)
    #expect(document?.imprint.abbreviation == nil)
  }

  @Test(arguments: [
    (
      "a.bib",
      "@inproceedings{a, title={Peers}, booktitle={Proceedings}, eventtitle={Peer Congress}}"
    ),
    (
      "a.json",
      #"[{"title":"Peers","container-title":"Proceedings","event-title":"Peer Congress"}]"#
    ),
    (
      "a.json",
      #"[{"title":"Peers","container-title":"Proceedings","event":"Peer Congress"}]"#
    ),
    (
      "a.json",
      #"[{"title":"Peers","container-title":["Proceedings"],"event":{"name":"Peer Congress"}}]"#
    ),
    ("a.csv", "title,source title,conference name\nPeers,Proceedings,Peer Congress\n"),
    (
      "a.xml",
      "<xml><records><record><ref-type name='Conference Proceedings'/><titles><title>Peers</title>"
        + "<secondary-title>Peer Congress</secondary-title></titles><custom3>Proceedings</custom3>"
        + "</record></records></xml>"
    ),
    (
      "a.rdf",
      "<r:RDF xmlns:r='r' xmlns:z='http://www.zotero.org/namespaces/export#'><z:Paper>"
        + "<itemType>conferencePaper</itemType><title>Peers</title><isPartOf><Journal>"
        + "<title>Proceedings</title></Journal></isPartOf><presentedAt><Conference><title>Peer "
        + "Congress</title></Conference></presentedAt></z:Paper></r:RDF>"
    ),
  ])
  func `proceedings are the venue, and the conference is kept`(name: String, text: String) {
    let document = ReadDocuments(contents: Array(text.utf8), name: name).documents.first
    #expect(document?.venue == "Proceedings")
    #expect(document?.imprint.conference == "Peer Congress")
  }

  @Test(arguments: ["NA", "-", "Peers"])
  func `proceedings without a name of their own are not the venue`(proceedings: String) {
    let endNote = """
      <xml><records><record><ref-type name='Conference Proceedings'/><titles><title>Peers</title>\
      <secondary-title>Peer Congress</secondary-title></titles><custom3>\(proceedings)</custom3>\
      </record></records></xml>
      """
    let csl = """
      [{"title":"Peers","container-title":"\(proceedings)","event-title":"Peer Congress"}]
      """
    let bibtex = """
      @inproceedings{a, title={Peers}, booktitle={\(proceedings)}, eventtitle={Peer Congress}}
      """
    let csv = "title,source title,conference name\nPeers,\(proceedings),Peer Congress\n"
    let sources: [(String, String)] = [
      ("a.xml", endNote), ("a.json", csl), ("a.bib", bibtex), ("a.csv", csv),
    ]
    for (name, text) in sources {
      let document = ReadDocuments(contents: Array(text.utf8), name: name).documents.first
      #expect(document?.venue == "Peer Congress", "\(name)")
      #expect(document?.imprint.conference == nil, "\(name)")
    }
  }

  @Test(arguments: [ExportFormat.ris, .bibtex, .cslJSON, .csv, .jsonl])
  func `a conference survives an export`(_ format: ExportFormat) {
    for conference in [nil, "Peer Congress"] {
      var document = Document(id: "a", source: Source(path: "/a"))
      document.title = "A paper on peers"
      document.type = "Conference Paper"
      document.venue = "Proceedings"
      document.imprint.conference = conference
      let text = format.writer.file([document])
      let reading = ReadDocuments(contents: Array(text.utf8), name: "a.\(format.fileExtension)")
      #expect(reading.documents.map(\.venue) == ["Proceedings"])
      #expect(reading.documents.map(\.imprint.conference) == [conference])
    }
  }

  @Test(
    arguments: [
      (.ris, false), (.bibtex, true), (.cslJSON, true), (.csv, true), (.jsonl, true),
      (.nbib, false),
    ] as [(ExportFormat, Bool)])
  func `the formats that keep the conference of an article`(_ format: ExportFormat, isKept: Bool) {
    var document = Document(id: "a", source: Source(path: "/a"))
    document.title = "A paper on peers"
    document.type = "Journal Article"
    document.venue = "Journal of Peers"
    document.imprint.conference = "Peer Congress"
    let text = format.writer.file([document])
    let reading = ReadDocuments(contents: Array(text.utf8), name: "a.\(format.fileExtension)")
    #expect(reading.documents.map(\.venue) == ["Journal of Peers"])
    #expect(reading.documents.map(\.imprint.conference) == [isKept ? "Peer Congress" : nil])
  }

  @Test func `programs find the conference and the date of access`() {
    var document = Document(id: "a", source: Source(path: "/a"))
    document.title = "A paper on peers"
    document.type = "Conference Paper"
    document.venue = "Proceedings"
    document.imprint.conference = "Peer Congress"
    document.imprint.accessed = "2024-05-12"
    let ris = ExportFormat.ris.writer.file([document])
    #expect(ris.contains("T2  - Peer Congress\nC3  - Proceedings\n"))
    #expect(ris.contains("Y2  - 2024/05/12/\n"))
    let csl = ExportFormat.cslJSON.writer.file([document])
    #expect(csl.contains(#""event-title":"Peer Congress""#))
    #expect(csl.contains(#""accessed":{"date-parts":[[2024,5,12]]}"#))
    let bibtex = ExportFormat.bibtex.writer.file([document])
    #expect(bibtex.contains("  urldate = {2024-05-12},\n"))
  }

  @Test(
    arguments: [
      ("2024", "2024///", "[2024]"), ("2024-05", "2024/05//", "[2024,5]"),
      ("2024-05-12", "2024/05/12/", "[2024,5,12]"), ("2024-05-12-10-30", nil, nil),
      ("12-05-2024", nil, nil), ("2024-13", nil, nil), ("2024-05-12T10:00:00Z", nil, nil),
      ("May 12, 2024", nil, nil), ("2024-", nil, nil), ("----", nil, nil), ("", nil, nil),
      (String(repeating: "9", count: 30), nil, nil),
    ] as [(String, String?, String?)])
  func `only a date of access is exported as one`(accessed: String, ris: String?, csl: String?) {
    var document = Document(id: "a", source: Source(path: "/a"))
    document.title = "A paper on peers"
    document.imprint.accessed = accessed
    let lines = ExportFormat.ris.writer.file([document]).split(separator: "\n").map(String.init)
    let line = lines.first { $0.hasPrefix("Y2") }
    #expect(line == ris.map { "Y2  - \($0)" })
    let json = ExportFormat.cslJSON.writer.file([document])
    #expect(json.contains("\"accessed\"") == (csl != nil))
    if let csl { #expect(json.contains("\"accessed\":{\"date-parts\":[\(csl)]}")) }
  }

  @Test(
    arguments: [
      ("a.ris", "TY  - JOUR\nTI  - Peers\nY2  - 2024/05/12\nER  - \n", "2024-05-12"),
      ("a.ris", "TY  - JOUR\nTI  - Peers\nY2  - 2024/05/12/10:30:00\nER  - \n", "2024-05-12"),
      ("a.ris", "TY  - ELEC\nTI  - Peers\nM1  - 12 May 2024\nER  - \n", "2024-05-12"),
      ("a.ris", "TY  - BLOG\nTI  - Peers\nY2  - 12\nER  - \n", nil),
      ("a.ris", "TY  - PAT\nTI  - Peers\nY2  - 1986/6/23\nER  - \n", nil),
      ("a.ris", "TY  - PAT\nTI  - Peers\nY2  - 1996/06/23\nER  - \n", nil),
      ("a.bib", "@online{a, title={Peers}, urldate={2024-05-12}}", "2024-05-12"),
      ("a.bib", "@online{a, title={Peers}, urldate={2024-05}}", "2024-05"),
      ("a.json", #"[{"title":"Peers","accessed":{"date-parts":[["2024",5,12]]}}]"#, "2024-05-12"),
      ("a.json", #"[{"title":"Peers","accessed":{"raw":"2024-05-12"}}]"#, "2024-05-12"),
      ("a.csv", "title,access date\nPeers,2024-05-12 10:30:00\n", "2024-05-12"),
      ("a.jsonl", #"{"title":"Peers","imprint":{"accessed":"2024-05-12"}}"#, "2024-05-12"),
      ("a.jsonl", #"{"title":"Peers","imprint":{"accessed":"2024-05-12-10-30"}}"#, "2024-05-12"),
      ("a.jsonl", #"{"title":"Peers","imprint":{"accessed":"May 12, 2024"}}"#, "2024-05-12"),
      ("a.jsonl", #"{"title":"Peers","imprint":{"accessed":"2024-05-12T10:30Z"}}"#, "2024-05-12"),
      ("a.jsonl", #"{"title":"Peers","imprint":{"accessed":"never"}}"#, nil),
      (
        "a.rdf",
        "<r:RDF xmlns:r='r' xmlns:z='http://www.zotero.org/namespaces/export#'><z:Page><title>Peers"
          + "</title><dateSubmitted>2024-05-12 10:30:00</dateSubmitted></z:Page></r:RDF>",
        "2024-05-12"
      ),
      (
        "a.xml",
        "<xml><records><record><ref-type name='Web Page'/><titles><title>Peers</title></titles>"
          + "<access-date>May 12, 2024</access-date></record></records></xml>", "2024-05-12"
      ),
    ] as [(String, String, String?)])
  func `the date of access is read`(name: String, text: String, accessed: String?) {
    let document = ReadDocuments(contents: Array(text.utf8), name: name).documents.first
    #expect(document?.title == "Peers")
    #expect(document?.imprint.accessed == accessed)
    #expect(document?.imprint.issue == nil)
  }
}
