import Literature
import Reading
import Testing

struct TableReaderTests {
  @Test(arguments: [
    (
      "PubMed",
      "PMID,Title,Authors,Journal/Book,Publication Year,PMCID,DOI\n"
        + "12,\"Peers, at work\",\"Lee A, Chen B.\",J,2020,PMC123,10.1000/a",
      ["Lee, A", "Chen, B."]
    ),
    (
      "Scopus",
      "Authors,Author full names,Title,Year,Source title,Abstract,DOI\n"
        + "\"Lee, A.; Chen, B.\",\"Lee, Ann (12345678900); Chen, Bo (12345678901)\","
        + "\"Peers, at work\",2020,J,[No abstract available],10.1000/a",
      ["Lee, Ann", "Chen, Bo"]
    ),
    (
      "spreadsheet with tabs",
      "title\tauthors\tyear\tjournal\tdoi\nPeers, at work\tLee and Chen\t2020.0\tJ\t10.1000/a",
      ["Lee", "Chen"]
    ),
    (
      "a note before the header",
      "\"About the data: Exported on Jan 10, 2024.\"\nTitle,Authors,PubYear,Source title,DOI\n"
        + "\"Peers, at work\",\"Lee, Ann; Chen, Bo\",2020,J,10.1000/a",
      ["Lee, Ann", "Chen, Bo"]
    ),
    (
      "Excel's delimiter",
      "sep=;\r\nTitle;Authors;Year;Journal;DOI\r\nPeers, at work;Lee A;2020;J;10.1000/a",
      ["Lee, A"]
    ),
    (
      "German", "Titel;Autor;Jahr;Zeitschrift;DOI\nPeers, at work;Müller, J;2020;J;10.1000/a",
      ["Müller, J"]
    ),
    (
      "OpenAlex",
      "id,doi,display_name,publication_year,primary_location.source.display_name,"
        + "authorships.author.display_name\n"
        + "https://openalex.org/W1,https://doi.org/10.1000/a,\"Peers, at work\",2020,J,A Lee|B Chen",
      ["Lee, A", "Chen, B"]
    ),
    (
      "semicolons", "title;authors;year;journal;doi\nPeers, at work;Lee A;2020;J;10.1000/a",
      ["Lee, A"]
    ),
  ])
  func `exports are read by their columns`(_ name: String, _ text: String, _ authors: [String])
    throws
  {
    let document = try #require(
      ReadDocuments(TableReader(), text, name: "table.csv").documents.first, "\(name)")
    #expect(document.title == "Peers, at work")
    #expect(document.authors == authors)
    #expect(document.year == 2020)
    #expect(document.venue == "J")
    #expect(document.text.isEmpty)
    #expect(document.id == "10.1000/a")
  }

  @Test(arguments: [
    ("journalArticle", "Journal Article"), ("conferencePaper", "Conference Paper"),
    ("bookSection", "Book Section"), ("magazineArticle", "Magazine Article"),
    ("thesis", "Thesis"), ("document", nil), ("letter", "letter"),
    ("Journal Article", "Journal Article"),
  ])
  func `item types of Zotero have the names of other formats`(
    code: String, type: String?
  ) throws {
    let text = "Key,Item Type,Title,Year\nA1,\(code),Peers,2020"
    let document = try #require(ReadDocuments(TableReader(), text, name: "z.csv").documents.first)
    #expect(document.type == type)
  }

  @Test func `a quotation mark that never closes does not hide the rows after it`() {
    let text = "title,authors,year\n\"One,Lee A,2010\nTwo,Roe B,2011\nThree \"x\",Foe C,2012\n"
    let reading = ReadDocuments(TableReader(), text, name: "t.csv")
    #expect(reading.documents.map(\.title) == ["Two", "Three \"x\""])
    #expect(reading.failures == ["/folder/t.csv, line 2: has an unclosed quotation mark"])
  }

  @Test(arguments: [
    "Pages\n3-4", "Pagination\n3-4", "StartPage,EndPage\n3,4",
    "biblio.first_page,biblio.last_page\n3,4",
    "Seiten\n3-4", "páginas\n3-4",
  ])
  func `pages have many names`(columns: String) throws {
    let parts = columns.split(separator: "\n")
    let text = "Title,Authors,Year,\(parts[0])\nPeers,Lee A,2020,\(parts[1])\n"
    let reading = ReadDocuments(TableReader(), text, name: "t.csv")
    #expect(reading.documents.map(\.imprint.pages) == ["3-4"])
  }

  @Test func `the type of Web of Science is not its letter`() {
    let text =
      "Publication Type,Article Title,Document Type,Publication Year\nJ,Peers,Article,2020\n"
    let reading = ReadDocuments(TableReader(), text, name: "t.csv")
    #expect(reading.documents.map(\.type) == ["Article"])
  }

  @Test func `registry exports are read`() throws {
    let text = """
      NCT Number,Study Title,Brief Summary,Conditions,Enrollment,Study Type
      NCT01234567,Peer trial,What it does.,HIV|Depression,120,INTERVENTIONAL
      """
    let document = try #require(ReadDocuments(TableReader(), text, name: "t.csv").documents.first)
    #expect(document.id == "NCT01234567")
    #expect(document.keywords == ["HIV", "Depression"])
    #expect(document.facets.sampleSize.map(\.value) == [120])
    #expect(document.type == "INTERVENTIONAL")
  }

  @Test func `bad rows and tables are reported`() {
    let reading = ReadDocuments(
      TableReader(), "title,year\nOne,2020\na,b,c\n,2020\n\"open,2021\nTwo,2021", name: "t.csv")
    #expect(reading.documents.map(\.title) == ["One", "Two"])
    #expect(
      reading.failures == [
        "/folder/t.csv, line 3: has 3 fields, but the header has 2",
        "/folder/t.csv, line 5: has an unclosed quotation mark",
      ])
    #expect(
      reading.skipped == [
        "/folder/t.csv, line 4: is empty (no title, author, abstract or identifier)"
      ])
  }

  @Test(
    arguments: [
      (
        "budget-2024.csv", "Year,Title,Amount\n2023,Salaries,210000\n2023,Rent,18000\n",
        "Year | Title | Amount\n\n2023 | Salaries | 210000\n\n2023 | Rent | 18000", "budget 2024",
        2024
      ),
      (
        "rota.tsv", "Day\tWorker\tTitle\nMonday\tPW1\tPeer worker\n",
        "Day | Worker | Title\n\nMonday | PW1 | Peer worker", "rota", nil
      ),
      (
        "log.csv", "Name,Course,Date,Passed\nA Smith,Mentoring 1,2024-02-01,yes\n",
        "Name | Course | Date | Passed\n\nA Smith | Mentoring 1 | 2024-02-01 | yes", "log", nil
      ),
      (
        "feedback.csv", "date;service;comment\n2024-01-03;Wards;\"Good; but\nlate\"\n",
        "date | service | comment\n\n2024-01-03 | Wards | Good; but late", "feedback", nil
      ),
      ("a.csv", "colour,size\nred,3", "colour | size\n\nred | 3", "a", nil),
      (
        "staff.csv", "Name,Date,Location,Type,Notes\nAnn,2020-01-02,Leeds,Paid,None\n",
        "Name | Date | Location | Type | Notes\n\nAnn | 2020-01-02 | Leeds | Paid | None", "staff",
        nil
      ),
      (
        "b.csv", "Costs of peer support 2019,,\nItem,Cost,\nRent,9,\n",
        "Costs of peer support 2019\n\nItem | Cost\n\nRent | 9", "Costs of peer support 2019", 2019
      ),
      (
        "c.csv", "Title,Description,Owner\nRisk 1,Loss,AS\n",
        "Title | Description | Owner\n\nRisk 1 | Loss | AS", "c", nil
      ),
    ] as [(String, String, String, String, Int?)])
  func `a table without references is one document`(
    name: String, table: String, text: String, title: String, year: Int?
  ) throws {
    let reading = ReadDocuments(contents: Array(table.utf8), name: name)
    let document = try #require(reading.documents.first)
    #expect(reading.documents.count == 1 && reading.failures.isEmpty && reading.skipped.isEmpty)
    #expect(document.text == text)
    #expect(document.title == title && document.year == year)
  }

  @Test(
    arguments: [
      ("Authors,Year,DOI\nLee A,2020,10.1000/a\n", 1),
      ("Lee A,2020,One,10.1000/a\nRoe B,2021,Two,10.1000/b\nFoe C,2022,Three,\n", 1),
      ("Journal Article,Lee A,2020,One\nJournal Article,Roe B,2021,Two\n", 1),
      ("Study,Country,DOI\nLee,UK,10.1000/a\nRoe,UK,10.1000/b\n", 0),
      ("Lee A,2020,One,10.1000/a\nRoe B,2021,Two,\n", 0),
    ] as [(String, Int)])
  func `references without a column for titles are read as one text, and reported`(
    table: String, failures: Int
  ) {
    let reading = ReadDocuments(TableReader(), table, name: "t.csv")
    #expect(reading.documents.map(\.title) == ["t"])
    let reason =
      "lists references but names no column for their titles, so it is read as one text; name the "
      + "columns in the first row, such as Title, Authors and DOI"
    #expect(reading.failures == Array(repeating: "/folder/t.csv: \(reason)", count: failures))
  }

  @Test(arguments: [
    "title,year\nOne,2020\n", "Title,Author,Amount\nOne,Lee A,3\n",
    "Title,Year,DOI,Reviewer\nOne,2020,10.1000/a,AS\n", "Title,Abstract,Included\nOne,Text.,1\n",
    "Title,Year,Journal,Decision\nOne,2020,J,yes\n", "\u{FEFF}Title,Description\nOne,Text.\n",
    "title,method,setting\nOne,review,none\n", "Study Title,Status\nOne,open\n",
    "Title,Date,URL,Notes\nOne,2020-01-02,https://example.org,Read\n",
    "TrialID,Public_title,Scientific_title\nISRCTN12345678,One,First\n",
  ])
  func `a table of references with other columns has a record for each row`(table: String) {
    let reading = ReadDocuments(TableReader(), table, name: "t.csv")
    #expect(reading.documents.map(\.title) == ["One"])
  }

  @Test(arguments: [
    (
      "Covidence",
      "Title,Authors,Abstract,Published Year,Published Month,Journal,Volume,Issue,Pages,Accession Number,"
        + "DOI,Ref,Covidence #,Study,Notes,Tags",
      "One,\"Lee, A; Chen, B\",Text.,2020,3,J,1,2,3-4,,10.1000/x,5,#17,Lee 2020,,a; b", "#17"
    ),
    (
      "Rayyan",
      "key,title,year,month,day,journal,issn,volume,issue,pages,authors,url,language,publisher,location,"
        + "abstract,notes,doi,keywords",
      "rayyan-9,One,2020,3,1,J,1234-5678,1,2,3-4,Lee A and Chen B,,eng,,,Text.,,10.1000/x,\"a, b\"",
      "rayyan-9"
    ),
    (
      "EPPI-Reviewer",
      "ItemId,Imported Id,Title,Parent Title,Authors,Year,Month,Standard Number,Volume,Issue,Pages,"
        + "Abstract,URL,DOI,Keywords,Type Name,Comments",
      "77,5,One,J,Lee A; Chen B,2020,3,1234-5678,1,2,3-4,Text.,,10.1000/x,a; b,Journal Article,",
      "77"
    ),
  ])
  func `columns of screening tools`(tool: String, header: String, row: String, key: String) throws {
    let reading = ReadDocuments(TableReader(), "\(header)\n\(row)\n", name: "t.csv")
    let document = try #require(reading.documents.first)
    #expect(document.source.key == key)
    #expect(document.title == "One" && document.venue == "J" && document.year == 2020)
    #expect(document.authors.count == 2)
    #expect(document.imprint.pages == "3-4" && document.imprint.volume == "1")
    #expect(document.doi == "10.1000/x")
    #expect(document.text == "Text.")
  }

  @Test func `a line that is too long is reported`() {
    let long = "Two," + String(repeating: "x", count: 1 << 26)
    let reading = ReadDocuments(
      TableReader(), "title,abstract\nOne,a\n\(long)\nThree,c\n", name: "t.csv")
    #expect(reading.documents.map(\.title) == ["One", "Three"])
    #expect(reading.failures.count == 1)
    #expect(reading.failures.first?.hasPrefix("/folder/t.csv, line 3: is too large") == true)
  }

  @Test func `the fields of EPPI-Reviewer`() throws {
    let text =
      "ItemId,Title,ParentTitle,City,Standardnumber,Keywords,Authors\n"
      + "77,One,J,Melbourne,1445-8330,\"peer work\nlived experience\",\"Lee Ann K; Ng Bo\"\n"
    let document = try #require(ReadDocuments(TableReader(), text, name: "t.csv").documents.first)
    #expect(document.imprint.place == "Melbourne" && document.imprint.issn == "1445-8330")
    #expect(document.keywords == ["peer work", "lived experience"])
    #expect(document.authors == ["Lee, Ann K", "Ng, Bo"])
  }

  @Test func `one accent in Windows-1252`() {
    let bytes = Array("title,authors,year\nOne,M".utf8) + [0xFC] + Array("ller A,2020\n".utf8)
    let reading = ReadDocuments(TableReader(), bytes, name: "t.csv")
    #expect(reading.documents.first?.authors == ["Müller, A"] && reading.repaired.isEmpty)
  }

  @Test func `a row of placeholders is empty`() {
    let reading = ReadDocuments(
      TableReader(), "title,year,doi\nOne,NA,NA\nNA,NA,NA\n", name: "t.csv")
    #expect(reading.documents.map(\.title) == ["One"])
    #expect(reading.skipped.count == 1)
  }

  @Test func `a table of Embase with a row for each field is read`() {
    let text = """
      "TITLE","Peer support for people with HIV: a pilot"
      "AUTHOR NAMES","Okafor C.","Nguyen T."
      "SOURCE","AIDS Care (2018) 30:5 (560-568). Date of Publication: 4 May 2018"
      "PUBLICATION YEAR","2018"
      "MEDLINE PMID","29366340 (http://www.ncbi.nlm.nih.gov/pubmed/29366340)"
      "DOI","10.1000/a"

      "TITLE","Second record"
      "AUTHOR NAMES","Doe J."
      "SOURCE","J. Peers (2017)"
      "PUBLICATION YEAR","2017"
      """
    let reading = ReadDocuments(TableReader(), text, name: "embase.csv")
    #expect(reading.failures == [])
    #expect(
      reading.documents.map(\.title)
        == ["Peer support for people with HIV: a pilot", "Second record"])
    #expect(reading.documents.map(\.authors) == [["Okafor, C.", "Nguyen, T."], ["Doe, J."]])
    #expect(reading.documents.map(\.venue) == ["AIDS Care", "J. Peers"])
    #expect(reading.documents.map(\.year) == [2018, 2017])
    #expect(reading.documents.map(\.source.line) == [1, 8])
    let first = reading.documents.first
    #expect(first?.imprint.volume == "30" && first?.imprint.issue == "5")
    #expect(first?.imprint.pages == "560-568")
    #expect(first?.identifiers.map(\.line).sorted() == ["doi:10.1000/a", "pmid:29366340"])
  }

  @Test func `a table whose first title is the name of a field is no table of fields`() {
    let reading = ReadDocuments(TableReader(), "title,abstract\nAuthors,Of books\n", name: "a.csv")
    #expect(reading.documents.map(\.title) == ["Authors"])
  }

  @Test(arguments: [
    (
      "savedrecs.txt",
      "PT\tAU\tAF\tCA\tTI\tSO\tDE\tID\tPY\tDI\tUT\n"
        + "J\tLee, A\tLee, Ann\tPeer Study Grp\tPeers\tJ Peers\tpeer work\tMENTAL-HEALTH; CARE"
        + "\t2020\t10.1000/a\tWOS:000212345600012\n"
    ),
    (
      "savedrecs.csv",
      "Publication Type,Authors,Author Full Names,Group Authors,Article Title,Source Title,"
        + "Author Keywords,Keywords Plus,Publication Year,DOI,UT (Unique WOS ID)\n"
        + "J,\"Lee, A\",\"Lee, Ann\",Peer Study Grp,Peers,J Peers,peer work,MENTAL-HEALTH; CARE,"
        + "2020,10.1000/a,WOS:000212345600012\n"
    ),
  ])
  func `group authors and Keywords Plus of Web of Science are read`(
    name: String, text: String
  ) throws {
    let reading = ReadDocuments(contents: Array(text.utf8), name: name)
    let document = try #require(reading.documents.first)
    #expect(document.title == "Peers" && document.venue == "J Peers" && document.year == 2020)
    #expect(document.authors == ["Lee, Ann", "Peer Study Grp"])
    #expect(document.keywords == ["peer work", "MENTAL-HEALTH", "CARE"])
    #expect(document.source.key == "WOS:000212345600012")
  }

  @Test func `columns of SpringerLink are known`() throws {
    let text =
      "Item Title,Publication Title,Journal Volume,Item DOI,Authors,Publication Year,URL,Content Type\n"
      + "Peers,J Peers,3,10.1000/a,Ann LeeBo McDonald,2020,http://example.org/a,Article\n"
    let document = try #require(
      ReadDocuments(TableReader(), text, name: "a.csv").documents.first)
    #expect(document.title == "Peers" && document.venue == "J Peers" && document.year == 2020)
    #expect(document.doi == "10.1000/a" && document.type == "Article")
    #expect(document.authors == ["Lee, Ann", "McDonald, Bo"])
    #expect(document.imprint.volume == "3")
  }

  @Test func `columns of the WHO's register of trials are known`() throws {
    let text =
      "TrialID,Public title,Scientific title,Date registration,Web address,Target size\n"
      + "NCT01234567,Peers,A trial of peers,2020-03-05,http://example.org/a,40\n"
    let document = try #require(
      ReadDocuments(TableReader(), text, name: "a.csv").documents.first)
    #expect(document.title == "Peers" && document.year == 2020)
    #expect(document.outline == ["body|Other title|A trial of peers"])
    #expect(document.facets.sampleSize.map(\.value) == [40])
    #expect(document.identifier(.registry) == "NCT01234567")
  }
}
