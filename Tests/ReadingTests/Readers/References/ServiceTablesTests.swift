import Literature
import Reading
import Testing

/// Tables that databases and registers write.
struct ServiceTablesTests {
  private func read(_ lines: String...) -> [Document] {
    let text = lines.joined(separator: "\n") + "\n"
    return ReadDocuments(contents: Array(text.utf8), name: "t.csv").documents
  }

  @Test func `a table of EBSCOhost is read`() throws {
    let header =
      "title,source,publicationDate,coverDate,contributors,abstract,an,doi,isbns,issns,volume,issue,"
      + "pageStart,pageEnd,pageCount,publisher,docTypes,pubTypes,subjects,language,shortDBName,"
      + "longDBName,plink"
    let row =
      "Peers,Journal of Peers,20180301,Mar2018,\"Lee, Ann; Roe, Bo\",Text.,128000001,10.1000/a,,"
      + "12345678;87654321,12,3,45,60,16,Sage,Article,Academic Journal,Peer Group; Prisons,English,"
      + "ccm,CINAHL Complete,https://search.ebscohost.com/login.aspx?AN=128000001"
    let document = try #require(read(header, row).first)
    #expect(document.authors == ["Lee, Ann", "Roe, Bo"] && document.year == 2018)
    #expect(document.venue == "Journal of Peers" && document.imprint.pages == "45-60")
    #expect(document.imprint.month == 3 && document.type == "Article")
    #expect(document.imprint.issn == "1234-5678" && document.doi == "10.1000/a")
    #expect(document.identifier(.accession) == "CINAHL Complete 128000001")
    #expect(document.keywords == ["Peer Group", "Prisons"] && document.text == "Text.")
  }

  @Test func `a table of Google Scholar is read`() throws {
    let document = try #require(
      read(
        "Authors,Title,Publication,Volume,Number,Pages,Year,Publisher",
        "\"Lee, Ann; Roe, Bo; \",Peers,Journal of Peers,12,3,45-60,2018,Sage"
      ).first)
    #expect(document.authors == ["Lee, Ann", "Roe, Bo"] && document.venue == "Journal of Peers")
    #expect(document.imprint.issue == "3" && document.imprint.publisher == "Sage")
  }

  @Test func `a table of The Lens is read`() throws {
    let document = try #require(
      read(
        "Lens ID,Title,Publication Year,Source Title,Author/s,Fields of Study,Keywords",
        "001-002,Peers,2018,J,Ann Lee; Bo Roe,Medicine,peers; pay"
      ).first)
    #expect(document.authors == ["Lee, Ann", "Roe, Bo"] && document.venue == "J")
    #expect(document.keywords == ["Medicine", "peers", "pay"])
  }

  @Test func `a table of a publisher is read`() throws {
    let document = try #require(
      read(
        "DOI,Title,Authors,Publication,Publication date,Volume,Issue,Page",
        "10.1000/a,Peers,\"Ann B. Lee, Bo Roe\",Journal of Peers,\"March 1, 2018\",12,3,45-60"
      ).first)
    #expect(document.venue == "Journal of Peers" && document.imprint.pages == "45-60")
    #expect(document.year == 2018 && document.authors.count == 2)
  }

  @Test func `a table of OpenAlex is read`() throws {
    let document = try #require(
      read(
        "id,doi,display_name,publication_year,type,authorships.author.display_name,"
          + "primary_location.source.display_name,keywords.display_name",
        "https://openalex.org/W1,https://doi.org/10.1000/a,Peers,2018,article,Ann Lee|Bo Roe,J,"
          + "Peer support|Prisons"
      ).first)
    #expect(document.authors == ["Lee, Ann", "Roe, Bo"] && document.type == "Journal Article")
    #expect(document.keywords == ["Peer support", "Prisons"] && document.venue == "J")
  }

  @Test func `a chapter in a table of Dimensions has its book`() throws {
    let document = try #require(
      read(
        "Publication ID,DOI,Title,Source title,Anthology title,PubYear,Authors",
        "pub.1,10.1000/a,Peers,,Handbook of Peers,2018,\"Lee, Ann\""
      ).first)
    #expect(document.venue == "Handbook of Peers")
  }

  @Test func `a table of ClinicalTrials is read`() throws {
    let document = try #require(
      read(
        "NCT Number,Study Title,Acronym,Conditions,Primary Outcome Measures,Sponsor,Enrollment,"
          + "Other IDs,Start Date",
        "NCT01234567,Peers,PIP,HIV|Grief,Adherence,University of Peers,240,P-1|R01 7,2015-09"
      ).first)
    #expect(document.imprint.publisher == "University of Peers" && document.year == 2015)
    #expect(
      document.outline == [
        "body|Other title|PIP", "body|Primary outcome|Adherence", "body|Trial numbers|P-1; R01 7",
      ])
  }

  @Test(arguments: [
    ("Author 1,Author 2,Title,Year,Journal", "\"Lee, Ann\",\"Roe, Bo\",Peers,2018,J", 2),
    ("First Author,Title,Year,Journal", "\"Lee, Ann\",Peers,2018,J", 1),
  ])
  func `authors in separate columns`(header: String, row: String, count: Int) {
    #expect(read(header, row).map(\.authors) == [Array(["Lee, Ann", "Roe, Bo"].prefix(count))])
  }

  @Test func `notes before the header and empty fields at the end of rows are ignored`() {
    let documents = read(
      "Export of my library,,,", "Date: 2020-01-01,,,", "Title,Authors,Year,Journal",
      "Peers,\"Lee, Ann\",2018,J,,")
    #expect(documents.map(\.title) == ["Peers"] && documents.map(\.venue) == ["J"])
  }

  @Test func `names of columns may have alternatives and remarks`() throws {
    let document = try #require(
      read(
        "ID,Author(s),Year (online),Title,Journal / Source,DOI/link,Sample size (n)",
        "1,\"Lee, Ann\",2018,Peers,J Peers,https://doi.org/10.1000/a,120"
      ).first)
    #expect(document.authors == ["Lee, Ann"] && document.year == 2018)
    #expect(document.venue == "J Peers" && document.doi == "10.1000/a")
    #expect(document.facets.sampleSize.map(\.value) == [120])
  }

  @Test func `a citation is the title of a record without one`() {
    let documents = read("Reference,Abstract", "Lee A. Peers. J Peers 2018.,We asked.")
    #expect(documents.map(\.title) == ["Lee A. Peers. J Peers 2018."])
  }

  @Test func `commas divide keywords of Embase`() {
    let documents = read(
      "TITLE,AUTHOR NAMES,PUI,AUTHOR KEYWORDS", "Peers,\"Lee A.\",L620000021,\"peers, pay\"")
    #expect(documents.map(\.keywords) == [["peers", "pay"]])
  }

  @Test func `line breaks of HTML divide the conditions of a trial`() {
    let documents = read(
      "TrialID,Public title,Condition,Intervention",
      "ISRCTN12345670,Peers,HIV<br>Grief,Peers visit.<br>Others wait.")
    #expect(documents.map(\.keywords) == [["HIV", "Grief"]])
    #expect(documents.map(\.text) == ["Intervention\n\nPeers visit.\nOthers wait."])
  }

  @Test func `the month of Web of Science is in a separate column`() throws {
    let text = "PT\tAU\tTI\tSO\tPD\tPY\nJ\tLee, A\tPeers\tJ PEERS\tMAR 5\t2018\n"
    let reading = ReadDocuments(contents: Array(text.utf8), name: "a.txt")
    let document = try #require(reading.documents.first)
    #expect(document.year == 2018 && document.imprint.month == 3 && document.imprint.day == 5)
  }

  @Test(arguments: [
    "title,authors,publicationYear", "Title,Authors,Publication-Year", "TITLE,AUTHORS,Pub. Year",
  ])
  func `names of columns are compared without spaces and punctuation`(header: String) {
    #expect(read(header, "Peers,\"Lee, Ann\",2018").map(\.year) == [2018])
  }

  @Test func `a budget with joined names is not a table of references`() {
    #expect(read("Title,StartDate,Sponsor,Cost", "Rent,2020-01-01,Mind,3").map(\.title) == ["t"])
  }
}
