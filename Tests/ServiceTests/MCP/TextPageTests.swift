import Literature
import Service
import Testing

struct TextPageTests {
  /// An article with an abstract of two sections, of which this is the first, and a section after
  /// it.
  private static func article(_ first: String, heading: String, _ kind: Section.Kind) -> Document {
    var document = Document(id: "a", source: Source(path: "/a"))
    for (text, section) in [
      (first, Section(heading: heading, kind: kind, bytes: 0..<0, isInAbstract: true)),
      ("We asked.", Section(heading: "Methods", kind: .methods, bytes: 0..<0, isInAbstract: true)),
      ("Long.", Section(heading: "Methods", kind: .methods, bytes: 0..<0)),
    ] {
      if !document.text.isEmpty { document.text += "\n" }
      let start = document.text.utf8.count
      document.text += text
      document.sections.append(section)
      document.sections[document.sections.count - 1].bytes = start..<document.text.utf8.count
    }
    return document
  }

  @Test(arguments: [
    ("abstract", "Setting\nA clinic.\n\nMethods\nWe asked."),
    ("methods", "Methods\nWe asked.\n\nMethods\nLong."),
    ("setting", "A clinic."), ("3", "Long."),
  ])
  func `the abstract of an article has all its parts`(name: String, text: String) throws {
    let document = Self.article("A clinic.", heading: "Setting", .methods)
    #expect(try TextPage(document, section: name, offset: 0, limit: 100).text == text)
  }

  @Test(arguments: [
    "-9223372036854775808", "9223372036854775807", "-1", "0", "4", "99999999999999999999",
  ])
  func `a number that no section has is an error`(name: String) {
    let document = Self.article("A clinic.", heading: "Setting", .methods)
    let error = #expect(throws: ServiceError.self) {
      try TextPage(document, section: name, offset: 0, limit: 100)
    }
    #expect(error?.message == "There is no section “\(name)”.")
  }

  @Test func `an abstract that begins without a heading is whole`() throws {
    let document = Self.article("Lead.", heading: "Abstract", .abstract)
    #expect(
      try TextPage(document, section: "abstract", offset: 0, limit: 100).text
        == "Abstract\nLead.\n\nMethods\nWe asked.")
  }
}
