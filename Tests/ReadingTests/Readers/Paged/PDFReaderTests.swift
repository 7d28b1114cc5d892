import Foundation
import Reading
import Testing
import TestSupport

@Suite(
  .enabled(
    if: FileManager.default.fileExists(atPath: "/usr/bin/pdftotext"),
    "pdftotext (Debian package poppler-utils) is absent"))
struct PDFReaderTests {
  /// Two pages with running heads, page numbers, a title, a heading, a word hyphenated at the end
  /// of a line, and a sentence that continues on the second page.
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

  @Test func `reading order, pages and margins are right`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("paper.pdf", Self.pdf(Self.pages).utf8)
    let reading = ReadDocuments(library: path)
    let document = try #require(reading.documents.first)
    #expect(document.id == "paper")
    #expect(document.title == "Role clarity for peers")
    #expect(document.authors == ["Lee, Ann", "Chen, Bo"])
    #expect(document.year == 2021)
    #expect(
      document.sections.map { "\($0.page ?? 0)|\($0.heading)|\(document.text($0))" } == [
        "1|Methods|We asked many people about coun-seling and what it means to them. We asked them "
          + "twice and wrote their answers down with great care in every place.",
        "2|Methods|A second paragraph stands on the other page.",
      ])
  }

  @Test func `journal, year and pages of the first page`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("paper.pdf", Self.pdf(Self.pages).utf8)
    let document = try #require(ReadDocuments(library: path).documents.first)
    #expect(document.venue == "Journal of Peer Work")
    #expect(document.imprint.volume == "3")
    #expect(document.imprint.pages == "45")
  }

  @Test(
    arguments: [
      ("Journal of Peer Work, vol. 4 (2018)", "Received 3 May 2017", 2018),
      ("Published: 12 May 2019", "(c) 2017 The Authors", 2019),
      ("Unnamed report", "Copyright 2017 The Authors", 2017),
      ("Unnamed report", "12. Lee J. Peers. J Ment Health 2015; 24: 33.", nil),
      ("Unnamed report", "Smith J, Poe K. Peer work. J Peer Work 2015;3:45.", nil),
    ] as [(String, String, Int?)])
  func `the year that the first page states`(head: String, foot: String, year: Int?) throws {
    let head = head.replacing("(", with: "\\(").replacing(")", with: "\\)")
    let foot = foot.replacing("(", with: "\\(").replacing(")", with: "\\)")
    let page = """
      BT /F 8 Tf 40 580 Td (\(head)) Tj ET
      BT /F 20 Tf 40 540 Td (Role clarity for peers) Tj ET
      BT /F 10 Tf 40 440 Td (We asked many people in March 2011 what peer support) Tj
      0 -12 Td (means to them, since a trial that was published in 2014) Tj
      0 -12 Td (had found that others hardly know what peers do here.) Tj ET
      BT /F 8 Tf 40 20 Td (\(foot)) Tj ET
      """
    let folder = try TemporaryFolder()
    let path = try folder.write("paper.pdf", Self.pdf([page]).utf8)
    #expect(ReadDocuments(library: path).documents.first?.year == year)
  }

  /// A table between two paragraphs, and a bulleted list, which is not a table.
  private static let table: String = {
    let cells = [["Role", "Band", "WTE"], ["Peer worker", "3", "45"], ["Senior peer", "", "2"]]
    var page = "BT /F 10 Tf 40 500 Td (Staff are listed in the table that follows here.) Tj ET\n"
    for (row, texts) in cells.enumerated() {
      for (column, text) in texts.enumerated() where !text.isEmpty {
        page += "BT /F 10 Tf \(40 + 120 * column) \(470 - 15 * row) Td (\(text)) Tj ET\n"
      }
    }
    return page + """
      BT /F 10 Tf 40 400 Td (More text comes after the table of all staff.) Tj ET
      BT /F 10 Tf 40 360 Td (-) Tj ET
      BT /F 10 Tf 70 360 Td (first point) Tj ET
      BT /F 10 Tf 40 345 Td (-) Tj ET
      BT /F 10 Tf 70 345 Td (second point) Tj ET
      BT /F 10 Tf 40 330 Td (-) Tj ET
      BT /F 10 Tf 70 330 Td (third point) Tj ET
      """
  }()

  @Test func `tables keep rows and columns`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("table.pdf", Self.pdf(["", Self.table]).utf8)
    let document = try #require(ReadDocuments(library: path).documents.first)
    let paragraphs = document.text.split(separator: "\n\n").map(String.init)
    #expect(paragraphs.contains("Role | Band | WTE"))
    #expect(paragraphs.contains("Peer worker | 3 | 45"))
    #expect(paragraphs.contains("Senior peer |  | 2"))
    #expect(!document.text.contains("- | first"))
  }

  /// A PDF whose pages have one text in common, a sentence without an end.
  private static func endlessSentence(pages count: Int) -> String {
    let words = Array(repeating: "peers who support their peers at work with", count: 40)
    let lines = words.map { "0 -10 Td (\($0)) Tj" }.joined(separator: "\n")
    let stream = "BT /F 9 Tf 40 520 Td\n\(lines)\nET"
    let kids = (0..<count).map { "\(10 + $0) 0 R" }.joined(separator: " ")
    var text = """
      %PDF-1.4
      1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
      2 0 obj<</Type/Pages/Kids[\(kids)]/Count \(count)>>endobj
      3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
      4 0 obj<</Length \(stream.utf8.count)>>stream
      \(stream)
      endstream endobj

      """
    for number in 10..<10 + count {
      text += """
        \(number) 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Resources<</Font<</F 3 0 R\
        >>>>/Contents 4 0 R>>endobj

        """
    }
    return text + "trailer<</Root 1 0 R>>\n%%EOF\n"
  }

  @Test func `a sentence over ten times the pages takes at most 25 times as long`() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let small = try folder.write("small.pdf", Self.endlessSentence(pages: 20).utf8)
    let large = try folder.write("large.pdf", Self.endlessSentence(pages: 200).utf8)
    func time(_ path: String) -> Duration {
      medianTime { #expect(ReadDocuments(library: path).documents.first?.sections.count == 1) }
    }
    let short = max(.milliseconds(50), time(small))
    #expect(time(large) <= short * 25)
  }

  private static let locked: String = {
    let key = String(repeating: "41", count: 32)
    return pdf(["BT /F 10 Tf 40 500 Td (Secret) Tj ET"]).replacing(
      "trailer<</Root 1 0 R>>",
      with: """
        9 0 obj<</Filter/Standard/V 1/R 2/O<\(key)>/U<\(key)>/P -4>>endobj
        trailer<</Root 1 0 R/Encrypt 9 0 R/ID[<41><41>]>>
        """)
  }()

  @Test func `damaged, locked and scanned files each have a message`() throws {
    let folder = try TemporaryFolder()
    try folder.write("1-scanned.pdf", Self.pdf([""]).utf8)
    try folder.write("2-junk.pdf", "%PDF-1.4\nnothing".utf8)
    try folder.write("3-locked.pdf", Self.locked.utf8)
    let reasons = ReadDocuments(library: folder.path).failures.map {
      $0.split(separator: ".pdf: ").last
    }
    #expect(
      reasons == [
        "has no text; OCR needed (index it with --ocr COMMAND)",
        "is damaged: pdftotext can't open it",
        "is protected by a password; save a copy without one",
      ])
  }

  @Test(arguments: [
    "cp '$TEXT' \"$2\"", "printf 'Role clarity for peers\\n\\nText of it.'", "false",
  ])
  func `a program recognises the text of scanned pages`(command: String) throws {
    let folder = try TemporaryFolder()
    let text = try folder.write("text.bin", Self.pdf(Self.pages).utf8)
    let script = try folder.write(
      "ocr.sh", "#!/bin/sh\n\(command.replacing("$TEXT", with: text))\n".utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
    let path = try folder.write("scan.pdf", Self.pdf([""]).utf8)
    let reading = ReadDocuments(library: path, options: ReadingOptions(ocr: script))
    if command == "false" {
      #expect(reading.failures.first?.contains("ended with status 1") == true)
    } else {
      #expect(reading.documents.first?.title == "Role clarity for peers")
      #expect(reading.documents.first?.id == "scan")
    }
  }
}
