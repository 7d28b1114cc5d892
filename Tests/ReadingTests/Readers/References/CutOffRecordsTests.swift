import Literature
import Reading
import Testing

/// Files of tags and values that are cut off.
struct CutOffRecordsTests {
  private static let pubMed =
    "PMID- 1\nOWN - NLM\nSTAT- MEDLINE\nTI  - Peers in\n      prisons.\nFAU - Lee, Ann\n"
    + "SO  - Peers. 2020.\n\nPMID- 2\nOWN - NLM\nSTAT- Publisher\nTI  - Two.\nSO  - Peers. 2021.\n"

  /// Files of two records, the tag with which each begins, and that with which the file ends.
  private static let files: [(name: String, text: String, opener: String, fileEnd: String)] = [
    (
      "a.ris",
      "TY  - JOUR\nTI  - Peers in\n prisons\nAU  - Lee, Ann\nER  - \n\n"
        + "TY  - JOUR\nTI  - Two\nDO  - 10.1000/x\nER  - \n\n",
      "TY  - ", ""
    ),
    ("a.nbib", pubMed, "PMID- ", ""),
    (
      "a.txt",
      "FN Clarivate\nVR 1.0\nPT J\nAU Lee, A\n   Roe, B\nTI Peers in\n   prisons\nER\n\n"
        + "PT J\nTI Two\nDI 10.1000/x\nER\n\nEF\n",
      "PT J", "\nEF"
    ),
  ]

  private static func read(_ name: String, _ text: String) -> ReadDocuments {
    switch name {
    case "a.ris": ReadDocuments(RISReader(), text, name: name)
    case "a.nbib": ReadDocuments(NBIBReader(), text, name: name)
    default: ReadDocuments(WebOfScienceReader(), text, name: name)
    }
  }

  @Test(arguments: files.indices)
  func `a file that is cut off anywhere gives whole records, or says that some are missing`(
    _ index: Int
  ) {
    let (name, text, opener, fileEnd) = Self.files[index]
    let whole = Self.read(name, text)
    #expect(whole.documents.count == 2 && whole.failures.isEmpty && whole.skipped.isEmpty)
    let openers = text.ranges(of: opener).map(\.lowerBound)
    // From the end of the first opener on: before it, the format can't be recognised.
    let beginning = text.index(openers[0], offsetBy: name == "a.nbib" ? 18 : 6)
    for end in text.indices[beginning...] {
      let reading = Self.read(name, String(text[..<end]))
      #expect(reading.documents == Array(whole.documents.prefix(reading.documents.count)))
      let begun = openers.count { $0 < end }
      let isComplete =
        reading.documents.count == begun && (fileEnd.isEmpty || text[..<end].contains(fileEnd))
      #expect(reading.failures.count == (isComplete ? 0 : 1), "\(text[..<end])")
    }
  }

  @Test func `the record that is cut off is named`() {
    func failures(_ name: String, _ text: String) -> [String] { Self.read(name, text).failures }
    #expect(
      failures("a.ris", "TY  - JOUR\nTI  - One\nER  - \n\nTY  - JOUR\nTI  - Tw") == [
        "/folder/a.ris, line 5: ends in the middle of a record; a record ends with ER"
      ])
    #expect(
      failures("a.ris", "TY  - JOUR\nTI  - One\nER  - \n\nTY") == [
        "/folder/a.ris: is cut off after its last record"
      ])
    #expect(
      failures("a.nbib", String(Self.pubMed.dropLast(20))) == [
        "/folder/a.nbib, line 9: ends in the middle of a record; a record ends with SO"
      ])
    #expect(
      failures("a.txt", "FN Clarivate\nPT J\nTI One\nER\n\nPT J\n") == [
        "/folder/a.txt, line 6: ends in the middle of a record; a record ends with ER"
      ])
    #expect(
      failures("a.txt", "FN Clarivate\nPT J\nTI One\nER\n") == [
        "/folder/a.txt: is cut off after its last record"
      ])
  }

  @Test(arguments: [
    ("a.ris", "TY  - JOUR\nTI  - One\nTY  - JOUR\nTI  - Two\n"),
    ("a.nbib", "PMID- 1\nTI  - One\n\nPMID- 2\nTI  - Two\n"),
    ("a.nbib", "OWN - ERIC\nTI  - One\n\nOWN - ERIC\nTI  - Two\n"),
    ("a.nbib", "PMID- 1\nTI  - One\nSO  - Peers\n\nOWN - ERIC\nTI  - Two\n"),
    ("a.txt", "FN Clarivate\nPT J\nTI One\nER\nEF\nFN Clarivate\nPT J\nTI Two\nER\nEF\n"),
    ("a.txt", "FN Clarivate\nPT J\nTI One\nER\nPT J\nTI Two\nEF\n"),
    // Joined files.
    ("a.ris", "TY  - JOUR\nTI  - One\nER  - TY  - JOUR\nTI  - Two\nER  - "),
    ("a.ris", "TY - JOUR\nTI - One\nER - TY - JOUR\nTI - Two\nER - "),
    (
      "a.ris",
      "\u{FEFF}TY  - JOUR\r\nTI  - One\r\nER  - \r\n\u{FEFF}TY  - JOUR\r\nTI  - Two\r\nER  - \r\n"
    ),
    ("a.nbib", "PMID- 1\nTI  - One\n\n\u{FEFF}PMID- 2\nTI  - Two\n"),
  ])
  func `a file in which records have no end, or several do, is whole`(name: String, text: String) {
    let reading = Self.read(name, text)
    #expect(reading.documents.map(\.title) == ["One", "Two"])
    #expect(reading.failures.isEmpty && reading.skipped.isEmpty)
  }
}
