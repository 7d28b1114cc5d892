import Foundation
import Literature
import Testing

/// Styles of Word documents that are based on others.
struct DOCXStylesTests {
  /// A style, the style that it is based on, and its properties.
  private static func style(
    _ id: String, name: String = "", on base: String = "", _ properties: String = ""
  ) -> String {
    let basedOn = base.isEmpty ? "" : #"<w:basedOn w:val="\#(base)"/>"#
    return #"<w:style w:styleId="\#(id)"><w:name w:val="\#(name.isEmpty ? id : name)"/>"#
      + "\(basedOn)\(properties)</w:style>"
  }

  private static func outline(_ level: Int) -> String { #"<w:outlineLvl w:val="\#(level)"/>"# }

  private static let styles = [
    style("Title"), style("Cover", on: "Title"), style("Subtitle", on: "Title"),
    style("Author", on: "Title"),
    style("H1", name: "heading 1"), style("H2", name: "heading 2", on: "H1"),
    style("Chapter", on: "H1"), style("Numbered", on: "Chapter"),
    style("Part", on: "H1", "<w:pPr>\(outline(2))</w:pPr>"),
    style("TOCHeading", name: "TOC Heading", on: "H1", "<w:pPr>\(outline(9))</w:pPr>"),
    style("Left", on: "Right"), style("Right", on: "Left"), style("Lost", on: "Nowhere"),
    style("Secret", "<w:rPr><w:vanish/></w:rPr>"), style("Note", on: "Secret"),
    style("Remark", on: "Note"),
    style("Open", on: "Note", #"<w:rPr><w:vanish w:val="0"/></w:rPr>"#),
    style("SecretChapter", on: "Chapter", "<w:rPr><w:vanish/></w:rPr>"),
  ].joined()

  private static func document(_ body: String) -> Document? {
    let space = #"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#
    let bytes = ZipFixture.zip([
      ("word/document.xml", "<w:document \(space)><w:body>\(body)</w:body></w:document>"),
      ("word/styles.xml", "<w:styles \(space)>\(styles)</w:styles>"),
    ])
    return ReadDocuments(contents: bytes, name: "plan.docx").documents.first
  }

  private static func paragraph(
    _ text: String, _ style: String = "", _ properties: String = ""
  ) -> String {
    let named = style.isEmpty ? "" : #"<w:pStyle w:val="\#(style)"/>"#
    return "<w:p><w:pPr>\(named)\(properties)</w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
  }

  @Test func `a style has the level of the one that it is based on`() {
    let body = [
      Self.paragraph("Plan for peers", "Cover"), Self.paragraph("A draft", "Subtitle"),
      Self.paragraph("Pay", "Chapter"), Self.paragraph("Low."),
      Self.paragraph("Roles", "Numbered"), Self.paragraph("Many."),
      Self.paragraph("Contents", "TOCHeading"), Self.paragraph("Loops.", "Left"),
      Self.paragraph("Lost.", "Lost"), Self.paragraph("Text.", "Chapter", Self.outline(9)),
      Self.paragraph("Training", "Part"), Self.paragraph("Some."),
      Self.paragraph("Leave", "", Self.outline(0)), Self.paragraph("None."),
    ].joined()
    let document = Self.document(body)
    #expect(document?.title == "Plan for peers")
    #expect(document?.sections.map(\.heading) == ["", "Pay", "Roles", "Training", "Leave"])
    #expect(
      document?.text.components(separatedBy: "\n\n") == [
        "A draft", "Pay", "Low.", "Roles", "Many.", "Contents", "Loops.", "Lost.", "Text.",
        "Training", "Some.", "Leave", "None.",
      ])
  }

  @Test(
    arguments: [
      (["Title:A plan", "Author:Ann Lee, Glasgow"], "A plan", ["Ann Lee, Glasgow"]),
      (["Cover:Report 7", "Title:A plan", "Author:Ann Lee"], "A plan", ["Report 7", "Ann Lee"]),
      (["Cover:A plan", "Author:Ann Lee"], "A plan", ["Ann Lee"]),
      (["Cover:Report 7", "Author:Ann Lee", "Title:A plan"], "A plan", ["Ann Lee", "Report 7"]),
      (["Title:A plan", "Title:A plan"], "A plan", []),
      (["Title:Report 7", "Title:A plan"], "A plan", ["Report 7"]),
      (["Cover:", "Title:A plan", "Cover:"], "A plan", []),
    ] as [([String], String, [String])])
  func `a style based on the title is the title only if nothing else is`(
    paragraphs: [String], title: String, text: [String]
  ) {
    let body = (paragraphs + [":Pay peers."]).map { paragraph in
      let parts = paragraph.split(separator: ":", omittingEmptySubsequences: false)
      return Self.paragraph(String(parts[1]), String(parts[0]))
    }
    let document = Self.document(body.joined())
    #expect(document?.title == title)
    #expect(document?.text.components(separatedBy: "\n\n") == text + ["Pay peers."])
  }

  @Test(arguments: [
    ("Secret", "Shown."), ("Note", "Shown."), ("Remark", "Shown."), ("SecretChapter", "Shown."),
    ("Open", "Text.\n\nShown."), ("Left", "Text.\n\nShown."), ("Lost", "Text.\n\nShown."),
  ])
  func `a style hides text if the one that it is based on does`(style: String, text: String) {
    #expect(
      Self.document(Self.paragraph("Text.", style) + Self.paragraph("Shown."))?.text == text)
    let run = #"<w:r><w:rPr><w:rStyle w:val="\#(style)"/></w:rPr><w:t>Text.</w:t></w:r>"#
    #expect(
      Self.document("<w:p>\(run)</w:p>" + Self.paragraph("Shown."))?.text == text)
  }
}
