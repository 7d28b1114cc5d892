import Literature
import Reading
import Testing

/// What single databases, publishers and programs write differently from others.
struct ExportVariantsTests {
  private func read(_ text: String, _ name: String) throws -> Document {
    let reading = ReadDocuments(contents: Array(text.utf8), name: name)
    #expect(reading.documents.count == 1 && reading.failures.isEmpty && reading.skipped.isEmpty)
    return try #require(reading.documents.first)
  }

  @Test(
    arguments: [
      ("Lee AB, van der Berg J, Roe B Jr.", ["Lee, AB", "van der Berg, J", "Roe, B, Jr"]),
      (
        "Lee AB, Roe B; Peer Group, Leeds; Others Group.",
        ["Lee, AB", "Roe, B", "Peer Group, Leeds", "Others Group"]
      ),
      ("Peer Group.", ["Peer Group"]), ("Lee AB.", ["Lee, AB"]),
    ] as [(String, [String])])
  func `names in a table of PubMed`(list: String, names: [String]) throws {
    let text =
      "PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,Create Date,PMCID,"
      + "NIHMS ID,DOI\n7,Peers,\"\(list)\",,,J Peers,2019,,,,\n"
    #expect(try read(text, "pubmed.csv").authors == names)
  }

  @Test func `names and identifiers that PubMed has corrected`() throws {
    let text = """
      <PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>7</PMID><Article><ArticleTitle>Peers
      </ArticleTitle><ELocationID EIdType="doi" ValidYN="N">10.1000/old</ELocationID>
      <ELocationID EIdType="doi" ValidYN="Y">10.1000/new</ELocationID><AuthorList>
      <Author ValidYN="N"><LastName>Le</LastName><ForeName>Ann</ForeName></Author>
      <Author ValidYN="Y"><LastName>Lee</LastName><ForeName>Ann</ForeName></Author>
      <Author><LastName>Roe</LastName><ForeName>Bo</ForeName></Author></AuthorList></Article>
      </MedlineCitation></PubmedArticle></PubmedArticleSet>
      """
    let document = try read(text, "a.xml")
    #expect(document.authors == ["Lee, Ann", "Roe, Bo"])
    #expect(document.identifiers.filter { $0.scheme == .doi }.map(\.value) == ["10.1000/new"])
  }

  @Test func `unknown values of Publish or Perish`() throws {
    let text = """
      Cites,Authors,Title,Year,Source,StartPage,EndPage,DOI
      4,"A Lee, B Roe…",Peers,2010,J Peers,0,0,10.1000/a
      """
    let document = try read(text, "pop.csv")
    #expect(document.authors == ["Lee, A", "Roe, B"] && document.imprint.pages == nil)
  }

  @Test func `a date without its year in a table of Web of Science`() throws {
    let text =
      "Authors,Article Title,Source Title,Publication Date,Publication Year\n"
      + "\"Lee, A\",Peers,J PEERS,MAR 14,2019\n"
    let document = try read(text, "savedrecs.csv")
    #expect(document.year == 2019 && document.imprint.month == 3 && document.imprint.day == 14)
  }

  @Test func `the second list of keywords in BibTeX`() throws {
    let text = """
      @article{a, title = {Peers}, author = {Lee, Ann}, keywords = {adult; human},
      author_keywords = {Pain; Peers}, pages = {101 – 110}, abbrev_source_title = {J. Peers},
      journal = {Journal of Peers}}
      """
    let scopus = try read(text, "scopus.bib")
    #expect(scopus.keywords == ["Pain", "Peers", "adult", "human"])
    #expect(scopus.imprint.pages == "101-110" && scopus.imprint.abbreviation == "J. Peers")
    let other = """
      @article{WOS:1, Title = {Peers}, Author = {Lee, Ann}, Keywords = {peers; pain},
      Keywords-Plus = {CARE}}
      """
    #expect(try read(other, "wos.bib").keywords == ["peers", "pain", "CARE"])
  }

  @Test(
    arguments: [
      (
        "a.bib",
        "@misc{a, title = {Peers}, howpublished = {At \\url{https://x.org/a} or "
          + "\\url{https://doi.org/10.1000/A}}}"
      ),
      (
        "b.bib",
        "@book{a, title = {Peers}, isbn = {9780306406157}, url = {https://doi.org/10.1000/A}}"
      ),
      ("a.nbib", "OWN - ERIC\nTI  - Peers\nOID - EJ7\nLID - http://dx.doi.org/10.1000/A\n"),
      ("a.csv", "Title,Authors,URL\nPeers,\"Lee, A\",https://doi.org/10.1000/A\n"),
      ("a.json", #"[{"id":"a","title":"Peers","URL":"https://doi.org/10.1000/A"}]"#),
      ("a.ris", "TY  - JOUR\nTI  - Peers\nN1  - https://doi.org/10.1000/A\nER  - \n"),
    ] as [(String, String)])
  func `a DOI that only an address contains`(name: String, text: String) throws {
    let document = try read(text, name)
    #expect(document.doi == "10.1000/a" && document.imprint.notes.isEmpty)
  }

  @Test func `the address of the DOI as a note of a publisher`() throws {
    let text = """
      TY  - JOUR
      TI  - Peers
      DO  - https://doi.org/10.1000/A
      N1  - https://doi.org/10.1000/A
      N1  - https://doi.org/10.1000/B
      ER  - \n
      """
    let document = try read(text, "wiley.ris")
    #expect(document.doi == "10.1000/a")
    #expect(document.imprint.notes == ["https://doi.org/10.1000/B"])
  }

  @Test func `the accession number in a note of EBSCOhost`() throws {
    let note = "Accession Number: 109000001. Language: English. Entry Date: 20160901."
    let text = "TY  - JOUR\nID  - 109000001\nTI  - Peers\nN1  - \(note)\nDB  - CINAHL\nER  - \n"
    let document = try read(text, "ebsco.ris")
    #expect(document.identifier(.accession) == "CINAHL 109000001")
    #expect(document.imprint.notes == [note])
  }

  @Test func `the descriptors of APA PsycNet are keywords`() throws {
    let text = "TY  - JOUR\nDESCRIPTORS  - *Peers; Pay\nTI  - Peers\nAU  - Lee, A\nER  - \n"
    let document = try read(text, "psycnet.ris")
    #expect(document.type == "Journal Article" && document.keywords == ["*Peers", "Pay"])
  }

  @Test(
    arguments: [
      ("J Peers", "Journal of Peers"), ("The Journal", "The Journal"),
    ] as [(String, String)])
  func `the full title of a journal in EndNote`(second: String, venue: String) throws {
    let text = """
      <xml><records><record><ref-type name="Journal Article">17</ref-type><titles><title>One</title>
      <secondary-title>\(second)</secondary-title></titles><periodical><full-title>Journal of Peers
      </full-title><abbr-1>J Peers</abbr-1></periodical></record></records></xml>
      """
    let document = try read(text, "a.xml")
    #expect(document.venue == venue && document.imprint.abbreviation == "J Peers")
  }

  @Test func `labelled names, types and languages of BibLaTeX`() throws {
    let text = """
      @thesis{a, title = {Pay}, author = {Lee, Ann and family=Berg, given=Jan, prefix=van der,
      useprefix=true}, type = {{{PhD}}}, langid = {british}, date = {2018}}
      """
    let thesis = try read(text, "a.bib")
    #expect(thesis.authors == ["Lee, Ann", "van der Berg, Jan"] && thesis.type == "Thesis; PhD")
    #expect(thesis.language == "en")
    let report = try read("@report{a, title = {Pay}, author = {{Peer Trust}}}", "b.bib")
    #expect(report.type == "Report" && report.authors == ["Peer Trust"])
    for (entry, key, type) in [
      ("thesis", "phdthesis", "PhD Thesis"), ("thesis", "bathesis", "Bachelor's Thesis"),
      ("report", "techreport", "Technical Report"),
    ] {
      let document = try read("@\(entry){a, title = {Pay}, type = {\(key)}}", "a.bib")
      #expect(document.type == type)
    }
  }

  @Test func `columns of programs have underscores and lists`() throws {
    let text = """
      source,ext_id,title,author_names,journal_title,publication_year,keywords
      MED,7,Peers,"['Lee, Ann', ""O'Brien, Bo""]",J Peers,2020,"[""HIV"", ""pay""]"
      """
    let document = try read(text, "a.csv")
    #expect(document.authors == ["Lee, Ann", "O'Brien, Bo"] && document.venue == "J Peers")
    #expect(document.year == 2020 && document.keywords == ["HIV", "pay"])
  }

  @Test func `an organisation in a list of people`() throws {
    let text = "Title,Authors,Journal\nPeers,\"Lee AB, Roe B, Peer Research Group\",J Peers\n"
    #expect(try read(text, "a.csv").authors == ["Lee, AB", "Roe, B", "Peer Research Group"])
  }

  @Test(
    arguments: [
      ("Lee, Ann\nRoe, Bo", ["Lee, Ann", "Roe, Bo"]), ("Lee A,\nRoe B", ["Lee, A", "Roe, B"]),
    ] as [(String, [String])])
  func `names on lines of a cell`(list: String, names: [String]) throws {
    #expect(try read("Title,Authors\nPeers,\"\(list)\"\n", "a.csv").authors == names)
  }

  @Test(arguments: ["adult, stroke patient", "adult; stroke patient"])
  func `the headings of Embase in one column`(headings: String) throws {
    let text =
      "Title,Author Names,Author Keywords,Emtree Medical Index Terms\n"
      + "Peers,Lee A.,pay,\"\(headings)\"\n"
    #expect(try read(text, "embase.csv").keywords == ["pay", "adult", "stroke patient"])
  }

  @Test(
    arguments: [
      ("a.csv", "Title,Authors\n\"Peers\nand pay\",\"Lee, A\"\n"),
      ("a.json", #"[{"title":"Peers\n  and pay","author":[{"family":"Lee"}]}]"#),
    ] as [(String, String)])
  func `a title of several lines`(name: String, text: String) throws {
    #expect(try read(text, name).title == "Peers and pay")
  }

  @Test func `the source of a table of Scopus is not a journal`() throws {
    let text = "Authors,Title,Year,Source title,Source\n\"Lee, A.\",Peers,2020,,Scopus\n"
    #expect(try read(text, "a.csv").venue == nil)
  }
}
