import Analysis
import Literature
import Testing

/// Which records describe the same work.
struct RecordMatchTests {
  private let analyzer: Analyzer

  init() throws { analyzer = try Analyzer() }

  private static let title = "Peer workers' roles in hepatitis C care: a qualitative study"

  private func record(
    _ title: String = Self.title, _ author: String? = "Baird, J. K.", _ year: Int? = 2019,
    _ identifiers: [Identifier] = [], journal: String? = nil, volume: String? = nil,
    pages: String? = nil, type: String? = nil, edition: String? = nil
  ) -> Document {
    var document = Document(id: "x", source: Source(path: "/a"))
    document.title = title
    document.authors = author.map { [$0] } ?? []
    document.year = year
    document.identifiers = identifiers
    document.venue = journal
    document.imprint.volume = volume
    document.imprint.pages = pages
    document.type = type
    document.imprint.edition = edition
    return document
  }

  private func match(_ left: Document, _ right: Document) -> RecordMatch {
    analyzer.match(left, right)
  }

  @Test(arguments: ["Baird, J. K.", "Baird JK", "J K Baird", "BAIRD, John", "John Kevin Baird"])
  func `titles and authors are the same however they are written`(author: String) {
    let other = record("PEER WORKERS’ ROLE IN HEPATITIS-C CARE - A QUALITATIVE STUDY.", author)
    #expect(match(record(), other) == .same(.title))
  }

  @Test(arguments: [
    (2019, 2019, RecordMatch.same(.title)), (2019, 2024, .different), (Int.min, 2019, .different),
    (Int.min, Int.max, .different), (Int.max, -1, .different), (Int.min, Int.min, .same(.title)),
    (0, Int.min, .different),
  ])
  func `any numbers can be years`(left: Int, right: Int, expected: RecordMatch) {
    let author = "Baird, J. K."
    #expect(match(record(Self.title, author, left), record(Self.title, author, right)) == expected)
  }

  @Test(arguments: [
    "Peer workers' roles in hepatitis C & HIV care: a qualitative study [Review] [29 refs]",
    "Peer workers' roles in <i>hepatitis C</i> and HIV care: a qualitative study",
    "Peer workers' roles in hepatitis C and HIV care: a qualitative study (English)",
    "Peer workers' roles in hepatitis C &amp; HIV care: a qualitative study. [Review].",
  ])
  func `markup and notes are not part of a title`(title: String) {
    let one = record("Peer workers' roles in hepatitis C and HIV care: a qualitative study")
    #expect(match(one, record(title.replacing("&amp;", with: "&"))) == .same(.title))
  }

  @Test(arguments: [
    "DECISION AIDS AND STIGMA OF HIV/AIDS IN THE US",
    "Decision aid and stigma of HIV/AIDS in the US",
    "Decision aids & stigma of Hiv/Aids in the Us",
  ])
  func `acronyms with terms of their own are compared like other words`(title: String) {
    let one = record("Decision aids and stigma of HIV/AIDS in the US")
    #expect(match(one, record(title)) == .same(.title))
  }

  @Test(arguments: [
    "Peer wokrers' roles in hepatitis C care: a qualitative study",
    "Peeer workers' roles in hepatitis C care: a qualitative study",
    "Peer workers' roels in hepatitis C care: a qualitative study",
    "Peer workers' roles in hepatitis C care: a qualitative sutdy",
    "Pee rworkers' roles in hepatitis C care: a qualitative study",
  ])
  func `one typing error does not make another work`(title: String) {
    #expect(match(record(), record(title)) == .same(.title))
    #expect(match(record(), record(title, "Smith, A.")) != .same(.title))
  }

  /// A record on a page of a supplement.
  private func abstract(_ title: String) -> Document {
    record(title, journal: "AIDS Care", volume: "62", pages: "S700")
  }

  @Test(arguments: [
    (
      "Peer support for men living with HIV in Kenya",
      "Peer support for women living with HIV in Kenya"
    ),
    ("Peer support for adults with HIV in Kenya", "Peer support for children with HIV in Kenya"),
    ("Peer support of adults with HIV in Kenya", "Peer support of adults with HIV in Uganda"),
    (
      "Barriers to peer support in prison health care",
      "Facilitators of peer support in prison health care"
    ),
    (
      "PEERS study phase 1: peer support in prisons", "PEERS study phase 2: peer support in prisons"
    ),
    (
      "PEERS study phase I: peer support in prisons",
      "PEERS study phase II: peer support in prisons"
    ),
    ("Peer support in diabetes: 6-month outcomes", "Peer support in diabetes: 12-month outcomes"),
    ("Peer support for people with hepatitis B", "Peer support for people with hepatitis C"),
    ("Peer support of adherent people in Kenya", "Peer support of non-adherent people in Kenya"),
    ("Peer support of people with pain in Kenya", "Peer support of people without pain in Kenya"),
    ("Peer support for people with hepatitis A", "Peer support for people with hepatitis C"),
    ("Peer support and maternal mental health", "Peer support and paternal mental health"),
    ("Peer support before discharge from hospital", "Peer support after discharge from hospital"),
    (
      "The dental health of people who give peer support",
      "The mental health of people who give peer support"
    ),
    ("Peer support of adults with HIV in Gambia", "Peer support of adults with HIV in Zambia"),
    ("Peer support of adults with HIV in Niger", "Peer support of adults with HIV in Nigeria"),
  ])
  func `titles that differ in a number or in a word that changes the meaning are two works`(
    title: String, other: String
  ) {
    #expect(match(abstract(title), abstract(other)) == .possible(.volumeAndPage))
    #expect(match(abstract(title), abstract(title)) == .same(.volumeAndPage))
    #expect(match(record(title), record(other)) != .same(.title))
  }

  @Test(arguments: [
    (
      "Peer support for men living with HIV in Kenya",
      "Peer support for men lviing with HIV in Kenya"
    ),
    (
      "Peer support for men living with HIV in Kenya",
      "Peer support for men livin with HIV in Kenya"
    ),
    ("A peer support programme for men in Kenya", "A peer support program for men in Kenya"),
    ("Peer support for people in Nigerian cities", "Peer support for people in Nigeria cities"),
    ("Peer-led support for men with HIV in Kenya", "Peerled support for men with HIV in Kenya"),
    ("Health care and peer support of men in Kenya", "Healthcare and peer support of men in Kenya"),
    ("Randomised trial of peer support for men", "Randomized trials of peer support for men"),
    ("Phase 2 of a trial of peer support for men", "Phase II of a trial of peer support for men"),
    ("Two trials of peer support for men in Kenya", "2 trials of peer support for men in Kenya"),
    ("Peer support for children with HIV in Kenya", "Peer support for child with HIV in Kenya"),
    ("Peer support versus care for men in Kenya", "Peer support vs care for men in Kenya"),
    ("Peer support and men's health in Kenya", "Peer support and men health in Kenya"),
    ("Peer support of people with HIV in Kenya", "Peer support ofpeople with HVI in Kenya"),
    ("Peer support of people with HIV in Kenya", "Peer support of people with HIIV in Kenya"),
    ("Peer support and β blockers in Kenya", "Peer support and beta blockers in Kenya"),
    ("A dose of 0.5 mg in 1,204 men of Kenya", "A dose of 0·5 mg in 1204 men of Kenya"),
    (
      "Diabetes education and peer support: a pilot study",
      "Educación en diabetes y peer support: estudio piloto"
    ),
  ])
  func `a word, number or title that is written otherwise does not make another work`(
    title: String, other: String
  ) {
    #expect(match(abstract(title), abstract(other)) == .same(.volumeAndPage))
  }

  @Test(arguments: [
    "Original article: Peer workers' roles in hepatitis C care: a qualitative study",
    "Peer workers' roles in hepatitis C care: a qualitative study (Article)",
    "Peer workers&apos; roles in hepatitis C care&#x3A; a qualitative study",
    "Peer workers' roles in hepatitis C care: a …",
    "Peer workers' roles in hepatitis C care...",
  ])
  func `labels, character references and cut titles are understood`(title: String) {
    #expect(match(record(), record(title)) == .same(.title))
  }

  @Test(arguments: [
    "Erratum: ", "Correction to: ", "Corrigendum to ", "Retraction for ", "Reply to: ",
    "Author's reply: ",
  ])
  func `an erratum or a reply is not the article`(label: String) {
    let title = Self.title + " of people in prisons, hostels and clinics of the north of the city"
    #expect(match(record(title), record(label + title)) != .same(.title))
    #expect(match(record(label + title), record(label + title)) == .same(.title))
    // Databases give errata the pages of the article.
    func printed(_ title: String, _ type: String? = nil) -> Document {
      record(title, journal: "Gen Hosp Psychiatry", volume: "33", pages: "29", type: type)
    }
    #expect(match(printed(title), printed(label + title)) == .possible(.volumeAndPage))
    #expect(match(printed(label + title), printed(label + title)) == .same(.volumeAndPage))
    #expect(
      match(printed(title), printed(title, "Journal Article; Published Erratum"))
        != .same(.volumeAndPage))
    #expect(match(printed(title), printed(title, "Retracted Publication")) == .same(.volumeAndPage))
  }

  @Test(arguments: [
    ("Erratum: ", "Correction to: "), ("Erratum to ", "Corrigendum: "),
    ("Correction: ", "Errata for “"),
    ("Corrigendum to: ", "Correction notice: "), ("ERRATUM: ", "Erratum for: "),
  ])
  func `a correction is one work, however its title is worded`(label: String, other: String) {
    let title = Self.title + " of people in prisons, hostels and clinics of the north of the city"
    let erratum = record(label + title)
    let noted = record(title + " (vol 33, pg 29, 2011)")
    #expect(match(erratum, record(other + title)) == .same(.title))
    #expect(match(erratum, noted) == .same(.title))
    #expect(match(record(title), record(other + title)) == .possible(.title))
    #expect(match(record(title), noted) == .possible(.title))
    // An article may have two.
    let (first, second) = (Identifier(.doi, "10.1000/1"), Identifier(.doi, "10.1000/2"))
    #expect(
      match(
        record(label + title, "Lee", 2019, [first]), record(other + title, "Lee", 2019, [second]))
        == .possible(.title))
    // The label is the whole title, or a part of it.
    #expect(match(record(label + "Peers"), record(other + "Peers")) != .same(.title))
    let methods = "Correction for measurement error in surveys of peer workers"
    #expect(
      match(record(methods), record("Measurement error in surveys of peer workers"))
        != .same(.title))
  }

  @Test func `a title that ends early without a mark is only similar`() {
    #expect(
      match(record(), record("Peer workers' roles in hepatitis C care", "Lee")) == .different)
    let long = record("Peer workers' roles in hepatitis C care: views of people in prisons")
    #expect(match(long, record("Peer workers' roles in hepatitis C care")) == .possible(.title))
  }

  @Test func `a long title is enough where references have little else`() {
    let title = "Standards for the supervision and employment of peer support workers in the north"
    func reference(_ year: Int?, _ author: String? = nil, key: String? = "1") -> Document {
      var document = record(title, author, year)
      document.source.key = key
      return document
    }
    #expect(match(reference(2019), reference(2019)) == .same(.title))
    #expect(match(reference(nil), reference(nil)) == .same(.title))
    var withText = reference(nil)
    withText.text = "Peers."
    withText.sections = [Section(bytes: 0..<6)]
    #expect(match(withText, withText) == .possible(.title))
    #expect(match(withText, reference(nil)) == .same(.title))
    #expect(match(reference(2019, "Lee, A"), reference(nil)) == .same(.title))
    #expect(match(reference(2019), reference(2020)) == .possible(.title))
    // Pages of a web site may have the same title.
    #expect(match(reference(nil, key: nil), reference(nil)) == .possible(.title))
    #expect(match(reference(2019, key: nil), reference(2019, key: nil)) == .possible(.title))
  }

  @Test func `a short title needs the same authors or journal`() {
    func short(_ authors: [String], _ year: Int?, _ journal: String? = nil) -> Document {
      var document = record("Vasovagal syncope", nil, year, journal: journal)
      document.authors = authors
      return document
    }
    let both = ["Fenton, A M", "Hammill, S C"]
    #expect(match(short(both, 2000), short(["Fenton AM", "Hammill SC"], nil)) == .same(.title))
    #expect(match(short(both, 2000, "Lancet"), short(both, 1999, "Lancet")) == .same(.title))
    #expect(match(short(["Lee, A"], 2000, "Lancet"), short(["Lee A"], 1999)) == .possible(.title))
    #expect(match(short(both, 2000, "Lancet"), short(both, nil, "Chest")) == .possible(.title))
  }

  @Test func `a typing error in a short title makes a possible duplicate`() {
    func short(_ title: String, _ author: String = "Ng, C", _ journal: String = "Gut") -> Document {
      record(title, author, 2016, journal: journal)
    }
    #expect(match(short("Peer support"), short("Peer suport")) == .possible(.title))
    #expect(match(short("Paid peer work"), short("Paid peer wrok")) == .possible(.title))
    #expect(match(short("Peer support"), short("Peer suport", "Lee, A")) == .different)
    #expect(match(short("Peer support"), short("Peer suport", "Ng, C", "Chest")) == .different)
    #expect(match(short("Peer support 1"), short("Peer support 2")) == .different)
    #expect(match(short("Peer support"), short("Peer report")) == .different)
  }

  @Test func `text in parentheses is part of a title`() {
    let one = record("A trial of peer support in hepatitis C (the CLAIR trial)")
    let other = record("A trial of peer support in hepatitis C (the TREAT trial)")
    #expect(match(one, other) != .same(.title))
  }

  @Test func `a title with another author or a far year is another work`() {
    #expect(match(record(), record(Self.title, "Smith, A.")) == .possible(.title))
    #expect(match(record(), record(year: 2021)) == .different)
  }

  private func record(year: Int?) -> Document { record(Self.title, "Baird, J. K.", year) }

  @Test func `the year may be missing or the next`() {
    #expect(match(record(), record(year: nil)) == .same(.title))
    #expect(match(record(), record(year: 2020)) == .same(.title))
    #expect(match(record(), record(Self.title, nil, 2019)) == .same(.title))
    #expect(match(record(), record(Self.title, nil, 2020)) == .possible(.title))
    let journal = record(Self.title, nil, 2020, journal: "J Viral Hepat")
    #expect(match(record(journal: "Journal of Viral Hepatitis"), journal) == .same(.title))
  }

  @Test func `a title says little where everything else differs`() {
    let one = record(journal: "Gut", volume: "3", pages: "10-19")
    let other = record(journal: "Chest", volume: "8", pages: "S4")
    #expect(match(one, other) == .possible(.title))
  }

  @Test func `a short title tells nothing`() {
    #expect(match(record("Editorial"), record("Editorial")) == .different)
  }

  /// A record of a file of records.
  private func reference(
    _ title: String, _ author: String?, _ year: Int?, journal: String? = nil,
    volume: String? = nil, pages: String? = nil, key: String = "1"
  ) -> Document {
    var document = record(title, author, year, journal: journal, volume: volume, pages: pages)
    document.source.key = key
    return document
  }

  @Test(
    arguments: [
      ("Peer two", "Brown, B"), ("Editorial", "Brown, B"), ("Depression", nil), ("HIV", nil),
      ("Peer two workers", nil),
    ] as [(String, String?)])
  func `references with the same short title that differ in nothing are possible duplicates`(
    title: String, author: String?
  ) {
    for year in [2020, nil] as [Int?] {
      let one = reference(title, author, year, journal: "Gut")
      let copy = reference(title, author, year, journal: "Gut", key: "2")
      #expect(match(one, copy) == .possible(.title))
      #expect(match(one, reference(title, author, 1999, journal: "Gut")) == .different)
      #expect(match(one, reference(title, author, year, journal: "Lancet")) == .different)
      #expect(match(one, reference(title, "Lee, A", year, journal: "Gut")) == .different)
      #expect(
        match(
          reference(title, author, year, volume: "1", pages: "7"),
          reference(title, author, year, volume: "2", pages: "7")) == .different)
      #expect(match(one, record(title, author, year, journal: "Gut")) == .different)
    }
  }

  @Test func `volume, page and author identify a work`() {
    let one = record(journal: "Clin Microbiol Rev", volume: "32", pages: "e11-e19")
    var other = record(
      "Roles of peer workers in the care of hepatitis C", "Baird JK", 2020,
      journal: "Clinical Microbiology Reviews", volume: "32(4)", pages: "E11")
    #expect(match(one, other) == .same(.volumeAndPage))
    other.imprint.pages = "pp. e11–e19"
    #expect(match(one, other) == .same(.volumeAndPage))
    other.imprint.volume = "33"
    #expect(match(one, other) == .different)
  }

  @Test func `identifiers decide`() {
    let doi = Identifier(.doi, "10.1000/a")
    #expect(
      match(record("A", nil, nil, [doi]), record("B", nil, nil, [doi])) == .same(.identifier(doi)))
    let key = Identifier(.accession, "7")
    #expect(match(record("A", nil, nil, [key]), record("B", nil, nil, [key])) == .different)
    let pmids = [Identifier(.pmid, "1"), Identifier(.pmid, "2")]
    #expect(
      match(
        record(Self.title, "Lee", 2019, [doi, pmids[0]]),
        record(Self.title, "Lee", 2019, [doi, pmids[1]]))
        == .different)
    let other = Identifier(.doi, "10.1000/b")
    #expect(
      match(record(Self.title, "Lee", 2019, [doi]), record(Self.title, "Lee", 2019, [other]))
        == .possible(.title))
  }

  @Test func `a conference abstract is not the article of its title`() {
    var abstract = record(type: "Conference Abstract")
    var article = record(type: "Journal Article")
    #expect(match(abstract, article) == .possible(.title))
    #expect(match(abstract, abstract) == .same(.title))
    let pmid = Identifier(.pmid, "7")
    abstract.identifiers = [pmid]
    article.identifiers = [pmid]
    #expect(match(abstract, article) == .same(.identifier(pmid)))
  }

  @Test(
    arguments: [
      ("Conference Paper", "Journal Article", "World Congress", "Drugs"),
      ("Conference Proceedings", "Review", nil, "Drugs"),
      ("Book Section", "Journal Article", "Handbook of Dementia", "Dementia"),
      ("Thesis", "Journal Article", nil, "Drugs"), ("Report", "Journal Article", nil, "Drugs"),
      ("Book", "Book Section", nil, "Handbook of Dementia"),
    ] as [(String, String, String?, String)])
  func `works of different kinds are not merged by their title`(
    left: String, right: String, place: String?, journal: String?
  ) {
    let one = record(journal: place, type: left)
    #expect(match(one, record(journal: journal, type: right)) == .possible(.title))
    #expect(match(one, one) == .same(.title))
    // The record of a database may name the wrong kind.
    let article = record(journal: journal, volume: "3", pages: "4", type: right)
    let other = record(journal: place, volume: "3", pages: "4", type: left)
    #expect(match(other, article) == .same(.volumeAndPage))
  }

  @Test func `the same title in two journals is not merged without a volume`() {
    #expect(match(record(journal: "Gut"), record(journal: "Chest")) == .possible(.title))
    #expect(match(record(journal: "Gut"), record(journal: nil)) == .same(.title))
    let gut = record(journal: "Gut", volume: "3", pages: "10")
    #expect(match(gut, record(journal: "Chest", volume: "3")) == .same(.title))
  }

  @Test func `editions and annual reports are different works`() {
    func book(_ edition: String?, _ year: Int) -> Document {
      record(Self.title, "Baird, J. K.", year, type: "Book", edition: edition)
    }
    #expect(match(book("1st", 2016), book("2nd ed.", 2016)) == .possible(.title))
    #expect(match(book("2", 2016), book("2nd ed.", 2016)) == .same(.title))
    #expect(match(book(nil, 2016), book("2nd ed.", 2016)) == .same(.title))
    #expect(match(book(nil, 2016), book(nil, 2017)) == .possible(.title))
    func report(_ year: Int) -> Document {
      record("Annual report of the peer support service", "Mind", year, type: "Report")
    }
    #expect(match(report(2018), report(2019)) == .possible(.title))
    #expect(match(report(2018), report(2018)) == .same(.title))
  }

  @Test func `a DOI that everything else contradicts is only possible`() {
    let doi = Identifier(.doi, "10.1000/a")
    let one = record(Self.title, "Baird, J. K.", 2019, [doi])
    let other = record("Naloxone in night shelters of the city", "Ng, B.", 2011, [doi])
    #expect(match(one, other) == .possible(.identifier(doi)))
    let sameYear = record("Naloxone in night shelters of the city", "Ng, B.", 2019, [doi])
    #expect(match(one, sameYear) == .possible(.identifier(doi)))
    let sameAuthor = record("Rôles des pairs", "Baird, J. K.", 2020, [doi])
    #expect(match(one, sameAuthor) == .same(.identifier(doi)))
  }

  @Test func `a reason names the fields that agree`() {
    func name(_ left: Document, _ right: Document) -> String? {
      let (left, right) = (LinkageRecord(left, analyzer), LinkageRecord(right, analyzer))
      return switch left.match(right) {
      case .same(let reason), .possible(let reason): left.name(reason, with: right)
      case .different: nil
      }
    }
    #expect(name(record(), record()) == "title, year and first author")
    #expect(name(record(), record(year: 2020)) == "title and first author")
    #expect(name(record(), record(Self.title, "Smith, A.")) == "title and year")
    let gut = record(journal: "Gut", volume: "3", pages: "10")
    #expect(name(gut, gut) == "volume, first page, first author and journal")
    #expect(
      name(record(journal: "Gut"), record(year: 2020, journal: "Gut"))
        == "title, first author and journal")
    let short = reference("Peer two", "Brown, B", 2020)
    #expect(name(short, short) == "title, year and first author")
    let typo = record("Peer wokrers' roles in hepatitis C care: a qualitative study")
    #expect(name(record(), typo) == "similar title, year and first author")
    let doi = Identifier(.doi, "10.1000/a")
    #expect(
      name(record(Self.title, nil, nil, [doi]), record("B", nil, nil, [doi])) == "doi 10.1000/a")
  }

  private func record(year: Int?, journal: String) -> Document {
    record(Self.title, "Baird, J. K.", year, journal: journal)
  }

  @Test func `the DOI of a conference abstract may be that of the issue`() {
    let doi = Identifier(.doi, "10.1000/supplement")
    let one = record(
      "Peers in prisons of the north", "Lee, A", 2019, [doi], type: "Conference Abstract")
    let two = record(
      "Mentors in schools of the south", "Ng, B", 2019, [doi], type: "Conference Abstract")
    #expect(match(one, two) == .different)
    #expect(match(one, one) == .same(.identifier(doi)))
    func abstract(_ title: String, _ page: String) -> Document {
      record(title, "Lee, A", 2019, [doi], pages: page, type: "Conference Abstract")
    }
    let title = "Peers in prisons of the north"
    let retitled = "Mentors in jails: first results"
    #expect(match(abstract(title, "S7"), abstract(retitled, "S7")) == .possible(.identifier(doi)))
    #expect(match(abstract(title, "S7"), abstract(retitled, "S9")) == .different)
    let (north, south) = (
      "Peer workers in hepatitis care in prisons of the north coast",
      "Peer workers in hepatitis care in prisons of the south coast"
    )
    #expect(
      match(
        record(north, "Lee, A", 2019, [doi], type: "Conference Abstract"),
        record(south, "Lee, A", 2019, [doi], type: "Conference Abstract"))
        == .possible(.identifier(doi)))
  }

  @Test func `no work gets two PMIDs through a third record`() {
    let doi = Identifier(.doi, "10.1000/a")
    let records = [
      record(Self.title, "Lee", 2019, [Identifier(.pmid, "1")]),
      record(Self.title, "Lee", 2019, [doi]),
      record(Self.title, "Lee", 2019, [doi, Identifier(.pmid, "2")]),
    ].map { LinkageRecord($0, analyzer) }
    #expect(WorkGroups.works(of: records) == [[0], [1, 2]])
  }
}
