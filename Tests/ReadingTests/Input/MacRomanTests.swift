import Literature
import Reading
import Testing

/// References in the encoding of old programs for the Mac.
struct MacRomanTests {
  /// A RIS record of bytes that are written as characters up to U+00FF.
  private func read(_ author: String, _ title: String) -> ReadDocuments {
    let text = "TY  - JOUR\nAU  - \(author)\nTI  - \(title)\nER  - \n"
    let bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    return ReadDocuments(contents: bytes, name: "a.ris")
  }

  @Test(arguments: [
    ("M\u{9F}ller, J\u{9F}rgen", "Peers\u{D5} work", "Müller, Jürgen", "Peers’ work"),
    (
      "Pe\u{96}a, Mar\u{92}a Jos\u{8E}", "\u{D2}Users\u{D3} in M\u{8E}rida", "Peña, María José",
      "“Users” in Mérida"
    ),
  ])
  func `Mac OS Roman is recognised`(
    author: String, title: String, plainAuthor: String, plainTitle: String
  ) {
    let reading = read(author, title)
    #expect(reading.documents.map(\.authors) == [[plainAuthor]])
    #expect(reading.documents.map(\.title) == [plainTitle])
    #expect(reading.repaired.isEmpty && reading.failures.isEmpty)
  }

  @Test(arguments: [
    ("M\u{FC}ller, Jos\u{E9}", "Don\u{92}t \u{96} stop", "Müller, José", "Don’t – stop"),
    (
      "\u{8A}i\u{9E}ek, Du\u{9A}an", "A brand\u{99} and \u{93}c\u{9C}ur\u{94}", "Šižek, Dušan",
      "A brand™ and “cœur”"
    ),
  ])
  func `Windows-1252 stays Windows-1252`(
    author: String, title: String, plainAuthor: String, plainTitle: String
  ) {
    let reading = read(author, title)
    #expect(reading.documents.map(\.authors) == [[plainAuthor]])
    #expect(reading.documents.map(\.title) == [plainTitle])
  }
}
