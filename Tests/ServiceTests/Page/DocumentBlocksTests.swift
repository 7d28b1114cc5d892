import Literature
import Service
import Testing

struct DocumentBlocksTests {
  /// The headings and paragraphs of a text with one section, which is its last line.
  private static func blocks(_ text: String, heading: String) -> [String] {
    var document = Document(id: "a", source: Source(path: "/a"))
    document.text = text
    let end = text.utf8.count
    let length = text.split(separator: "\n").last?.utf8.count ?? 0
    document.sections = [Section(heading: heading, bytes: end - length..<end)]
    let body = DocumentBlocks(document)
    return body.blocks.map { block in
      switch block {
      case .heading(let heading, _): "# " + heading
      case .paragraph(let range): String(scalars: body.scalars[range])
      }
    }
  }

  private static let cases: [(text: String, heading: String, blocks: [String])] = [
    ("Methods\n\nWe asked.", "Methods", ["# Methods", "We asked."]),
    ("Results\nPay:\nLow.", "Results › Pay", ["# Results › Pay", "Low."]),
    ("We asked.", "Methods", ["# Methods", "We asked."]),
    ("We asked.", "", ["We asked."]),
    ("Abstract\n\nMethods\n\nWe asked.", "Methods", ["Abstract", "# Methods", "We asked."]),
    (
      "One line.\n\nTwo\nlines.\n\nMETHODS:\n\nWe asked.", "METHODS",
      ["One line.", "Two\nlines.", "# METHODS", "We asked."]
    ),
    // A paragraph that only contains the words of the heading stays as it is.
    ("Methods of others.\n\nWe asked.", "Methods", ["Methods of others.", "We asked."]),
    ("One line.\n\nWe asked.", "", ["One line.", "We asked."]),
  ]

  @Test(arguments: cases)
  func `headings in the text become headings of the page`(
    text: String, heading: String, blocks: [String]
  ) {
    #expect(Self.blocks(text, heading: heading) == blocks)
  }
}
