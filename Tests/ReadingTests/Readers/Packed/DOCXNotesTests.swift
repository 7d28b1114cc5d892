import Literature
import Testing

/// Footnotes, endnotes and hidden text in Word documents.
struct DOCXNotesTests {
  private static let space =
    #"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#

  /// The text of a Word document with this body, these notes and these styles.
  private static func text(
    _ body: String, footnotes: String = "", endnotes: String = "", styles: String = ""
  ) -> String? {
    let bytes = ZipFixture.zip([
      ("[Content_Types].xml", "<Types/>"),
      ("word/document.xml", "<w:document \(space)><w:body>\(body)</w:body></w:document>"),
      ("word/footnotes.xml", "<w:footnotes \(space)>\(footnotes)</w:footnotes>"),
      ("word/endnotes.xml", "<w:endnotes \(space)>\(endnotes)</w:endnotes>"),
      ("word/styles.xml", "<w:styles \(space)>\(styles)</w:styles>"),
    ])
    return ReadDocuments(contents: bytes, name: "plan.docx").documents.first?.text
  }

  private static func paragraph(_ text: String) -> String { "<w:p>\(run(text))</w:p>" }

  private static func run(_ text: String, _ properties: String = "") -> String {
    "<w:r><w:rPr>\(properties)</w:rPr><w:t>\(text)</w:t></w:r>"
  }

  @Test func `notes follow the paragraph or table that refers to them`() {
    func reference(_ kind: String, _ id: Int) -> String {
      #"<w:r><w:\#(kind)Reference w:id="\#(id)"/></w:r>"#
    }
    let footnotes = """
      <w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
      <w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r>\(Self.run("Expenses only."))</w:p>
      \(Self.paragraph("Since May."))</w:footnote>
      <w:footnote w:id="2">\(Self.paragraph("Per hour."))</w:footnote>
      <w:footnote w:id="3">\(Self.paragraph("Never named."))</w:footnote>
      """
    let cell = "<w:tc><w:p>\(Self.run("Pay"))\(reference("footnote", 2))</w:p></w:tc>"
    let body =
      "<w:p>\(Self.run("Peers are paid"))\(reference("footnote", 1))"
      + "\(Self.run(" monthly."))\(reference("endnote", 1))</w:p>"
      + "<w:tbl><w:tr>\(cell)<w:tc>\(Self.paragraph("£12"))</w:tc></w:tr></w:tbl>"
      + Self.paragraph("The end.")
    let endnotes = #"<w:endnote w:id="1">\#(Self.paragraph("See the plan."))</w:endnote>"#
    #expect(
      Self.text(body, footnotes: footnotes, endnotes: endnotes)
        == "Peers are paid monthly.\n\nExpenses only.\n\nSince May.\n\nSee the plan.\n\n"
        + "Pay | £12\n\nPer hour.\n\nThe end.")
  }

  @Test func `a note is read once, and only where its reference is shown`() {
    let reference = #"<w:r><w:footnoteReference w:id="1"/></w:r>"#
    let body =
      "<w:p>\(Self.run("Before."))<w:del>\(reference)</w:del></w:p>"
      + "<w:p>\(Self.run("Pay."))\(reference)\(reference)</w:p>"
      + "<w:p>\(Self.run("After."))\(reference)</w:p>"
    let footnotes = #"<w:footnote w:id="1">\#(Self.paragraph("Per hour."))</w:footnote>"#
    #expect(Self.text(body, footnotes: footnotes) == "Before.\n\nPay.\n\nPer hour.\n\nAfter.")
  }

  @Test(arguments: [
    ("<w:p>\(run("Shown"))\(run(" hidden", "<w:vanish/>"))\(run("."))</w:p>", "Shown."),
    ("<w:p>\(run("Shown"))\(run(" too", #"<w:vanish w:val="0"/>"#))</w:p>", "Shown too"),
    ("<w:p>\(run("Shown"))\(run(" by style", #"<w:rStyle w:val="Secret"/>"#))</w:p>", "Shown"),
    (
      #"<w:p><w:pPr><w:pStyle w:val="Secret"/></w:pPr>\#(run("Hidden"))</w:p>"#
        + paragraph("Shown"), "Shown"
    ),
    // Moved text is read where it is now.
    (
      "<w:p><w:moveFrom>\(run("Old place"))</w:moveFrom></w:p>"
        + "<w:p><w:moveTo>\(run("New place"))</w:moveTo></w:p>", "New place"
    ),
  ])
  func `hidden text is not read`(body: String, text: String) {
    let styles = #"""
      <w:style w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>
      """#
    #expect(Self.text(body, styles: styles) == text)
  }
}
