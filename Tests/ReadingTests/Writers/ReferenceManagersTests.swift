import Literature
import Testing

/// The fields that reference managers look for when they import a file.
struct ReferenceManagersTests {
  private func chapter() -> Document {
    var document = Document(id: "10.1000/c", source: Source(path: "/a"))
    document.title = "Peers in HIV and hepatitis C care: a review"
    document.authors = ["Holloway R G", "E J Reimer", "Mental Health Foundation"]
    document.year = 2019
    document.venue = "Handbook of Peers"
    document.type = "Book Section"
    document.identifiers = [
      Identifier(.doi, "10.1000/c"), Identifier(.pmid, "7"), Identifier(.pmcid, "PMC8"),
      Identifier(.isbn, "9780000000002"),
    ]
    document.keywords = ["Hepatitis C, Chronic", "peers"]
    document.url = "WOS:000123"
    document.imprint.pages = "10–19"
    document.imprint.publisher = "House"
    document.imprint.place = "Glasgow"
    document.imprint.month = 3
    document.imprint.day = 5
    document.imprint.editors = ["Lee, Ann"]
    return document
  }

  @Test(arguments: ["10–19", "10-19", "10‐19", "10—19"])
  func `pages have a plain hyphen`(pages: String) {
    var document = chapter()
    document.imprint.pages = pages
    #expect(ExportFormat.nbib.writer.file([document]).contains("\nPG  - 10-19\n"))
    #expect(ExportFormat.cslJSON.writer.file([document]).contains("\"page\":\"10-19\""))
    #expect(ExportFormat.bibtex.writer.file([document]).contains("pages = {10--19}"))
  }

  /// If a brace in a value has no counterpart, BibTeX reads the rest of the file as that value.
  @Test(arguments: [
    ("a {b} c", "a \\{b\\} c"), ("p {0.05", "p {\\textbraceleft}0.05"),
    ("0.05} and {b", "0.05{\\textbraceright} and {\\textbraceleft}b"),
  ])
  func `the braces of a value are balanced`(title: String, written: String) {
    var document = chapter()
    document.title = title
    document.authors = [title]
    let bibtex = ExportFormat.bibtex.writer.file([document])
    #expect(bibtex.contains("  title = {\(written)},\n"))
    #expect(bibtex.contains("  author = {{\(written)}},\n"))
    let read = ReadDocuments(contents: Array(bibtex.utf8), name: "a.bib").documents.first
    #expect(read?.title == title)
  }

  @Test func `the length and the series of a book`() {
    var document = chapter()
    document.type = "Book"
    document.imprint.pages = "113"
    let json = ExportFormat.cslJSON.writer.file([document])
    #expect(json.contains("\"number-of-pages\":\"113\"") && !json.contains("\"page\""))
    #expect(json.contains("\"collection-title\":\"Handbook of Peers\""))
    let bibtex = ExportFormat.bibtex.writer.file([document])
    #expect(bibtex.contains("pagetotal = {113}") && !bibtex.contains("  pages = "))
    for (text, name) in [(json, "a.json"), (bibtex, "a.bib")] {
      let read = ReadDocuments(contents: Array(text.utf8), name: name).documents.first
      #expect(read?.imprint.pages == "113" && read?.venue == "Handbook of Peers")
    }
  }

  private func editedBook() -> Document {
    var document = Document(id: "e", source: Source(path: "/a"))
    document.title = "Peers at work"
    document.imprint.editors = ["Repper, Julie", "Carter, Tim"]
    document.authors = document.imprint.editors
    document.year = 2011
    document.type = "Book"
    document.imprint.publisher = "House"
    return document
  }

  @Test(arguments: ExportFormat.allCases)
  func `the editors of a book are not exported as its authors`(format: ExportFormat) throws {
    let text = format.writer.file([editedBook()])
    let sign: (authors: String, editors: String)? =
      switch format {
      case .ris: ("AU  - ", "ED  - Repper, Julie\nED  - Carter, Tim\n")
      case .nbib: ("FAU - ", "FED - Repper, Julie\n")
      case .bibtex: ("author = ", "editor = {Repper, Julie and Carter, Tim}")
      case .cslJSON: ("\"author\"", "\"editor\":[{\"family\":\"Repper\",\"given\":\"Julie\"}")
      case .csv, .jsonl: nil
      }
    if let sign { #expect(!text.contains(sign.authors) && text.contains(sign.editors), "\(text)") }
    let read = try #require(
      ReadDocuments(contents: Array(text.utf8), name: "a.\(format.fileExtension)").documents.first)
    #expect(read.authors == editedBook().authors && read.imprint.editors == read.authors)
    #expect(read.type == "Book")
  }

  @Test func `journals keep their abbreviation`() throws {
    var document = chapter()
    document.type = "Journal Article"
    document.venue = "Journal of Peers"
    document.imprint.abbreviation = "J Peers"
    for format in ExportFormat.allCases {
      let text = format.writer.file([document])
      let read = ReadDocuments(contents: Array(text.utf8), name: "a.\(format.fileExtension)")
      #expect(read.documents.first?.imprint.abbreviation == "J Peers", "\(format)")
      #expect(read.documents.first?.venue == "Journal of Peers", "\(format)")
    }
  }

  @Test func `RIS`() {
    #expect(
      ExportFormat.ris.writer.file([chapter()]) == """
        TY  - CHAP
        ID  - 10.1000/c
        TI  - Peers in HIV and hepatitis C care: a review
        AU  - Holloway, R G
        AU  - Reimer, E J
        AU  - Mental Health Foundation
        T2  - Handbook of Peers
        A2  - Lee, Ann
        PY  - 2019
        DA  - 2019/03/05/
        SP  - 10
        EP  - 19
        CY  - Glasgow
        PB  - House
        SN  - 9780000000002
        DO  - 10.1000/c
        AN  - 7
        M2  - PMID: 7
        M2  - PMCID: PMC8
        KW  - Hepatitis C, Chronic
        KW  - peers
        ER  - \n
        """)
  }

  @Test func `MEDLINE`() {
    #expect(
      ExportFormat.nbib.writer.file([chapter()]) == """
        PMID- 7
        TI  - Peers in HIV and hepatitis C care: a review
        BTI - Handbook of Peers
        FAU - Holloway, R G
        FAU - Reimer, E J
        CN  - Mental Health Foundation
        AU  - Holloway RG
        AU  - Reimer EJ
        FED - Lee, Ann
        ED  - Lee A
        PT  - Book Section
        PT  - Book Chapter
        DP  - 2019 Mar 5
        PG  - 10-19
        PL  - Glasgow
        PB  - House
        ISBN- 9780000000002
        LID - 10.1000/c [doi]
        AID - 10.1000/c [doi]
        PMC - PMC8
        OT  - Hepatitis C, Chronic
        OT  - peers\n
        """)
  }

  @Test func `BibTeX`() {
    #expect(
      ExportFormat.bibtex.writer.file([chapter()]) == """
        @incollection{holloway2019peers,
          title = {Peers in {HIV} and hepatitis {C} care: a review},
          author = {Holloway, R G and Reimer, E J and {Mental Health Foundation}},
          editor = {Lee, Ann},
          booktitle = {Handbook of Peers},
          year = {2019},
          month = mar,
          day = {5},
          pages = {10--19},
          publisher = {House},
          address = {Glasgow},
          doi = {10.1000/c},
          pmid = {7},
          pmcid = {PMC8},
          isbn = {9780000000002},
          keywords = {Hepatitis C, Chronic; peers},
        }\n
        """)
  }

  @Test func `CSL-JSON`() {
    let expected = """
      {"id":"10.1000/c","type":"chapter","title":"Peers in HIV and hepatitis C care: a review",\
      "author":[{"family":"Holloway","given":"R. G."},{"family":"Reimer","given":"E. J."},\
      {"literal":"Mental Health Foundation"}],"editor":[{"family":"Lee","given":"Ann"}],\
      "issued":{"date-parts":[[2019,3,5]]},"container-title":"Handbook of Peers","page":"10-19",\
      "publisher":"House","publisher-place":"Glasgow","DOI":"10.1000/c","PMID":"7",\
      "PMCID":"PMC8","ISBN":"9780000000002","keyword":"Hepatitis C, Chronic; peers",\
      "note":"PMID: 7\\nPMCID: PMC8",\
      "custom":{"author":["Holloway, R G","Reimer, E J","Mental Health Foundation"]}}
      """
    #expect(ExportFormat.cslJSON.writer.file([chapter()]) == "[\n\(expected)\n]\n")
  }

  @Test func `the columns of Rayyan`() {
    let lines = ExportFormat.csv.writer.file([chapter()]).split(separator: "\n")
    #expect(
      lines[0].hasPrefix(
        "key,title,year,month,day,journal,issn,volume,issue,pages,authors,url,language,"
          + "publisher,location,abstract,notes,doi,keywords,pubmed_id,pmc_id,"))
    #expect(
      lines[1] == "10.1000/c,Peers in HIV and hepatitis C care: a review,2019,3,5,"
        + "Handbook of Peers,,,,10–19,\"Holloway, R G and Reimer, E J and Mental Health Foundation\",,,"
        + "House,Glasgow,,,10.1000/c,\"Hepatitis C, Chronic; peers\",7,PMC8,Book Section,,"
        + "9780000000002,,,\"Lee, Ann\",,,,,,,,,,")
  }

  @Test(arguments: [
    ("Journal Article; Review", "JOUR", "article", "article-journal", "Journal Article"),
    ("Article; Book Chapter", "CHAP", "incollection", "chapter", "Book Chapter"),
    ("Proceedings Paper", "CPAPER", "inproceedings", "paper-conference", "Proceedings Paper"),
    ("Academic Dissertation", "THES", "phdthesis", "thesis", "Academic Dissertation"),
    ("Technical Report", "RPRT", "techreport", "report", "Technical Report"),
    ("Monograph", "BOOK", "book", "book", "Book"),
    ("Conference Abstract", "JOUR", "article", "article-journal", "Conference Abstract"),
  ])
  func `types have the code of each format`(
    type: String, ris: String, bibtex: String, csl: String, medline: String
  ) {
    var document = chapter()
    document.type = type
    #expect(ExportFormat.ris.writer.file([document]).hasPrefix("TY  - \(ris)\n"))
    #expect(ExportFormat.bibtex.writer.file([document]).hasPrefix("@\(bibtex){"))
    #expect(ExportFormat.cslJSON.writer.file([document]).contains("\"type\":\"\(csl)\""))
    #expect(ExportFormat.nbib.writer.file([document]).contains("PT  - \(medline)\n"))
  }

  @Test func `the kind of a report or thesis is printed without the general type`() {
    for (type, kind) in [("Report; Evidence review", "Evidence review"), ("Thesis; PhD", "PhD")] {
      var document = chapter()
      document.type = type
      let ris = ExportFormat.ris.writer.file([document])
      let bibtex = ExportFormat.bibtex.writer.file([document])
      #expect(ris.contains("M3  - \(kind)\n") && bibtex.contains("  type = {\(kind)},\n"))
      for (text, name) in [(ris, "a.ris"), (bibtex, "a.bib")] {
        let read = ReadDocuments(contents: Array(text.utf8), name: name).documents.first
        #expect(read?.type == type)
      }
    }
  }

  @Test func `keys of BibTeX are unique and stay the same`() {
    var documents = (1...3).map { number in
      var document = chapter()
      document.id = "id-\(number)"
      return document
    }
    documents[2].authors = ["Żółć, Ł."]
    documents[2].title = "The “Ärzte”"
    documents[2].year = nil
    func keys(_ documents: [Document]) -> [String] {
      ExportFormat.bibtex.writer.file(documents).split(separator: "\n")
        .filter { $0.hasPrefix("@") }.map { String($0.drop { $0 != "{" }.dropFirst().dropLast()) }
    }
    let found = keys(documents)
    #expect(found[0] == "holloway2019peers" && found[2] == "zolcndarzte")
    #expect(found[1].hasPrefix("holloway2019peers-") && found[1].count == 22)
    #expect(keys([chapter(), documents[1]])[1] == found[1])
    #expect(Set(keys(documents + documents)).count == 6)
  }

  @Test func `a record from BibTeX keeps its key`() {
    var document = chapter()
    document.source = Source(path: "/refs.bib", key: "lee:2019_a")
    #expect(ExportFormat.bibtex.writer.file([document]).hasPrefix("@incollection{lee:2019_a,\n"))
    // Without another identifier, the key is also the id.
    var keyed = document
    keyed.identifiers = []
    keyed.id = "lee:2019_a"
    #expect(ExportFormat.bibtex.writer.file([keyed]).hasPrefix("@incollection{lee:2019_a,\n"))
    // A record without a key is named by a hash of its content.
    keyed.source.key = "0a1b2c3d4e5f"
    keyed.id = "refs-0a1b2c3d4e5f"
    #expect(ExportFormat.bibtex.writer.file([keyed]).contains("{holloway2019peers,"))
    document.source.key = document.id
    #expect(ExportFormat.bibtex.writer.file([document]).contains("{holloway2019peers,"))
    document.source = Source(path: "/refs.ris", key: "lee")
    document.otherSources = [Source(path: "/b.bib", key: "ng2020")]
    #expect(ExportFormat.bibtex.writer.file([document]).contains("{ng2020,"))
    #expect(ExportFormat.bibtex.writer.file([document, document]).contains("{holloway2019peers,"))
  }

  @Test(arguments: ["Peers", "METHODS"]) func `a long abstract is exported whole`(label: String) {
    var document = chapter()
    let words = String(repeating: "Peers help where they can. ", count: 500)
    document.text = "\(words)\n\(words)"
    let half = words.utf8.count
    document.sections = [
      Section(heading: label, kind: .methods, bytes: 0..<half),
      Section(heading: "RESULTS", kind: .results, bytes: half + 1..<document.text.utf8.count),
    ]
    #expect(document.abstract.utf8.count > 2 * half)
    document.sections[1].kind = .references
    #expect(document.abstract.isEmpty)
  }
}
