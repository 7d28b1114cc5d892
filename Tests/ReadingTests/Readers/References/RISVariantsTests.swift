import Literature
import Reading
import Testing

/// Variants of RIS that exports use and the specification does not describe.
struct RISVariantsTests {
  private func read(_ text: String) -> ReadDocuments {
    ReadDocuments(RISReader(), text, name: "refs.ris")
  }

  @Test func `one keyword per line under one tag`() {
    let text = "TY  - JOUR\nTI  - One\nKW  - peer support\nrecovery;\n   HIV; AIDS\nER  -\n"
    #expect(read(text).documents.first?.keywords == ["peer support", "recovery", "HIV", "AIDS"])
  }

  @Test func `each tag has its own lines`() {
    let text =
      "TY  - JOUR\nTI  - One\ntwo\nKW  - a\nb\nAB  - x\ny\nKW  - c\nKW  - d\ne\nf\n"
      + "N1  - g\nh\nER  -\n"
    let document = read(text).documents.first
    #expect(document?.title == "One two" && document?.text == "x y")
    #expect(document?.keywords == ["a", "b", "c", "d", "e", "f"])
  }

  @Test(arguments: ["NA", "N/A", "null", "-", "NaN", "<NA>"])
  func `a placeholder is not a value`(_ value: String) throws {
    let text = """
      TY  - JOUR
      TI  - One
      AU  - Na, Li
      AN  - \(value)
      ID  - \(value)
      PB  - \(value)
      UR  - \(value)
      VL  - \(value)
      KW  - \(value)
      DO  - 10.1000/x
      ER  -
      """
    let document = try #require(read(text).documents.first)
    #expect(document.source.key == "10.1000/x")
    #expect(document.authors == ["Na, Li"])
    #expect(document.url == nil && document.keywords.isEmpty)
    #expect(document.imprint == Imprint())
  }

  @Test(
    arguments: [
      ("PY  - 20201", ["has a year that can't be read: 20201"]),
      (
        "PY  - soon\nDO  - 10.1016",
        [
          "has a year that can't be read: soon", "has a DOI that can't be read: 10.1016",
        ]
      ),
      ("PY  - 0", ["has a year that can't be read: 0"]),
      ("DO  - not-a-doi", ["has a DOI that can't be read: not-a-doi"]),
      ("PY  - n.d.\nDO  - None", []), ("PY  - in press", []), ("PY  - soon\nDA  - 2019", []),
      ("DO  - 10.1016\nUR  - https://doi.org/10.1000/x", []), ("PY  - 2019///", []),
      ("DO  - S0140-6736(20)30183-5 [pii]", []), ("DO  - 0140-6736(20)30183-5", []),
      ("PY  - \nDO  - ", []), ("DO  - https://www.jstor.org/stable/7", []),
    ] as [(String, [String])])
  func `a year and a DOI that can't be read are reported`(lines: String, mistakes: [String]) {
    let reading = read("TY  - JOUR\nTI  - One\n\(lines)\nER  -\nTY  - JOUR\nTI  - Two\nER  -\n")
    #expect(reading.documents.map(\.title) == ["One", "Two"] && reading.failures.isEmpty)
    #expect(reading.mistakes == mistakes.map { "/folder/refs.ris, line 1: \($0)" })
  }

  @Test func `a number in place of a type is ignored`() {
    let text = "TY  - JOUR\nTI  - One\nM3  - 2000000001\nER  -\n"
    #expect(read(text).documents.first?.type == "Journal Article")
  }

  @Test func `an address in place of a DOI is the address of the record`() {
    let text = "TY  - JOUR\nTI  - One\nDO  - https://www.jstor.org/stable/7\nER  -\n"
    #expect(read(text).documents.first?.url == "https://www.jstor.org/stable/7")
  }

  @Test(
    arguments: [
      (["A1  - Lee, Ann", "AU  - Chen, Bo", "AU  - Roy, C"], ["Lee, Ann", "Chen, Bo", "Roy, C"]),
      (
        ["AU  - Lee, A.", "AU  - Chen, B.", "A1  - Lee, Ann", "A1  - Chen, Bo"],
        ["Lee, Ann", "Chen, Bo"]
      ),
      (["AU  - Lee, Ann", "A1  - lee, ann", "A1  - Chen, Bo"], ["Lee, Ann", "Chen, Bo"]),
      (["A2  - Editor, E"], ["Editor, E"]),
      (["AU  - Lee, Ann and Roe, Bo"], ["Lee, Ann", "Roe, Bo"]),
      (["AU  - Ann B. Lee, Bo Roe, and Cy Ng"], ["Lee, Ann B.", "Roe, Bo", "Ng, Cy"]),
      (["AU  - Ann B. Lee and Bo Roe"], ["Lee, Ann B.", "Roe, Bo"]),
      (["AU  - García Rodríguez, Luis Alberto"], ["García Rodríguez, Luis Alberto"]),
      (["AU  - van der Berg, Anna Maria, PhD"], ["van der Berg, Anna Maria, PhD"]),
      (
        ["AU  - Department of Health, Labour and Welfare"],
        ["Department of Health, Labour and Welfare"]
      ),
      (["AU  - Lee, Ann, Jr"], ["Lee, Ann, Jr"]), (["AU  - Lee, A."], ["Lee, A."]),
    ] as [([String], [String])])
  func `authors under two tags are all kept`(lines: [String], authors: [String]) {
    let text = "TY  - JOUR\nTI  - One\n\(lines.joined(separator: "\n"))\nER  -\n"
    #expect(read(text).documents.first?.authors == authors)
  }

  @Test func `a record that begins with short tags has short tags`() throws {
    let text = """
      TY - JOUR
      TI - One
      L1 - file.pdf
      AD - Some Place
      ET - 2nd
      ER -
      TY  - JOUR
      TI  - Two
      AB  - The second dose
      ET - of the trial
      ER  -
      """
    let documents = read(text).documents
    #expect(documents.map(\.title) == ["One", "Two"])
    #expect(documents.last?.text == "The second dose ET - of the trial")
  }

  @Test(
    arguments: [
      ("JOUR", ["JF  - Journal of Peers", "JO  - J Peers"], "Journal of Peers", "J Peers"),
      ("JOUR", ["T2  - Journal of Peers", "JO  - J Peers"], "Journal of Peers", "J Peers"),
      ("JOUR", ["T2  - Journal of Peers", "J2  - J Peers"], "Journal of Peers", "J Peers"),
      ("JOUR", ["JO  - J Peers"], "J Peers", nil), ("JOUR", ["JA  - J Peers"], "J Peers", nil),
      ("JOUR", ["JF  - Gut", "JO  - Gut"], "Gut", nil), ("JOUR", ["J2  - One"], nil, nil),
      ("CPAPER", ["C3  - World Congress"], "World Congress", nil),
      ("JOUR", ["C3  - PUBMED 12625150,EMBASE 36231497"], nil, nil),
      ("JOUR", ["C3  - EMBASE 36231497", "JO  - J Peers"], "J Peers", nil),
    ] as [(String, [String], String?, String?)])
  func `the full name of a journal and its abbreviation`(
    type: String, lines: [String], venue: String?, short: String?
  ) {
    let text = "TY  - \(type)\nTI  - One\n\(lines.joined(separator: "\n"))\nER  -\n"
    let document = read(text).documents.first
    #expect(document?.venue == venue)
    #expect(document?.imprint.abbreviation == short)
  }

  @Test(
    arguments: [
      ("C3  - PUBMED 12625150,EMBASE 36231497", "12625150"), ("C3  - EMBASE 36231497", nil),
      ("C5  - 30388194", "30388194"), ("C5  - 12", nil), ("C5  - DVD", nil),
    ] as [(String, String?)])
  func `PMIDs that Embase and CENTRAL export`(line: String, pmid: String?) {
    let document = read("TY  - JOUR\nTI  - One\n\(line)\nER  -\n").documents.first
    #expect(document?.identifiers.map(\.value) == [pmid].compactMap(\.self))
  }

  @Test func `records of the Cochrane Library are read with all their fields`() throws {
    let text = """
      Record #1 of 2
      Provider: John Wiley & Sons, Ltd.
      Content: text/plain; charset="UTF-8"

      TY  - JOUR
      AN  - CN-01987654
      AU  - Lee, A
      TI  - Peers in clinics
      SO  - Journal of Peers
      YR  - 2016
      VL  - 39
      NO  - 3
      PG  - 239-247
      XR  - PUBMED 27618460
      PT  - Journal article
      KY  - *Peer Group; Adult
      DOI - 10.1000/a
      AB  - We asked 100 people.
      US  - https://www.cochranelibrary.com/central/doi/10.1002/central/CN-01987654/full
      ER  -

      Record #2 of 2
      Provider: John Wiley & Sons, Ltd.

      TY  - JOUR
      AN  - CN-02222222
      AU  - NCT01857648
      TI  - Peers for veterans
      SO  - https://clinicaltrials.gov/show/NCT01857648
      YR  - 2013
      XR  - CTgov NCT01857648
      PT  - Trial registry record
      ER  -

      """
    let documents = read(text).documents
    try #require(documents.count == 2)
    let (article, trial) = (documents[0], documents[1])
    #expect(article.venue == "Journal of Peers" && article.year == 2016)
    #expect(article.type == "Journal article" && article.keywords == ["*Peer Group", "Adult"])
    let imprint = article.imprint
    #expect([imprint.volume, imprint.issue, imprint.pages] == ["39", "3", "239-247"])
    #expect(
      article.identifiers.map(\.line).sorted()
        == ["accession:CN-01987654", "doi:10.1000/a", "pmid:27618460"])
    #expect(article.url?.hasSuffix("/CN-01987654/full") == true)
    #expect(article.text == "We asked 100 people.")
    #expect(trial.authors == [] && trial.venue == nil)
    #expect(trial.url == "https://clinicaltrials.gov/show/NCT01857648")
    #expect(trial.identifiers.map(\.line) == ["accession:CN-02222222", "registry:NCT01857648"])
    #expect(documents.map(\.source.key) == ["CN-01987654", "CN-02222222"])
  }

  @Test(
    arguments: [
      (["UR  - NA", "UR  - https://x.org/a"], "https://x.org/a"),
      (["UR  - NA; https://x.org/a"], "https://x.org/a"),
      (["UR  - WOS:1", "UR  - https://x.org/a"], "https://x.org/a"),
      (["UR  - NA; NA"], nil),
    ] as [([String], String?)])
  func `the first valid URL is used`(lines: [String], url: String?) {
    let text = "TY  - JOUR\nTI  - One\n\(lines.joined(separator: "\n"))\nER  -\n"
    #expect(read(text).documents.first?.url == url)
  }

  @Test func `a short tag of a link in a record with long tags`() {
    let text = "TY  - JOUR\nTI  - One\nL1 - file.pdf\nAU  - Lee, Ann\nER  -\n"
    #expect(read(text).documents.map(\.title) == ["One"])
  }

  @Test(
    arguments: [
      ("RPRT", "42/13", nil, "42/13"), ("RPRT", "1234-5678", "1234-5678", nil),
      ("JOUR", "1234-5678", "1234-5678", nil),
    ] as [(String, String, String?, String?)])
  func `the number of a report`(type: String, number: String, issn: String?, issue: String?) {
    let imprint = read("TY  - \(type)\nTI  - One\nSN  - \(number)\nER  -\n").documents.first?
      .imprint
    #expect(imprint?.issn == issn && imprint?.issue == issue)
  }

  @Test(arguments: [
    ("THES", "PhD", "Thesis; PhD"), ("THES", "PhD thesis", "PhD thesis"),
    ("RPRT", "Final report", "Report; Final report"), ("JOUR", "Review", "Review"),
    ("JOUR", "Conference Abstract", "Conference Abstract"),
    ("CHAP", "Article", "Book Section; Article"),
    ("GEN", "Leaflet", "Leaflet"),
  ])
  func `the type as text does not hide the type of the record`(
    code: String, words: String, type: String
  ) {
    let document = read("TY  - \(code)\nTI  - One\nM3  - \(words)\nER  -\n").documents.first
    #expect(document?.type == type)
  }

  @Test func `the tag after the type may be short, and then all are`() {
    let text = """
      TY  - JOUR
      L1 - file.pdf
      TI - One
      AD - Some Place
      ER -
      """
    let documents = read(text).documents
    #expect(documents.map(\.title) == ["One"] && documents.first?.type == "Journal Article")
  }

  @Test(
    arguments: [
      ("WOS:000318132200026", nil, "WOS:000318132200026", []),
      ("https://x.org/a", "https://x.org/a", nil, []),
      ("www.x.org/a", "www.x.org/a", nil, []),
      ("10.1000/abc", nil, "10.1000/abc", ["10.1000/abc"]),
      ("doi.org/10.1000/abc", "doi.org/10.1000/abc", "10.1000/abc", ["10.1000/abc"]),
    ] as [(String, String?, String?, [String])])
  func `a UR that is not a URL`(value: String, url: String?, key: String?, identifiers: [String])
    throws
  {
    let document = try #require(
      read("TY  - JOUR\nTI  - One\nUR  - \(value)\nER  -\n").documents.first)
    #expect(document.url == url)
    #expect(key == nil || document.source.key == key)
    #expect(document.identifiers.map(\.value) == identifiers)
  }

  @Test func `an empty record is skipped`() {
    let reading = read(
      "TY  - JOUR\nER  -\nTY  - JOUR\nTI  - NA\nER  -\nTY  - JOUR\nTI  - One\nER  -\n")
    #expect(reading.documents.map(\.title) == ["One"])
    #expect(reading.failures.isEmpty)
    #expect(
      reading.skipped
        == [1, 3].map {
          "/folder/refs.ris, line \($0): is empty (no title, author, abstract or identifier)"
        })
  }

  @Test func `media, labels of pages and email addresses are left out`() throws {
    let text = """
      TY  - RPRT
      TI  - One
      AU  - Medvedeff, Cassandra A. (medvedeff22@example.edu)
      M3  - Web
      SP  - pp 37-64
      ER  -
      """
    let document = try #require(read(text).documents.first)
    #expect(document.authors == ["Medvedeff, Cassandra A."])
    #expect(document.type == "Report" && document.imprint.pages == "37-64")
  }

  @Test func `the number of a thesis is not an issue`() {
    let text = "TY  - THES\nTI  - One\nAU  - Lee, Ann\nM1  - 10123456\nER  -\n"
    #expect(read(text).documents.map(\.imprint.issue) == [nil])
  }
}
