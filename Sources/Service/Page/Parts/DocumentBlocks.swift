import Answers
import Literature
import Retrieval

/// A document's text as it is set: headings and paragraphs, in order.
package struct DocumentBlocks {
  /// A piece of the text.
  package enum Block: Sendable, Equatable {
    /// A section's heading, with the page on which the section begins.
    case heading(String, page: Int?)
    /// A paragraph: Unicode scalars of the text.
    case paragraph(Range<Int>)
  }

  /// The blocks.
  package let blocks: [Block]
  /// The text's scalars, into which the ranges point.
  package let scalars: [Unicode.Scalar]

  /// Divides a document.
  package init(_ document: Document) {
    let scalars = Array(document.text.unicodeScalars)
    self.scalars = scalars
    var blocks: [Block] = []
    var place = 0
    func add(_ range: Range<Int>) {
      blocks += Self.paragraphs(in: range, of: scalars).map { .paragraph($0) }
    }
    for section in DocumentJSON(document).sections
    where section.start >= place && section.end <= scalars.count {
      let before = place..<section.start
      let between = String(scalars: scalars[before])
      if Self.isSame(between, section.heading) {
        // What lies before a section is its heading, mostly, and is set as such.
        if !section.heading.isEmpty { blocks.append(.heading(section.heading, page: section.page)) }
      } else {
        add(before)
        if !section.heading.isEmpty, !between.contains(section.heading) {
          blocks.append(.heading(section.heading, page: section.page))
        }
      }
      add(section.start..<section.end)
      place = section.end
    }
    add(place..<scalars.count)
    self.blocks = blocks
  }

  private static func isSame(_ left: String, _ right: String) -> Bool {
    func words(_ text: String) -> [Substring] { text.split { $0.isWhitespace || $0.isPunctuation } }
    return words(left) == words(right)
  }

  /// Ranges between blank lines, without the white space around them.
  private static func paragraphs(
    in range: Range<Int>, of scalars: [Unicode.Scalar]
  ) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start: Int?
    var end = range.lowerBound
    var newlines = 0
    for place in range {
      let scalar = scalars[place]
      if scalar.properties.isWhitespace {
        if scalar == "\n" { newlines += 1 }
        continue
      }
      if newlines > 1, let first = start {
        found.append(first..<end)
        start = nil
      }
      newlines = 0
      if start == nil { start = place }
      end = place + 1
    }
    if let start { found.append(start..<end) }
    return found
  }
}
