import Literature
import Testing

/// Identifiers in the fields of records, as people and programs write them.
struct IdentifierParsingTests {
  @Test(
    arguments: [
      (.pmid, "31234567", "31234567"), (.pmid, "PMID: 31234567.", "31234567"),
      (.pmid, "PMID31234567;", "31234567"),
      (.pmid, "31234567 [PubMed - indexed for MEDLINE]", "31234567"),
      (.pmid, "PMC1968524", nil), (.pmid, "3rd", nil), (.pmid, "12(3)", nil),
      (.pmid, "1234567890", nil), (.pmid, "none", nil),
      (.isbn, "978-0-306-40615-7", "9780306406157"), (.isbn, "0-8044-2957-x", "080442957X"),
      (.isbn, "0306406152 (pbk., xii pages, box)", "0306406152"),
      (.isbn, "9780306406157 (xi)", "9780306406157"), (.isbn, "080442957X (pbk.)", "080442957X"),
      (.isbn, "080442957 xii", nil), (.isbn, "X080442957", nil), (.isbn, "978030640615X", nil),
      (.isbn, "1873-0442", nil),
    ] as [(Identifier.Scheme, String, String?)])
  func `punctuation and remarks after a number are ignored`(
    scheme: Identifier.Scheme, text: String, value: String?
  ) {
    #expect(Identifier(scheme, parsing: text)?.value == value)
  }
}
