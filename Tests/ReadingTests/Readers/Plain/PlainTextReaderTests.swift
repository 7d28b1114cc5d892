import Literature
import Reading
import Testing

struct PlainTextReaderTests {
  @Test(
    arguments: [
      ("<1>\nTitle\n  Peers in prisons.\n\n<2>\nTitle\n  Peers in clinics.\n", 2),
      (
        "1. AIDS Care. 2019;31(6):700-8. doi: 10.1000/a.\n\nPeers in prisons.\n\nPMID: 31234599\n\n\n"
          + "2. BMJ. 2018 Dec;12(4):1-9.\n\nPeers in clinics.\n\nPMID: 30000001  [Indexed]\n", 2
      ),
      ("____\n\nDocument 1 of 3\n\nPeers\n\nDocument 2 of 3\n\nPay\n\nDocument 3 of 3\n", 3),
      (
        "1: Lee A. Peers. J Peers. 2018;12(3):45-60. doi: 10.1000/a. PMID: 30000017.\n\n"
          + "2: Roe B. Pay. J Peers. 2018;12(3):61. PMID: 30000018; PMCID: PMC600001.\n", 2
      ),
      (
        "Reference Type:  Journal Article\nRecord Number: 7\nAuthor: Lee, Ann\nTitle: Peers\n\n"
          + "Reference Type:  Book\nRecord Number: 8\nTitle: Pay\nDOI: 10.1000/b\n", 2
      ),
      ("VN - Ovid\nUI - 1\nTI - Peers\n\nUI - 2\nTI - Pay\n", 2),
      ("Record 1 of 2\nTI Peers\nRecord 2 of 2\nTI Pay\n", 2),
      (
        "Record #1 of 2\nID: CN-1\nTI: Peers\nDOI: 10.1000/a\n\nRecord #2 of 2\nID: CN-2\nTI: Pay\n",
        2
      ),
      ("<1. >\nVN  - Ovid Technologies\nTI  - Peers\n\n<2. >\nVN  - Ovid\nTI  - Pay\n", 2),
      ("RT Journal Article\nSR Electronic\nT1 Peers\n\nRT Book, Whole\nT1 Pay\n", 2),
      ("Record: 1\nTitle: Peers\nAuthors: Lee, Ann\n\nRecord: 2\nTitle: Pay\n", 2),
      ("RECORD 1\nTITLE\nPeers\n\nRECORD 2\nTITLE\nPay\n", 2),
      (
        "Scopus\nEXPORT DATE: 01 Jan 2020\n\nLee A.\nPeers\n(2019) J Peers\nSOURCE: Scopus\n\n"
          + "Roe B.\nPay\n(2018) J Peers\nSOURCE: Scopus\n", 2
      ),
    ] as [(String, Int)])
  func `a list of records is read without the title and identifiers of one, and reported`(
    text: String, count: Int
  ) throws {
    let reading = ReadDocuments(contents: Array(text.utf8), name: "list.txt")
    let document = try #require(reading.documents.first)
    #expect(document.title == "list")
    #expect(document.identifiers.isEmpty && document.authors.isEmpty)
    #expect(document.text == text && !document.sections.isEmpty)
    #expect(
      reading.failures == [
        "/folder/list.txt: is a list of \(count) records, read as one text; export them as RIS or "
          + "nbib instead"
      ])
  }

  @Test(arguments: [
    "Record #1 of 1\nID: CN-1\nTI: Peers\nDOI: 10.1000/a\n",
    "<1. >\nVN  - Ovid Technologies\nTI  - Peers\nDO  - 10.1000/a\n",
    "Reference Type:  Journal Article\nRecord Number: 7\nTitle: Peers\nDOI: 10.1000/a\n",
    "Scopus\nEXPORT DATE: 01 Jan 2020\n\nLee A.\nPeers\nDOI: 10.1000/a\nSOURCE: Scopus\n",
  ])
  func `a single record of a database is read without its fields, and reported`(text: String) {
    let reading = ReadDocuments(contents: Array(text.utf8), name: "list.txt")
    #expect(reading.documents.map(\.title) == ["list"])
    #expect(reading.documents.allSatisfy { $0.identifiers.isEmpty && $0.year == nil })
    #expect(
      reading.failures == [
        "/folder/list.txt: is a record of a database as text, read without its fields; export it "
          + "as RIS or nbib instead"
      ])
  }

  @Test(arguments: [
    "1. Peers in prisons\n\n2. Pay\n",
    "Peers in prisons\n\n1. Lee A. Peers.\nPMID: 1\n2. Roe B. Pay.\n",
    "1. AIDS Care. 2019;31(6):700-8.\n\nPeers in prisons.\n\nPMID: 31234599\n",
    "<1>\nTitle\n  Peers in prisons.\n",
  ])
  func `other texts with numbers are no lists of records`(text: String) {
    let reading = ReadDocuments(contents: Array(text.utf8), name: "text.txt")
    #expect(reading.documents.count == 1 && reading.failures.isEmpty)
  }

  private func read(_ text: String, name: String = "notes-2.txt") -> Document? {
    ReadDocuments(contents: Array(text.utf8), name: name).documents.first
  }

  @Test(
    arguments: [
      ("Minutes of the steering group\n12 March 2024\n\nPresent: Ann.\n", 2024),
      ("Minutes of the steering group\n\n7 February 2023\n\nPresent: Ann.\n", 2023),
      ("Minutes of the steering group\nBy Ann Lee\n2021-11-14\n\nAll were present.\n", 2021),
      ("Minutes of the steering group\nPublished: 14 November 2021\n\nAll came.\n", 2021),
      ("Minutes of the steering group\n(2019)\n\nPay\n\nAll were present.\n", 2019),
    ] as [(String, Int)])
  func `a date below the title can be found`(text: String, year: Int) throws {
    let document = try #require(read(text))
    #expect(document.title == "Minutes of the steering group" && document.year == year)
    let date = try #require(
      text.split(separator: "\n").first { $0.contains(String(year)) })
    #expect(document.sections.contains { document.text($0).contains(date) })
  }

  @Test func `a date below the title begins the text and is no heading`() {
    let document = read("Minutes of the steering group\n\n12 March 2024\n\nPresent: Ann.\n")
    #expect(document?.outline == ["body||12 March 2024\n\nPresent: "])
  }

  @Test(
    arguments: [
      ("Strategy 2025-28\n\nOur aims\n\nWe want more.\n", "Strategy 2025-28", 2025),
      ("Evaluation of the befriending scheme 2019\n\nWords.\n", nil, 2019),
      ("Members' survey 2023\n\nWords.\n", nil, 2023),
      ("Annual report 2020-21\n\nSome text.\n", nil, 2020),
      (
        "KESTREL PEER NETWORK\nAnnual Report 2020-21\n\nWords.\n",
        "KESTREL PEER NETWORK: Annual Report 2020-21", 2020
      ),
      (
        "PEER SERVICE\n\nFinal evaluation report\n\nBy Ann Smith and Bob Jones\n\nWords.\n",
        "PEER SERVICE: Final evaluation report", nil
      ),
      ("PEER SERVICE\n\nOur aims\n\nWe want more.\n", "notes 2", nil),
      ("OUR PEER SERVICE\n\nOur aims\n\nWe want more.\n", "OUR PEER SERVICE", nil),
      ("OUR PEER SERVICE\nVersion 2\n\nWe want more.\n", "OUR PEER SERVICE", nil),
      (
        "Title page\n\nPeer support in Cardiff prisons 2018\n\nWe trained 46 listeners.\n\nEnd\n",
        "Peer support in Cardiff prisons 2018", 2018
      ),
      (
        String(repeating: "long ", count: 45) + "title\n\nWords.\n",
        String(repeating: "long ", count: 45) + "title", nil
      ),
      ("Evidence\n\nWords.\n\nPay\n\nMore.\n", "notes 2", nil),
      ("Title: Peers in two prisons\nYear: 2019\n\nWords.\n", "Peers in two prisons", 2019),
    ] as [(String, String?, Int?)])
  func `title and year of a text`(text: String, title: String?, year: Int?) {
    let name = text.hasPrefix("Strategy") ? "Strategy 2025-28.txt" : "notes-2.txt"
    let document = read(text, name: name)
    #expect(document?.title == title ?? text.split(separator: "\n").first.map(String.init))
    #expect(document?.year == year)
  }

  @Test(
    arguments: [
      ("annual-report-2022.txt", "annual report 2022", 2022), ("staff_list.txt", "staff list", nil),
      ("minutes_2019-03-12-north.txt", "minutes 2019-03-12 north", 2019),
      ("Away day - notes.txt", "Away day - notes", nil), ("minutes", "minutes", nil),
    ] as [(String, String, Int?)])
  func `a text without a title has that of its file`(name: String, title: String, year: Int?) {
    let document = read("- We met.\n- We talked about pay.\n", name: name)
    #expect(document?.title == title && document?.year == year)
  }
}
