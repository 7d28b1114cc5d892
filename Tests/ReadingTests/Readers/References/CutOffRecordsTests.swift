import Literature
import Reading
import Testing

/// Files of tags and values that are cut off.
struct CutOffRecordsTests {
  private static let pubMed =
    "PMID- 1\nOWN - NLM\nSTAT- MEDLINE\nTI  - Peers in\n      prisons.\nFAU - Lee, Ann\n"
    + "SO  - Peers. 2020.\n\nPMID- 2\nOWN - NLM\nSTAT- Publisher\nTI  - Two.\nSO  - Peers. 2021.\n"

  /// Files of two records, the tags with which each begins and ends, and that with which the file
  /// ends.
  private static let files:
    [(name: String, text: String, opener: String, closer: String, fileEnd: String)] = [
      (
        "a.ris",
        "TY  - JOUR\nTI  - Peers in\n prisons\nAU  - Lee, Ann\nER  - \n\n"
          + "TY  - JOUR\nTI  - Two\nDO  - 10.1000/x\nER  - \n\n",
        "TY  - ", "\nER  -", ""
      ),
      ("a.nbib", pubMed, "PMID- ", "\nSO  -", ""),
      (
        "a.txt",
        "FN Clarivate\nVR 1.0\nPT J\nAU Lee, A\n   Roe, B\nTI Peers in\n   prisons\nER\n\n"
          + "PT J\nTI Two\nDI 10.1000/x\nER\n\nEF\n",
        "PT J", "\nER", "\nEF"
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
  func `a file that is cut off anywhere gives what it has, and says that something is missing`(
    _ index: Int
  ) {
    let (name, text, opener, closer, fileEnd) = Self.files[index]
    let whole = Self.read(name, text)
    #expect(whole.documents.count == 2 && whole.failures.isEmpty && whole.skipped.isEmpty)
    let openers = text.ranges(of: opener).map(\.lowerBound)
    // From the end of the first opener on: before it, the format can't be recognised.
    let beginning = text.index(openers[0], offsetBy: name == "a.nbib" ? 18 : 6)
    for end in text.indices[beginning...] {
      let reading = Self.read(name, String(text[..<end]))
      // Only the last one may be incomplete, and nothing foreign is in it.
      let count = reading.documents.count
      #expect(reading.documents.dropLast() == whole.documents.prefix(max(count - 1, 0)))
      for (document, original) in zip(reading.documents, whole.documents) {
        #expect(original.title.hasPrefix(document.title))
        #expect(zip(original.authors, document.authors).allSatisfy { $0.hasPrefix($1) })
      }
      let begun = openers.count { $0 < end }
      let closed = text[..<end].ranges(of: closer).count
      let isComplete = closed == begun && (fileEnd.isEmpty || text[..<end].contains(fileEnd))
      #expect(count <= begun && count >= closed)
      if isComplete { #expect(reading.documents == Array(whole.documents.prefix(count))) }
      #expect(reading.failures.count == (isComplete ? 0 : 1), "\(text[..<end])")
    }
  }

  private static let openRecords:
    [(name: String, text: String, titles: [String], failure: String)] = [
      (
        "a.ris", "TY  - JOUR\nTI  - One\nER  - \n\nTY  - JOUR\nTI  - Two\n", ["One", "Two"],
        ": may be cut off, because its last record (line 5) has no ER"
      ),
      (
        "a.ris", "TY  - JOUR\nTI  - One", ["One"],
        ": may be cut off, because its last record (line 1) has no ER"
      ),
      (
        "a.ris", "TY  - JOUR\nTI  - One\nER  - \n\nTY", ["One"],
        ": is cut off after its last record"
      ),
      (
        "a.ris", "TY  - JOUR\nTI  - One\nER  - \n\nTY  - JOUR\n", ["One"],
        ", line 5: the file ends in the middle of this record"
      ),
      (
        "a.nbib", String(pubMed.dropLast(20)), ["Peers in prisons", "Two"],
        ": may be cut off, because its last record (line 9) has no SO"
      ),
      (
        "a.txt", "FN Clarivate\nPT J\nTI One\nER\n\nPT J\nTI Two\n   and th",
        ["One", "Two and th"],
        ": may be cut off, because its last record (line 6) has no ER"
      ),
      (
        "a.txt", "FN Clarivate\nPT J\nTI One\nER\n\nPT J\n", ["One"],
        ", line 6: the file ends in the middle of this record"
      ),
      (
        "a.txt", "FN Clarivate\nPT J\nTI One\nER\n", ["One"], ": is cut off after its last record"
      ),
      ("a.txt", "FN Clarivate\nVR 1.0\n", [], ": ends before its first record"),
    ]

  @Test(arguments: openRecords)
  func `a record without an end is read, and reported`(
    name: String, text: String, titles: [String], failure: String
  ) {
    let reading = Self.read(name, text)
    #expect(reading.documents.map(\.title) == titles)
    #expect(reading.failures == ["/folder/\(name)\(failure)"])
  }

  @Test(
    arguments: [
      ("DO  - 10.1000/x", nil, nil), ("DO  - 10.1000/x\n", "10.1000/x", nil),
      ("DO  - 10.1000/x\nSP  - 12", "10.1000/x", nil),
      ("DO  - 10.1000/x\nSP  - 12\n", "10.1000/x", "12"),
      ("DO  - 10.1000/x\nA", "10.1000/x", nil),
    ] as [(String, String?, String?)])
  func `the beginning of a number is not read as the number`(
    end: String, doi: String?, pages: String?
  ) {
    let first = "TY  - JOUR\nTI  - One\nER  - \n\n"
    let reading = Self.read("a.ris", "\(first)TY  - JOUR\nTI  - Two\n\(end)")
    #expect(reading.documents.map(\.title) == ["One", "Two"])
    #expect(reading.documents.last?.doi == doi)
    #expect(reading.documents.last?.imprint.pages == pages)
    #expect(reading.failures.count == 1)
  }

  @Test func `the beginning of a PMID is not that of another article`() {
    let first = "PMID- 1\nOWN - NLM\nSTAT- MEDLINE\nTI  - One.\nSO  - Peers. 2020.\n\n"
    let reading = Self.read("a.nbib", "\(first)PMID- 3012")
    #expect(reading.documents.map(\.title) == ["One"])
    #expect(
      reading.failures == ["/folder/a.nbib, line 7: the file ends in the middle of this record"])
  }

  @Test(arguments: ["\nE", "\nER", "\nDO", "\nAB ", "\nTY"])
  func `the beginning of a tag is not part of the field before it`(end: String) {
    let first = "TY  - JOUR\nTI  - One\nER  - \n\n"
    for start in [first, ""] {
      let reading = Self.read("a.ris", "\(start)TY  - JOUR\nTI  - Two\n three\(end)")
      #expect(reading.documents.last?.title == "Two three")
      #expect(reading.failures.count == 1)
    }
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
