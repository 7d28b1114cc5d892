import Reading
import Testing

struct PlainTextTests {
  @Test(
    arguments: [
      (Array("“peer” 2010–2020".utf8), "“peer” 2010–2020"),
      ([0xEF, 0xBB, 0xBF, 0x61], "a"),
      ([0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00, 0x2D, 0x4E], "a\n中"),
      ([0xFE, 0xFF, 0x00, 0x61], "a"),
      // Windows-1252, also between digits and other marks.
      ([0x93] + Array("peer".utf8) + [0x94] + Array(".ti.".utf8), "“peer”.ti."),
      (Array("2010".utf8) + [0x96] + Array("2020 (".utf8) + [0x93, 0x2A], "2010–2020 (“*"),
      (
        Array("1 peer\u{1F}s\t12\u{0B}2 lay work as written before, and more of it".utf8),
        "1 peer\u{1F}s\t12\u{0B}2 lay work as written before, and more of it"
      ),
      ([], ""),
    ] as [([UInt8], String)])
  func `text that a person saved is decoded`(_ bytes: [UInt8], _ text: String) throws {
    #expect(try PlainText.read(bytes) == text)
  }

  @Test(
    arguments: [
      (Array("%PDF-1.7\n1 0 obj".utf8), "s.pdf", .notText("a PDF file")),
      (
        [0x50, 0x4B, 0x03, 0x04] + Array("....word/document.xml".utf8), "s.docx",
        .notText("a DOCX file")
      ),
      ([0x50, 0x4B, 0x03, 0x04, 0x00, 0x01], "s.zip", .notText("a compressed file")),
      (Array("{\\rtf1 peer}".utf8), "s.rtf", .notText("an RTF file")),
      (Array("<!DOCTYPE html><p>peer".utf8), "s.html", .notText("an HTML file")),
      (Array("<?xml version=\"1.0\"?><a/>".utf8), "s.xml", .notText("an XML file")),
      ([0xD0, 0xCF, 0x11, 0xE0, 0x00, 0x00], "s.doc", .notText("an old Word file")),
      ([0x61, 0x00, 0x62, 0x00], "", .notText("a binary file")),
      // UTF-8 and another byte; a byte that Windows-1252 lacks.
      (Array("naïve ".utf8) + [0x93], "", .unknownEncoding),
      (Array("peer ".utf8) + [0x81], "", .unknownEncoding),
    ] as [([UInt8], String, PlainText.Problem)])
  func `other files are not read as text`(
    _ bytes: [UInt8], _ name: String, _ problem: PlainText.Problem
  ) {
    #expect(throws: problem) { try PlainText.read(bytes, name: name) }
  }
}
