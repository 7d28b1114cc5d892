import Literature
import Testing

/// Cells that spreadsheets would run as formulas.
struct FormulaMarkTests {
  @Test(arguments: [
    ("=1+1", "'=1+1"),
    ("=HYPERLINK(\"https://evil.example\")", "'=HYPERLINK(\"https://evil.example\")"),
    ("@SUM(A1)", "'@SUM(A1)"), ("+1+cmd|' /C calc'!A0", "'+1+cmd|' /C calc'!A0"),
    ("-community", "'-community"), ("-", "'-"), ("+44 20 7946 0000", "'+44 20 7946 0000"),
    ("\t=1", "'\t=1"), ("\r=1", "'\r=1"), ("\n=1", "'\n=1"), ("＝1", "'＝1"), ("＋1+1", "'＋1+1"),
    // Numbers stay numbers.
    ("-1.5", "-1.5"), ("+3", "+3"), ("-2e-7", "-2e-7"),
    ("", ""), ("a=1", "a=1"), (" =1", " =1"), ("‘=1’", "‘=1’"), ("1-2", "1-2"),
  ])
  func `what begins like a formula is marked`(cell: String, marked: String) {
    #expect(FormulaMark.marked(cell) == marked)
    #expect(FormulaMark.unmarked(marked) == cell)
    #expect(CSVText.line([cell]) == CSVText.quoted(cell))
    #expect(CSVText.line([cell, "b"], marksFormulas: true) == CSVText.quoted(marked) + ",b")
  }

  @Test func `an apostrophe before other text is kept`() {
    #expect(FormulaMark.unmarked("'90s") == "'90s")
    #expect(FormulaMark.unmarked("'") == "'")
  }

  @Test func `exports are marked only if asked`() {
    var document = Document(id: "-a", source: Source(path: "/a"))
    document.title = "=1+1, or: peers"
    document.year = 2019
    let usual = ExportFormat.csv.writer.file([document])
    #expect(usual.contains("\n-a,\"=1+1, or: peers\",2019,"))
    let marked = ExportFormat.csv.writer(marksFormulas: true).file([document])
    #expect(marked.contains("\n'-a,\"'=1+1, or: peers\",2019,"))
  }
}
