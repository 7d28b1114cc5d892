import Literature
import Reading
import Testing

/// Variants of RIS that exports use and the specification does not describe.
struct RISVariantsTests {
  private func read(_ text: String) -> ReadDocuments {
    ReadDocuments(RISReader(), text, name: "refs.ris")
  }

  @Test func `a keyword a line under one tag`() {
    let text = "TY  - JOUR\nTI  - One\nKW  - peer support\nrecovery;\n   HIV; AIDS\nER  -\n"
    #expect(read(text).documents.first?.keywords == ["peer support", "recovery", "HIV", "AIDS"])
  }

  @Test(arguments: ["NA", "N/A", "null", "-", "NaN", "<NA>"])
  func `a placeholder is no value`(_ value: String) throws {
    let text = """
      TY  - JOUR
      TI  - One
      AU  - Na, Li
      AN  - \(value)
      ID  - \(value)
      PB  - \(value)
      UR  - \(value)
      VL  - \(value)
      KW  - \(value)
      DO  - 10.1000/x
      ER  -
      """
    let document = try #require(read(text).documents.first)
    #expect(document.source.key == "10.1000/x")
    #expect(document.authors == ["Na, Li"])
    #expect(document.url == nil && document.keywords.isEmpty)
    #expect(document.imprint == Imprint())
  }

  @Test(arguments: [
    (["A1  - Lee, Ann", "AU  - Chen, Bo", "AU  - Roy, C"], ["Lee, Ann", "Chen, Bo", "Roy, C"]),
    (
      ["AU  - Lee, A.", "AU  - Chen, B.", "A1  - Lee, Ann", "A1  - Chen, Bo"],
      ["Lee, Ann", "Chen, Bo"]
    ),
    (["AU  - Lee, Ann", "A1  - lee, ann", "A1  - Chen, Bo"], ["Lee, Ann", "Chen, Bo"]),
    (["A2  - Editor, E"], ["Editor, E"]),
  ])
  func `authors under two tags are all kept`(lines: [String], authors: [String]) {
    let text = "TY  - JOUR\nTI  - One\n\(lines.joined(separator: "\n"))\nER  -\n"
    #expect(read(text).documents.first?.authors == authors)
  }

  @Test func `a record that begins with short tags has short tags`() throws {
    let text = """
      TY - JOUR
      TI - One
      L1 - file.pdf
      AD - Some Place
      ET - 2nd
      ER -
      TY  - JOUR
      TI  - Two
      AB  - The second dose
      ET - of the trial
      ER  -
      """
    let documents = read(text).documents
    #expect(documents.map(\.title) == ["One", "Two"])
    #expect(documents.last?.text == "The second dose ET - of the trial")
  }

  @Test func `the tag after the type may be short, and then all are`() {
    let text = """
      TY  - JOUR
      L1 - file.pdf
      TI - One
      AD - Some Place
      ER -
      """
    let documents = read(text).documents
    #expect(documents.map(\.title) == ["One"] && documents.first?.type == "Journal Article")
  }

  @Test(
    arguments: [
      ("WOS:000318132200026", nil, "WOS:000318132200026", []),
      ("https://x.org/a", "https://x.org/a", nil, []),
      ("www.x.org/a", "www.x.org/a", nil, []),
      ("10.1000/abc", nil, "10.1000/abc", ["10.1000/abc"]),
      ("doi.org/10.1000/abc", "doi.org/10.1000/abc", "10.1000/abc", ["10.1000/abc"]),
    ] as [(String, String?, String?, [String])])
  func `a UR that is no URL`(value: String, url: String?, key: String?, identifiers: [String])
    throws
  {
    let document = try #require(
      read("TY  - JOUR\nTI  - One\nUR  - \(value)\nER  -\n").documents.first)
    #expect(document.url == url)
    #expect(key == nil || document.source.key == key)
    #expect(document.identifiers.map(\.value) == identifiers)
  }

  @Test func `an empty record is skipped`() {
    let reading = read(
      "TY  - JOUR\nER  -\nTY  - JOUR\nTI  - NA\nER  -\nTY  - JOUR\nTI  - One\nER  -\n")
    #expect(reading.documents.map(\.title) == ["One"])
    #expect(reading.failures.isEmpty)
    #expect(
      reading.skipped
        == [1, 3].map {
          "/folder/refs.ris, line \($0): is empty (no title, author, abstract or identifier)"
        })
  }
}
