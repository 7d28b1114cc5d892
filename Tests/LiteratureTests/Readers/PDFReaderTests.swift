import Foundation
import Literature
import TestSupport
import Testing

@Suite(
  .enabled(
    if: FileManager.default.fileExists(atPath: "/usr/bin/pdftotext"),
    "pdftotext (Debian package poppler-utils) is absent"))
struct PDFReaderTests {
  /// Two pages with running heads, page numbers, a title, a heading, a word broken at a line's end
  /// and a sentence that goes on on the second page.
  private static let pages = [
    """
    BT /F 8 Tf 40 580 Td (Journal of Peer Work 2021;3:45) Tj ET
    BT /F 20 Tf 40 540 Td (Role clarity for peers) Tj ET
    BT /F 10 Tf 40 510 Td (Ann Lee, Bo Chen) Tj ET
    BT /F 14 Tf 40 470 Td (Methods) Tj ET
    BT /F 10 Tf 40 440 Td (We asked many people about coun-) Tj
    0 -12 Td (seling and what it means to them. We asked) Tj
    0 -12 Td (them twice and wrote their answers down with) Tj ET
    BT /F 8 Tf 200 20 Td (1) Tj ET
    """,
    """
    BT /F 8 Tf 40 580 Td (Journal of Peer Work 2021;3:46) Tj ET
    BT /F 10 Tf 40 530 Td (great care in every place.) Tj ET
    BT /F 10 Tf 40 490 Td (A second paragraph stands on the other page.) Tj ET
    BT /F 8 Tf 200 20 Td (2) Tj ET
    """,
  ]

  private static func pdf(_ pages: [String]) -> String {
    let kids = pages.indices.map { "\(10 + $0) 0 R" }.joined(separator: " ")
    var text = """
      %PDF-1.4
      1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
      2 0 obj<</Type/Pages/Kids[\(kids)]/Count \(pages.count)>>endobj
      3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj

      """
    for (index, page) in pages.enumerated() {
      text += """
        \(10 + index) 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Resources<</Font<</F 3 0 R\
        >>>>/Contents \(50 + index) 0 R>>endobj
        \(50 + index) 0 obj<</Length \(page.utf8.count)>>stream
        \(page)
        endstream endobj

        """
    }
    return text + "trailer<</Root 1 0 R>>\n%%EOF\n"
  }

  @Test func readingOrderPagesAndMargins() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("paper.pdf", Self.pdf(Self.pages).utf8)
    let reading = Reading(library: path)
    let document = try #require(reading.documents.first)
    #expect(document.id == "paper")
    #expect(document.title == "Role clarity for peers")
    #expect(document.authors == ["Ann Lee", "Bo Chen"])
    #expect(document.year == 2021)
    #expect(
      document.sections.map { "\($0.page ?? 0)|\($0.heading)|\(document.text($0))" } == [
        "1|Methods|We asked many people about coun-seling and what it means to them. We asked them "
          + "twice and wrote their answers down with great care in every place.",
        "2|Methods|A second paragraph stands on the other page.",
      ])
  }

  @Test func filesWithoutTextAndDamagedFilesAreReported() throws {
    let folder = try TemporaryFolder()
    try folder.write("empty.pdf", Self.pdf([""]).utf8)
    try folder.write("junk.pdf", "%PDF-1.4\nnothing".utf8)
    let failures = Reading(library: folder.path).failures
    #expect(failures.count == 2)
    #expect(failures.first?.contains("holds no text") == true)
    #expect(failures.last?.contains("is damaged or locked") == true)
  }
}
