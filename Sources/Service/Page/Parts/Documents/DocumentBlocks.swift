import Answers
import Literature
import Retrieval

/// The text of a document as headings and paragraphs, in order.
package struct DocumentBlocks {
  /// A heading or a paragraph.
  package enum Block: Sendable, Equatable {
    /// The heading of a section, and the page on which the section begins.
    case heading(String, page: Int?)
    /// A paragraph, in Unicode scalars of the text.
    case paragraph(Range<Int>)
  }

  /// The headings and paragraphs, in order.
  package let blocks: [Block]
  /// The scalars of the text.
  package let scalars: [Unicode.Scalar]

  /// Divides the text of a document.
  package init(_ document: Document) {
    let scalars = Array(document.text.unicodeScalars)
    self.scalars = scalars
    var blocks: [Block] = []
    var offset = 0
    func add(_ range: Range<Int>) {
      blocks += Self.paragraphs(in: range, of: scalars).map { .paragraph($0) }
    }
    for section in DocumentJSON(document).sections
    where section.start >= offset && section.end <= scalars.count {
      let before = offset..<section.start
      let between = String(scalars: scalars[before])
      let heading =
        section.heading.isEmpty ? nil : Block.heading(section.heading, page: section.page)
      let paragraphs = Self.paragraphs(in: before, of: scalars)
      let last = paragraphs.last.map { String(scalars: scalars[$0]) } ?? ""
      if Section.isHeading(between, section.heading) {
        blocks += [heading].compactMap(\.self)
      } else if let heading, Section.isHeading(last, section.heading) {
        // Other text comes before the heading, such as “Abstract” before its first part.
        blocks += paragraphs.dropLast().map { .paragraph($0) }
        blocks.append(heading)
      } else {
        add(before)
        if let heading, !between.contains(section.heading) { blocks.append(heading) }
      }
      add(section.start..<section.end)
      offset = section.end
    }
    add(offset..<scalars.count)
    self.blocks = blocks
  }

  /// The ranges between blank lines, without surrounding white space.
  private static func paragraphs(
    in range: Range<Int>, of scalars: [Unicode.Scalar]
  ) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start: Int?
    var end = range.lowerBound
    var newlines = 0
    for index in range {
      let scalar = scalars[index]
      if scalar.properties.isWhitespace {
        if scalar == "\n" { newlines += 1 }
        continue
      }
      if newlines > 1, let first = start {
        found.append(first..<end)
        start = nil
      }
      newlines = 0
      if start == nil { start = index }
      end = index + 1
    }
    if let start { found.append(start..<end) }
    return found
  }
}
