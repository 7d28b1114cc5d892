import Analysis
import Literature
import Testing

/// Which records of nearly the same title are different works, and which are not.
struct RecordContrastTests {
  private let analyzer: Analyzer

  init() throws { analyzer = try Analyzer() }

  private static let title = "Peer support for people with hepatitis C"
  private static let doi = Identifier(.doi, "10.1000/a")

  private func record(
    _ title: String = Self.title, _ author: String = "Doe, J", _ identifiers: [Identifier] = [],
    journal: String? = "Trials", volume: String? = nil, issue: String? = nil, pages: String? = nil,
    type: String? = nil
  ) -> Document {
    var document = Document(id: "x", source: Source(path: "/a", key: "1"))
    document.title = title
    document.authors = [author]
    document.year = 2019
    document.identifiers = identifiers
    document.venue = journal
    document.imprint.volume = volume
    document.imprint.issue = issue
    document.imprint.pages = pages
    document.type = type
    return document
  }

  private func match(_ left: Document, _ right: Document) -> RecordMatch {
    analyzer.match(left, right)
  }

  @Test(arguments: [
    ": process evaluation", ": a mixed-methods process evaluation", ": protocol",
    ": study protocol for a randomised controlled trial", " - rationale and design",
    " (baseline results)", ". Long-term follow-up", ": cost-effectiveness analysis",
    ": an economic evaluation", ": an update", ": an updated review", ": executive summary",
    " (abstract)", ": conference abstract",
  ])
  func `a subtitle that names another report makes another work`(subtitle: String) {
    let study = record(volume: "20", pages: "55")
    let printed = record(Self.title, "Doe, J", [Self.doi], volume: "20", pages: "55")
    #expect(match(study, record(Self.title + subtitle)) == .possible(.title))
    #expect(match(printed, record(Self.title + subtitle)) == .possible(.title))
    #expect(match(record(Self.title + subtitle), record(Self.title + subtitle)) == .same(.title))
  }

  @Test(arguments: [
    ": a randomised controlled trial", ": a systematic review", ": a qualitative study",
    " - a pilot study", ". A mixed-methods study", " (randomised trial)",
    ": systematic review and cost-effectiveness analysis",
    ": a randomised trial with long-term follow-up",
  ])
  func `a subtitle that names the design may be left out`(subtitle: String) {
    let printed = record(Self.title, "Doe, J", [Self.doi], volume: "20", pages: "55")
    let other = record(Self.title + subtitle)
    #expect(match(printed, other) == .same(.title))
    #expect(
      match(printed, record(Self.title + subtitle, journal: nil, volume: "20", pages: "55"))
        == .same(.volumeAndPage))
  }

  @Test(arguments: [
    ": a randomised controlled trial", ": a systematic review and meta-analysis",
    ": a qualitative study", " (pilot study)",
  ])
  func `a subtitle of design words may be left out where the journal is missing`(subtitle: String) {
    let other = record(Self.title + subtitle, journal: nil)
    #expect(match(record(), other) == .same(.title))
    #expect(match(record(volume: "20", pages: "55"), other) == .same(.title))
    var later = other
    later.year = 2021
    #expect(match(record(), later) == .different)
    #expect(match(record(), record(Self.title + " in Kenya", journal: nil)) == .possible(.title))
  }

  @Test(
    arguments: [
      (": a randomised controlled trial", "pilot", .possible(.title)),
      (": a randomised controlled trial", "feasibility", .possible(.title)),
      ("", "pilot", .same(.title)),
    ] as [(String, String, RecordMatch)])
  func `a pilot is not the trial`(subtitle: String, word: String, expected: RecordMatch) {
    let pilot = record("\(Self.title): a \(word) randomised controlled trial")
    #expect(match(record(Self.title + subtitle), pilot) == expected)
  }

  @Test(arguments: ["Protocol for p", "Study protocol: P", "Update: p", "Abstract: P"])
  func `a report that is named before the title is listed`(start: String) {
    let other = record("\(start)\(Self.title.dropFirst())")
    #expect(match(record(), other) == .possible(.title))
  }

  @Test(arguments: [
    ": erratum", " – CORRIGENDUM", " [Erratum]", ": retraction", ": authors' reply",
    ". Author’s reply", ": reply", ": the authors respond", ": response to letter", ": rebuttal",
    ": letter to the editor", " - Response",
  ])
  func `an erratum or a reply is recognised at the end of the title`(label: String) {
    let notice = record(Self.title + label)
    #expect(match(record(), notice) == .possible(.title))
    #expect(match(notice, notice) == .same(.title))
    let doi = [Self.doi]
    #expect(
      match(record(Self.title, "Doe, J", doi), record(Self.title + label, "Doe, J", doi))
        == .same(.identifier(Self.doi)))
  }

  @Test(arguments: [
    "Dose of peer support and treatment response", "Peer support: the immune response",
    "Peer workers and the letter of the law", "Peer support in prisons and refractive correction",
  ])
  func `the same words in a title are no label`(title: String) {
    let longer = record("\(title) in Kenya")
    #expect(match(record(title), longer) == .same(.title))
  }

  @Test func `corrections are one work, however they are marked`() {
    #expect(
      match(record("Erratum: " + Self.title), record(Self.title + " – CORRIGENDUM"))
        == .same(.title))
  }

  @Test(
    arguments: [
      (["1", "1", "3"], ["1", "2", "99"], .possible(.title)),
      (["1", nil, "1"], ["2", nil, "1"], .possible(.title)),
      (["1", nil, "3"], ["1", nil, "99"], .possible(.title)),
      (["1", "1", "3"], ["1", "2", "3"], .possible(.volumeAndPage)),
      (["1", "1", nil], ["1", "2", "3"], .possible(.title)),
      (["1", "1", "3"], ["1", nil, "3"], .same(.volumeAndPage)),
      (["1", "1", "3"], ["1", "1", nil], .same(.title)),
      (["1", "1", "3"], [nil, nil, nil], .same(.title)),
      (["1", "Suppl", "3-9"], ["1", "2", "3"], .same(.volumeAndPage)),
      (["1", "3 Suppl 1", "3"], ["1", "SUPPL. 1", "S3"], .same(.volumeAndPage)),
      (["1", "3", "3"], ["1", "Pt. 2", "3"], .same(.volumeAndPage)),
      // Pages that are counted from 1, and the number of the article.
      (["19", "1", "1-9"], ["19", "1", "345"], .same(.title)),
      (["19", nil, "1-9"], ["19", nil, "e712345"], .same(.title)),
      (["19", nil, "1-9"], ["19", nil, "345"], .possible(.title)),
      (["19", "1", "1-9"], ["19", "2", "345"], .possible(.title)),
      ([nil, nil, "1-9"], ["19", "1", "345"], .same(.title)),
      ([nil, nil, "3-9"], ["19", "1", "345"], .possible(.title)),
      // A mistake in the page.
      (["1", "1", "3"], ["1", "1", "99"], .same(.title)),
      // The year in place of the volume.
      (["2019", "3", "CD012345"], ["3", nil, "CD012345"], .same(.title)),
    ] as [([String?], [String?], RecordMatch)])
  func `columns of the same title are in different issues`(
    left: [String?], right: [String?], expected: RecordMatch
  ) {
    /// A column with its volume, issue and pages.
    func column(_ place: [String?]) -> Document {
      record(
        "Column: the lived experience of peer workers", volume: place[0], issue: place[1],
        pages: place[2])
    }
    #expect(match(column(left), column(right)) == expected)
  }

  @Test func `pages from 1 in another journal are not those of the same article`() {
    let other = record(journal: "Gut", volume: "19", pages: "712345")
    #expect(match(record(volume: "19", pages: "1-9"), other) == .possible(.title))
  }

  @Test func `a long title with the same authors may have a wrong page`() {
    func article(_ pages: String) -> Document {
      var article = record(
        Self.title + " in prisons, hostels and clinics of the north of the country", volume: "3",
        pages: pages)
      article.authors.append("Lee, A")
      return article
    }
    #expect(match(article("e12"), article("345-9")) == .same(.title))
  }

  @Test(
    arguments: [
      ("Book A", "9781234567897", "Book B", "9781234567903", .possible(.title)),
      ("Book A", nil, "Book B", nil, .possible(.title)),
      ("Book A", "9780306406157", "Book A", "0306406152", .same(.title)),
      ("Book A", "9781234567897", "Book A", "9781234567903", .same(.title)),
      ("Book A", "9781234567897", nil, nil, .same(.title)),
    ] as [(String?, String?, String?, String?, RecordMatch)])
  func `chapters of the same title are in different books`(
    book: String?, isbn: String?, other: String?, otherISBN: String?, expected: RecordMatch
  ) {
    func chapter(_ book: String?, _ isbn: String?) -> Document {
      record(
        "Introduction to peer support in hospitals", "Doe, J",
        isbn.map { [Identifier(.isbn, $0)] } ?? [], journal: book, pages: "1", type: "Book Section")
    }
    #expect(match(chapter(book, isbn), chapter(other, otherISBN)) == expected)
  }

  @Test(
    arguments: [("Roe, R", "Book Section"), ("Doe, J", "Book Section"), ("Roe, R", nil)]
      as [(String, String?)])
  func `the DOI of a book is not that of its chapters`(author: String, type: String?) {
    let one = record("Training peers in hospitals", "Doe, J", [Self.doi], type: type)
    let other = record("Paying community workers fairly", author, [Self.doi], type: type)
    #expect(match(one, other) == .possible(.identifier(Self.doi)))
    #expect(match(one, one) == .same(.identifier(Self.doi)))
    let pmid = Identifier(.pmid, "7")
    let (first, second) = (
      record("Training peers in hospitals", "Doe, J", [Self.doi, pmid], type: type),
      record("Formation de pairs", "Doe, J", [Self.doi, pmid], type: type)
    )
    #expect(match(first, second) == .same(.identifier(Self.doi)))
  }

  @Test(arguments: [
    (
      "Peer education about weight steadiness in adults",
      "Peer eduaction about weight steadiness in adults"
    ),
    (
      "Community cancer centers pilot patient survey",
      "Comumnity cancer centers pilot patient survey"
    ),
    (
      "A community-based peer adherence intervention for people who inject drugs",
      "A community-based peer adherence interventi…"
    ),
    (
      "A community-based peer adherence intervention for people who inject drugs",
      "A community-based peer adherence interve…"
    ),
  ])
  func `typing errors and cut words are compared by letters`(title: String, other: String) {
    #expect(match(record(title, journal: nil), record(other, journal: nil)) == .same(.title))
  }

  @Test(arguments: [
    ("Peer support for HIV in rural Kenya: part 1", "Peer support for HIV in rural Kenya: part 2"),
    ("Peer support for people with hepatitis C", "Peer support for people with hepatitis B"),
    ("Peer support for people with hepatitis", "Peer support for people with hepatitis A"),
    ("Peer support in rural Kenya for men", "Peer support in rural Kenya for women"),
    ("Part 1 of a study of peers in prison", "Part 2 of a study of peers in prison"),
  ])
  func `titles that differ in a number or a word are listed`(title: String, other: String) {
    #expect(
      match(
        record(title, volume: "31", pages: "5-9"), record(other, volume: "31", pages: "90-99"))
        == .possible(.title))
    #expect(match(record(title), record(other)) == .possible(.title))
    #expect(match(record(title), record(other, "Roe, R")) == .different)
  }

  @Test func `a title that is cut off early is listed`() {
    let title = "A peer adherence intervention for people who inject drugs"
    #expect(match(record(title), record("A peer adherence intervention f…")) == .possible(.title))
    #expect(match(record(title), record("A peer adher…")) == .different)
  }
}
