import Reading
import Testing

/// What messages say about files in other formats.
struct UnsupportedFilesTests {
  @Test(
    arguments: [
      (
        "a.7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive); unpack it, or pack it as .zip"
      ),
      ("a.rar", Array("Rar!\u{1A}\u{7}".utf8), "a RAR archive); unpack it, or pack it as .zip"),
      (
        "citation.cgi", Array("Database: Ovid MEDLINE\n".utf8),
        "text with the extension .cgi); export the records as RIS"
      ),
    ] as [(String, [UInt8], String)])
  func `messages say how to read them`(name: String, bytes: [UInt8], reason: String) {
    let reading = ReadDocuments(contents: bytes, name: name)
    #expect(reading.failures == ["/folder/\(name): has an unsupported format (\(reason)"])
  }
}
