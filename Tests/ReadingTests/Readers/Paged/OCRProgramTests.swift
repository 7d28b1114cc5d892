import Foundation
import Reading
import Testing
import TestSupport

/// The programs that docs/formats.md names for scanned PDFs, on a page that is only a picture.
struct OCRProgramTests {
  private static func has(_ programs: String...) -> Bool {
    programs.allSatisfy { FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)") }
  }

  /// A PDF with a page of text as an image.
  private static func scan(in folder: TemporaryFolder) throws -> String {
    let page = """
      %PDF-1.4
      1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
      2 0 obj<</Type/Pages/Kids[4 0 R]/Count 1>>endobj
      3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
      4 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 300]/Resources<</Font<</F 3 0 R>>>>\
      /Contents 5 0 R>>endobj
      5 0 obj<</Length 148>>stream
      BT /F 24 Tf 40 240 Td (Role clarity for peers) Tj ET
      BT /F 14 Tf 40 190 Td (Mentors help people where they can,) Tj
      0 -20 Td (and they ask for supervision.) Tj ET
      endstream endobj
      trailer<</Root 1 0 R>>
      %%EOF

      """
    let text = try folder.write("text.pdf", page.utf8)
    let picture = folder.path + "/picture"
    _ = try ExternalProgram("pdftoppm", ["-r", "200", "-gray", "-singlefile", text, picture])
    try FileManager.default.removeItem(atPath: text)
    // "P5", width, height, maximum value, then one byte per pixel.
    let image = try Data(contentsOf: URL(filePath: picture + ".pgm"))
    try FileManager.default.removeItem(atPath: picture + ".pgm")
    let head = String(decoding: image.prefix(64), as: UTF8.self)
      .split(maxSplits: 4, whereSeparator: \.isWhitespace)
    let width = try #require(Int(head[1]))
    let height = try #require(Int(head[2]))
    let points = Array(image.suffix(width * height))
    let draw = "400 0 0 300 0 0 cm /I Do"
    let start = """
      %PDF-1.4
      1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
      2 0 obj<</Type/Pages/Kids[4 0 R]/Count 1>>endobj
      4 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 300]/Resources<</XObject<</I 6 0 R>>>>\
      /Contents 5 0 R>>endobj
      5 0 obj<</Length \(draw.utf8.count)>>stream
      \(draw)
      endstream endobj
      6 0 obj<</Type/XObject/Subtype/Image/Width \(width)/Height \(height)/ColorSpace/DeviceGray\
      /BitsPerComponent 8/Length \(points.count)>>stream

      """
    let end = "\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
    return try folder.write("scan.pdf", Array(start.utf8) + points + Array(end.utf8))
  }

  private static func expectText(_ path: String, ocr: String) {
    let reading = ReadDocuments(library: path, options: ReadingOptions(ocr: ocr))
    #expect(reading.failures.isEmpty)
    let text = reading.documents.map { $0.title + " " + $0.text }.joined().lowercased()
    #expect(text.contains("role clarity for peers") && text.contains("supervision"), "\(text)")
  }

  @Test(
    .enabled(
      if: has("tesseract", "pdftoppm"), "tesseract (Debian package tesseract-ocr) is absent"))
  func `the script for tesseract in docs/formats.md reads a scan`() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../../docs/formats.md")
    let parts = try String(contentsOf: page, encoding: .utf8).components(separatedBy: "```sh\n")
    let script = try #require(parts.last?.components(separatedBy: "```").first)
    let folder = try TemporaryFolder()
    let program = try folder.write("ocr.sh", script.utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    Self.expectText(try Self.scan(in: folder), ocr: program)
  }

  @Test(
    .enabled(
      if: has("ocrmypdf", "tesseract", "pdftoppm"), "ocrmypdf (Debian package ocrmypdf) is absent"))
  func `ocrmypdf reads a scan`() throws {
    let folder = try TemporaryFolder()
    Self.expectText(try Self.scan(in: folder), ocr: "ocrmypdf --skip-text --quiet")
  }
}
