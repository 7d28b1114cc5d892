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
      ("VN - Ovid\nUI - 1\nTI - Peers\n\nUI - 2\nTI - Pay\n", 2),
      ("Record 1 of 2\nTI Peers\nRecord 2 of 2\nTI Pay\n", 2),
    ] as [(String, Int)])
  func `a list of records is read without the title and identifiers of one, and reported`(
    text: String, count: Int
  ) throws {
    let reading = ReadDocuments(contents: Array(text.utf8), name: "list.txt")
    let document = try #require(reading.documents.first)
    #expect(document.title.isEmpty && document.identifiers.isEmpty && document.authors.isEmpty)
    #expect(document.text == text && !document.sections.isEmpty)
    #expect(
      reading.failures == [
        "/folder/list.txt: is a list of \(count) records, read as one text; export them as RIS or "
          + "nbib instead"
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
}
