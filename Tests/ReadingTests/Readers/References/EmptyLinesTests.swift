import Literature
import Reading
import Testing

/// Empty lines in records of tags and values, and fields outside records.
struct EmptyLinesTests {
  private func read(_ format: Format, _ text: String) -> ReadDocuments {
    switch format {
    case .ris: ReadDocuments(RISReader(), text, name: "a.ris")
    case .medline: ReadDocuments(NBIBReader(), text, name: "a.nbib")
    case .webOfScience: ReadDocuments(WebOfScienceReader(), text, name: "a.txt")
    }
  }

  enum Format { case ris, medline, webOfScience }

  @Test(arguments: [
    (
      Format.medline,
      "PMID- 1\n\nOWN - NLM\nTI  - One\n      more\n\nFAU - Lee, Ann\n \nMH  - HIV\n\n\n"
        + "AID - 10.1000/x [doi]\n\nPMID- 2\nTI  - Two\n"
    ),
    (
      Format.medline,
      "OWN - ERIC\n\nTI  - One\n\n      more\nFAU - Lee, Ann\nOT  - HIV\n\n"
        + "AID - 10.1000/x [doi]\n\nOWN - ERIC\nTI  - Two\n"
    ),
    (
      Format.ris,
      "TY  - JOUR\n\nTI  - One\nmore\n\nAU  - Lee, Ann\n\t\nKW  - HIV\n\nDO  - 10.1000/x\n\n"
        + "ER  - \n\nTY  - JOUR\nTI  - Two\nER  - \n"
    ),
    (
      Format.webOfScience,
      "FN Clarivate\nVR 1.0\n\nPT J\n\nTI One\n   more\n\nAU Lee, Ann\n\nDE HIV\n\nDI 10.1000/x\n"
        + "\nER\n\nPT J\nTI Two\nER\n\nEF\n"
    ),
  ])
  func `an empty line inside a record ends nothing`(format: Format, text: String) throws {
    let reading = read(format, text)
    #expect(reading.documents.map(\.title) == ["One more", "Two"])
    let document = try #require(reading.documents.first)
    #expect(document.authors == ["Lee, Ann"])
    #expect(document.keywords == ["HIV"])
    #expect(document.doi == "10.1000/x")
    #expect(reading.skipped.isEmpty && reading.failures.isEmpty)
  }

  @Test(arguments: ["OWN - ERIC\nTI  - Two\n", "TI  - Two\n", "STAT- X\nTI  - Two\n"])
  func `a record of MEDLINE without a PMID is not mixed with the record before it`(text: String) {
    let reading = read(.medline, "PMID- 1\nTI  - One\nFAU - Lee, Ann\n\n\(text)FAU - Roy, C\n")
    #expect(reading.documents.map(\.title) == ["One", "Two"])
    #expect(reading.documents.map(\.authors) == [["Lee, Ann"], ["Roy, C"]])
  }

  @Test(arguments: [
    (
      Format.ris, "TI  - Lost\nAU  - Lee, A\n\nTY  - JOUR\nTI  - One\nER  - \nDB  - Embase\n",
      [
        "/folder/a.ris, line 1: begins 2 fields outside a record; a record begins with TY",
        "/folder/a.ris, line 7: is a field outside a record; a record begins with TY",
      ]
    ),
    (
      Format.ris, "TY  - JOUR\nTI  - One\nER  - \nTI  - Lost\nER  - \nTI  - Gone\nVL  -\nER  - \n",
      [
        "/folder/a.ris, line 4: is a field outside a record; a record begins with TY",
        "/folder/a.ris, line 6: is a field outside a record; a record begins with TY",
      ]
    ),
    (
      Format.medline, "STAT- X\nTI  - Lost\n\nPMID- 1\nTI  - One\n",
      ["/folder/a.nbib, line 1: begins 2 fields outside a record; a record begins with PMID"]
    ),
    (
      Format.webOfScience, "FN Clarivate\nVR 1.0\nPT J\nTI One\nER\n\nAU Lee, A\nTI Lost\nER\nEF\n",
      ["/folder/a.txt, line 7: begins 2 fields outside a record; a record begins with PT"]
    ),
  ])
  func `fields outside a record are reported`(
    format: Format, text: String, skipped: [String]
  ) {
    let reading = read(format, text)
    #expect(reading.documents.map(\.title) == ["One"])
    #expect(reading.skipped == skipped)
  }
}
