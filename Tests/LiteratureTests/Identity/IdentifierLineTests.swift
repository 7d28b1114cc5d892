import Literature
import Testing

struct IdentifierLineTests {
  @Test func `an identifier is read from the line that it is written as`() {
    for identifier in [Identifier(.doi, "10.1000/a:b"), Identifier(.accession, "A 7")] {
      #expect(Identifier(line: identifier.line) == identifier)
    }
    #expect(Identifier(.pmid, "7").line == "pmid:7")
  }

  @Test(arguments: ["", "7", "issn:7", ":7"])
  func `other lines are no identifiers`(_ line: String) {
    #expect(Identifier(line: line) == nil)
  }

  @Test func `identifiers are ordered by the names of their registers, then by value`() {
    let sorted = [Identifier(.pmid, "1"), Identifier(.doi, "10.2/b"), Identifier(.doi, "10.2/a")]
      .sorted()
    #expect(sorted.map(\.line) == ["doi:10.2/a", "doi:10.2/b", "pmid:1"])
  }
}
