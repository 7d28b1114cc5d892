import Literature
import Service
import Testing

struct TextPageTests {
  @Test(arguments: [
    ("abstract", "Setting\nA clinic.\n\nMethods\nWe asked."),
    ("methods", "Methods\nWe asked.\n\nMethods\nLong."),
    ("setting", "A clinic."), ("3", "Long."),
  ])
  func `the abstract of an article has all its parts`(name: String, text: String) throws {
    var document = Document(id: "a", source: Source(path: "/a"))
    document.text = "A clinic.\nWe asked.\nLong."
    document.sections = [
      Section(heading: "Setting", kind: .methods, bytes: 0..<9, isInAbstract: true),
      Section(heading: "Methods", kind: .methods, bytes: 10..<19, isInAbstract: true),
      Section(heading: "Methods", kind: .methods, bytes: 20..<25),
    ]
    #expect(try TextPage(document, section: name, offset: 0, limit: 100).text == text)
  }

  @Test func `an abstract that begins without a heading is whole`() throws {
    var document = Document(id: "a", source: Source(path: "/a"))
    document.text = "Lead.\nWe asked.\nLong."
    document.sections = [
      Section(heading: "Abstract", kind: .abstract, bytes: 0..<5, isInAbstract: true),
      Section(heading: "Methods", kind: .methods, bytes: 6..<15, isInAbstract: true),
      Section(heading: "Methods", kind: .methods, bytes: 16..<21),
    ]
    #expect(
      try TextPage(document, section: "abstract", offset: 0, limit: 100).text
        == "Abstract\nLead.\n\nMethods\nWe asked.")
  }
}
