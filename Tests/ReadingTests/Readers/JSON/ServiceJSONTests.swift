import Literature
import Reading
import Testing

/// JSON of Semantic Scholar, Europe PMC, ClinicalTrials.gov and Zotero.
struct ServiceJSONTests {
  private static let paper =
    #"{"paperId":"a1b2","corpusId":7,"externalIds":{"DOI":"10.1000/C","PubMed":"31000001","#
    + #""PubMedCentral":"6543210","ArXiv":null},"url":"https://www.semanticscholar.org/paper/a1b2","#
    + #""title":"Peers &amp; HIV","abstract":"Peers help.","venue":"AIDS Care","publicationVenue":"#
    + #"{"name":"AIDS Care","type":"journal","issn":"0954-0121"},"year":2019,"#
    + #""publicationDate":"2019-03-14","publicationTypes":["JournalArticle","MetaAnalysis"],"#
    + #""journal":{"name":"AIDS Care","volume":"31","pages":"\n  700 - 708\n "},"#
    + #""fieldsOfStudy":["Medicine"],"s2FieldsOfStudy":[{"category":"Medicine","source":"x"},"#
    + #"{"category":"Sociology","source":"x"}],"authors":[{"authorId":"1","name":"Ann B. Lee"},"#
    + #"{"authorId":"2","name":"Bo Roe"}]}"#

  @Test(
    arguments: [
      (paper, "a.json"), ("[\(paper)]", "a.json"), (paper, "a.jsonl"),
      ("{\"total\":1,\"offset\":0,\"data\":[\(paper)]}", "a.json"),
      ("{\"offset\":0,\"data\":[{\"isInfluential\":false,\"citingPaper\":\(paper)}]}", "a.json"),
      ("{\"recommendedPapers\":[\(paper)]}", "a.json"),
    ] as [(String, String)])
  func `a paper of Semantic Scholar is read`(text: String, name: String) throws {
    let reading = ReadDocuments(contents: Array(text.utf8), name: name)
    let document = try #require(reading.documents.first)
    #expect(reading.documents.count == 1 && reading.failures.isEmpty && reading.skipped.isEmpty)
    #expect(document.title == "Peers & HIV" && document.text == "Peers help.")
    #expect(document.authors == ["Lee, Ann B.", "Roe, Bo"] && document.year == 2019)
    #expect(document.imprint.month == 3 && document.imprint.day == 14)
    #expect(document.venue == "AIDS Care" && document.imprint.issn == "0954-0121")
    #expect(document.imprint.volume == "31" && document.imprint.pages == "700-708")
    #expect(document.type == "Journal Article; Meta-Analysis")
    #expect(document.doi == "10.1000/c" && document.identifier(.pmid) == "31000001")
    #expect(document.identifier(.pmcid) == "PMC6543210" && document.source.key == "a1b2")
    #expect(document.keywords == ["Medicine", "Sociology"])
  }

  @Test func `a line of a data set of Semantic Scholar is read`() throws {
    let text =
      #"{"corpusid":7,"externalids":{"ArXiv":"1706.03762","DOI":null},"title":"Peers","year":2017,"#
      + #""authors":[{"authorId":"1","name":"Ann Lee"}],"venue":"Peer Conference","journal":null,"#
      + #""publicationtypes":["Conference"],"publicationdate":"2017-06-12","url":"https://x.org/7"}"#
    let reading = ReadDocuments(contents: Array(text.utf8), name: "a.jsonl")
    let document = try #require(reading.documents.first)
    #expect(document.title == "Peers" && document.authors == ["Lee, Ann"])
    #expect(document.year == 2017 && document.imprint.month == 6)
    #expect(document.venue == "Peer Conference" && document.type == "Conference Paper")
    #expect(document.identifier(.accession) == "arXiv 1706.03762" && document.source.key == "7")
    #expect(reading.failures.isEmpty && reading.skipped.isEmpty)
  }

  private static let article =
    #"{"id":"31000001","source":"MED","pmid":"31000001","pmcid":"PMC6543210","doi":"10.1000/C","#
    + #""title":"Peers &amp; HIV.","authorString":"Lee AB, Peer Group.","authorList":{"author":[{"#
    + #""fullName":"Lee AB","firstName":"Ann B","lastName":"Lee","initials":"AB"},"#
    + #"{"collectiveName":"Peer Group"}]},"journalInfo":{"issue":"6","volume":"31","#
    + #""dateOfPublication":"2019 Mar","yearOfPublication":2019,"journal":{"title":"AIDS care","#
    + #""isoabbreviation":"AIDS Care","issn":"0954-0121"}},"pubYear":"2019","pageInfo":"700-708","#
    + #""abstractText":"<h4>Methods</h4>We asked.","language":"eng","pubTypeList":{"pubType":["#
    + #""Review","Journal Article"]},"meshHeadingList":{"meshHeading":[{"majorTopic_YN":"Y","#
    + #""descriptorName":"Peer Group","meshQualifierList":{"meshQualifier":[{"qualifierName":"#
    + #""trends"}]}}]},"keywordList":{"keyword":["pay"]}}"#

  @Test(
    arguments: [
      (article, "a.json"), ("[\(article)]", "a.json"), (article, "a.jsonl"),
      ("{\"version\":\"6.9\",\"hitCount\":1,\"resultList\":{\"result\":[\(article)]}}", "a.json"),
      ("{\n\"resultList\": {\n\"result\": [\n\(article)\n]}}", "a.json"),
    ] as [(String, String)])
  func `an article of Europe PMC is read`(text: String, name: String) throws {
    let reading = ReadDocuments(contents: Array(text.utf8), name: name)
    let document = try #require(reading.documents.first)
    #expect(reading.documents.count == 1 && reading.failures.isEmpty && reading.skipped.isEmpty)
    #expect(document.title == "Peers & HIV" && document.text == "Methods: We asked.")
    #expect(document.authors == ["Lee, Ann B", "Peer Group"] && document.year == 2019)
    #expect(document.venue == "AIDS care" && document.imprint.abbreviation == "AIDS Care")
    #expect(document.imprint.volume == "31" && document.imprint.issue == "6")
    #expect(document.imprint.pages == "700-708" && document.imprint.issn == "0954-0121")
    #expect(document.imprint.month == 3 && document.language == "en")
    #expect(document.type == "Review; Journal Article")
    #expect(document.doi == "10.1000/c" && document.identifier(.pmid) == "31000001")
    #expect(document.identifier(.pmcid) == "PMC6543210")
    #expect(document.keywords == ["*Peer Group/trends", "pay"])
  }

  @Test func `a short article of Europe PMC is read`() throws {
    let text =
      #"[{"id":"7","source":"MED","title":"Peers.","authorString":"Lee AB, Roe B.","pubYear":"2019","#
      + #""journalTitle":"AIDS Care","journalVolume":"31","issue":"6","journalIssn":"0954-0121; ","#
      + #""pageInfo":"1-9","pubType":"review; journal article"}]"#
    let reading = ReadDocuments(contents: Array(text.utf8), name: "a.json")
    let document = try #require(reading.documents.first)
    #expect(document.authors == ["Lee, AB", "Roe, B"] && document.venue == "AIDS Care")
    #expect(document.identifier(.pmid) == "7" && document.imprint.issn == "0954-0121")
    #expect(document.type == "review; journal article" && document.imprint.volume == "31")
  }

  private static let study =
    #"{"protocolSection":{"identificationModule":{"nctId":"NCT01234567","orgStudyIdInfo":{"id":"P-1"},"#
    + #""secondaryIdInfos":[{"id":"R01 7","type":"NIH"}],"briefTitle":"Peers in Prisons","#
    + #""officialTitle":"A Trial of Peers in Prisons","acronym":"PIP"},"statusModule":{"overallStatus":"#
    + #""COMPLETED","startDateStruct":{"date":"2015-09"},"studyFirstPostDateStruct":{"date":"#
    + #""2015-10-02"}},"sponsorCollaboratorsModule":{"leadSponsor":{"name":"University of Peers"}},"#
    + #""descriptionModule":{"briefSummary":"Peers help.","detailedDescription":"They are paid."},"#
    + #""conditionsModule":{"conditions":["HIV","Hepatitis C"],"keywords":["peer support","hiv"]},"#
    + #""designModule":{"studyType":"INTERVENTIONAL","enrollmentInfo":{"count":240,"type":"ACTUAL"}},"#
    + #""armsInterventionsModule":{"interventions":[{"type":"BEHAVIORAL","name":"Peer visits"}]}},"#
    + #""derivedSection":{"conditionBrowseModule":{"meshes":[{"id":"D1","term":"Hepatitis"}]}},"#
    + #""hasResults":false}"#

  @Test(
    arguments: [
      (study, "NCT01234567.json"), ("[\(study)]", "ctg-studies.json"), (study, "a.jsonl"),
      ("{\"totalCount\":1,\"studies\":[\(study)],\"nextPageToken\":\"x\"}", "a.json"),
      ("{\n\"studies\": [\n\(study)\n]}", "a.json"),
      (study.replacing("{\"protocolSection\"", with: "{\n \"protocolSection\""), "a.json"),
    ] as [(String, String)])
  func `a study of ClinicalTrials.gov is read`(text: String, name: String) throws {
    let reading = ReadDocuments(contents: Array(text.utf8), name: name)
    let document = try #require(reading.documents.first)
    #expect(reading.documents.count == 1 && reading.failures.isEmpty && reading.skipped.isEmpty)
    #expect(document.title == "Peers in Prisons" && document.type == "INTERVENTIONAL")
    #expect(document.identifier(.registry) == "NCT01234567" && document.authors.isEmpty)
    #expect(document.url == "https://clinicaltrials.gov/study/NCT01234567")
    #expect(document.year == 2015 && document.imprint.month == 9)
    #expect(document.imprint.publisher == "University of Peers")
    #expect(
      document.keywords == ["HIV", "Hepatitis C", "peer support", "Peer visits", "Hepatitis"])
    #expect(document.facets.sampleSize.map { $0.value } == [240])
    #expect(
      document.outline.suffix(3) == [
        "body|Other title|PIP: A Trial of Peers in", "body|Detailed description|They are paid.",
        "body|Trial numbers|P-1; R01 7",
      ])
    #expect(document.text.hasPrefix("Peers help.\n\nOther title\n\nPIP: A Trial"))
  }

  private static let item =
    #"{"key":"AB12CD34","itemType":"bookSection","title":"Roles","creators":[{"creatorType":"author","#
    + #""firstName":"Ann","lastName":"Lee"},{"creatorType":"editor","firstName":"Cy","lastName":"Ng"},"#
    + #"{"creatorType":"seriesEditor","name":"Peer Trust"}],"abstractNote":"Peers help.","#
    + #""bookTitle":"Handbook of Peers","series":"Peer Series","seriesNumber":"7","volume":"2","#
    + #""edition":"2nd ed.","place":"Leeds","publisher":"House","date":"March 2019","pages":"1-9","#
    + #""ISBN":"978-0-306-40615-7","url":"https://x.org/a","accessDate":"2024-05-12T10:00:00Z","#
    + #""language":"en-GB","extra":"DOI: 10.1000/C\nPMID: 31000001\nRead it.","#
    + #""tags":[{"tag":"peers"},{"tag":"HIV","type":1}],"collections":[]}"#

  @Test(
    arguments: [
      ("[{\"key\":\"AB12CD34\",\"version\":1,\"library\":{\"id\":7},\"data\":\(item)}]", "a.json"),
      ("{\"key\":\"AB12CD34\",\"version\":1,\"data\":\(item)}", "a.json"),
      ("{\"config\":{\"id\":\"x\"},\"collections\":{},\"items\":[\(item)]}", "a.json"),
      ("{\n\"items\": [\n\(item)\n]}", "a.json"), ("[\(item)]", "a.json"), (item, "a.jsonl"),
    ] as [(String, String)])
  func `an item of Zotero is read`(text: String, name: String) throws {
    let reading = ReadDocuments(contents: Array(text.utf8), name: name)
    let document = try #require(reading.documents.first)
    #expect(reading.documents.count == 1 && reading.failures.isEmpty && reading.skipped.isEmpty)
    #expect(document.title == "Roles" && document.type == "Book Section")
    #expect(document.authors == ["Lee, Ann"] && document.imprint.editors == ["Ng, Cy"])
    #expect(document.imprint.seriesEditors == ["Peer Trust"] && document.text == "Peers help.")
    #expect(document.venue == "Handbook of Peers" && document.imprint.series == "Peer Series")
    #expect(document.imprint.volume == "2" && document.imprint.issue == "7")
    #expect(document.imprint.edition == "2nd ed." && document.imprint.place == "Leeds")
    #expect(document.imprint.publisher == "House" && document.imprint.pages == "1-9")
    #expect(document.year == 2019 && document.imprint.month == 3 && document.language == "en")
    #expect(document.identifier(.isbn) == "9780306406157" && document.doi == "10.1000/c")
    #expect(document.identifier(.pmid) == "31000001" && document.imprint.notes == ["Read it."])
    #expect(document.keywords == ["peers", "HIV"] && document.imprint.accessed == "2024-05-12")
    #expect(document.source.key == "AB12CD34")
  }

  @Test func `notes, files and theses of Zotero`() {
    let text = """
      [{"data":{"key":"A","itemType":"thesis","title":"Pay","thesisType":"PhD","university":"Leeds",
      "creators":[{"creatorType":"author","firstName":"Ann","lastName":"Lee"},{"creatorType":
      "contributor","firstName":"Cy","lastName":"Ng"}],"notes":[{"note":"<p>Read <b>it</b>.</p>"}]}},
      {"data":{"key":"B","itemType":"attachment","parentItem":"A","title":"PDF"}},
      {"data":{"key":"C","itemType":"note","parentItem":"A","note":"<p>x</p>"}},
      {"data":{"key":"D","itemType":"note","note":"<p>x</p>"}},
      {"data":{"key":"E","itemType":"attachment","title":"PDF"}}]
      """
    let reading = ReadDocuments(contents: Array(text.utf8), name: "a.json")
    #expect(reading.documents.map(\.authors) == [["Lee, Ann"]])
    #expect(reading.documents.map(\.type) == ["Thesis; PhD"])
    #expect(reading.documents.first?.imprint.publisher == "Leeds")
    #expect(reading.documents.first?.imprint.notes == ["Read it.", "Supervisor: Ng, Cy"])
    #expect(
      reading.skipped == [
        "/folder/a.json, line 5: is a note that is separate from its item",
        "/folder/a.json, line 6: is a note that belongs to no item",
        "/folder/a.json, line 7: is a file that belongs to no item",
      ])
    #expect(reading.failures.isEmpty)
  }
}
