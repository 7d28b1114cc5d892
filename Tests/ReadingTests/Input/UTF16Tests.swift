import Literature
import Reading
import Testing

/// References in UTF-16.
struct UTF16Tests {
  private static let text = "TY  - JOUR\nAU  - Müller, Jürgen\nTI  - “Café” peers\nER  - \n"

  @Test(
    arguments: [
      (true, [0xFE, 0xFF]), (false, [0xFF, 0xFE]), (true, []), (false, []),
    ] as [(Bool, [UInt8])])
  func `UTF-16 is read with and without a byte-order mark`(isBigEndian: Bool, mark: [UInt8]) {
    let bytes = Self.text.utf16.flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBigEndian ? pair : pair.reversed()
    }
    let reading = ReadDocuments(contents: mark + bytes, name: "a.ris")
    #expect(reading.documents.map(\.authors) == [["Müller, Jürgen"]])
    #expect(reading.documents.map(\.title) == ["“Café” peers"])
    #expect(reading.repaired.isEmpty && reading.failures.isEmpty)
  }

  @Test func `other files with zeros are binary`() {
    let bytes = [UInt8](repeating: 0, count: 64) + Array("peers".utf8)
    let reading = ReadDocuments(contents: bytes, name: "a.bin", isNamed: false)
    #expect(reading.skipped == ["/folder/a.bin: has an unsupported format (binary)"])
  }
}
