import Literature
import Testing

struct AccessionNumberTests {
  @Test(
    arguments: [
      ("109000001", "CINAHL", "CINAHL 109000001"), ("L600000001", nil, "Embase L600000001"),
      ("L600000001", "Embase Classic+Embase <1947 to 2024>", "Embase Classic+Embase L600000001"),
      ("2-s2.0-85012345678", nil, "Scopus 2-s2.0-85012345678"),
      ("WOS:000212345600012", nil, "WOS:000212345600012"), ("CN-01987654", nil, "CN-01987654"),
      (" 2015-12345-001 ", "APA PsycInfo", "APA PsycInfo 2015-12345-001"),
      ("7", "Ovid(R) Journals; More", "Ovid Journals 7"), ("7", "  ", "7"),
      ("none", "CINAHL", nil), ("10.1000/7", nil, nil), ("7 and 8", nil, nil), ("", nil, nil),
    ] as [(String, String?, String?)])
  func `a number follows the name of its database`(
    number: String, database: String?, value: String?
  ) {
    let identifier = AccessionNumber.identifier(number, of: database)
    #expect(identifier == value.map { Identifier(.accession, $0) })
    if let value { #expect(Identifier(.accession, parsing: value) == identifier) }
  }

  @Test(arguments: [
    ("L600000001", true), ("l600000001", true), ("Embase L600000001", true),
    ("EMBASE l600000001", true), ("CINAHL L600000001", false), ("600000001", false),
    ("Embase", false),
  ])
  func `a number is typed with its database or without it`(text: String, isFound: Bool) {
    let stored = Identifier(.accession, "Embase L600000001")
    let typed = Identifier(.accession, parsing: text)
    #expect((typed.map { stored.isAccession(typed: $0) } ?? false) == isFound)
    #expect(Identifier(.pmid, "7").accessionKey == nil)
  }
}
