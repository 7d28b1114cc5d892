import Literature

/// A text with marks: matches, the passage that was found, evidence, words in bold.
///
/// Marks may overlap; elements can't, so an element ends and begins again where one that contains
/// it ends. The first mark in the list is outermost. An element continues as long as it can: the
/// background of a new one would cover the last letter before it.
package struct MarkedText {
  /// A marked range.
  package struct Mark: Sendable, Equatable {
    /// The kind of a mark.
    package enum Kind: String, Sendable { case match, passage, evidence, bold }

    /// The kind of the mark.
    package var kind: Kind
    /// Half-open, in Unicode scalars.
    package var range: Range<Int>
    /// The id of the element, for links.
    package var id: String?

    /// Creates a mark.
    package init(kind: Kind, range: Range<Int>, id: String? = nil) {
      (self.kind, self.range, self.id) = (kind, range, id)
    }
  }

  private let scalars: ArraySlice<Unicode.Scalar>
  private let marks: [Mark]

  /// Marks a part of a text; ranges are of the whole text.
  package init(_ scalars: ArraySlice<Unicode.Scalar>, marks: [Mark]) {
    self.scalars = scalars
    self.marks = marks.compactMap { mark in
      let range = mark.range.clamped(to: scalars.startIndex..<scalars.endIndex)
      guard !range.isEmpty else { return nil }
      // An id occurs once, where the mark begins.
      let isBeginning = mark.range.lowerBound >= scalars.startIndex
      return Mark(kind: mark.kind, range: range, id: isBeginning ? mark.id : nil)
    }
  }

  /// Marks the matches in a text.
  package init(_ text: String, matches: [Range<Int>]) {
    self.init(
      Array(text.unicodeScalars)[...], marks: matches.map { Mark(kind: .match, range: $0) })
  }

  /// The marked text.
  package var html: HTML {
    var cuts = Set(marks.flatMap { [$0.range.lowerBound, $0.range.upperBound] })
    cuts.formUnion([scalars.startIndex, scalars.endIndex])
    let offsets = cuts.sorted()
    var html = HTML.empty
    // The marks of the elements that are open, outermost first, as indices.
    var open: [Int] = []
    for (start, end) in zip(offsets, offsets.dropFirst()) {
      let marked = marks.indices.filter {
        marks[$0].range.lowerBound <= start && marks[$0].range.upperBound >= end
      }
      let kept = zip(open, marked).prefix { $0 == $1 }.count
      for index in open[kept...].reversed() { html += Self.end(marks[index]) }
      for index in marked[kept...] {
        html += Self.start(marks[index], isFirst: marks[index].range.lowerBound == start)
      }
      open = marked
      html += HTML.text(String(scalars: scalars[start..<end]))
    }
    for index in open.reversed() { html += Self.end(marks[index]) }
    return html
  }

  private static func start(_ mark: Mark, isFirst: Bool) -> HTML {
    let id: HTML = mark.id.flatMap { isFirst ? " id=\"\($0)\"" : nil } ?? ""
    return switch mark.kind {
    case .match: "<mark\(id)>"
    case .bold: "<b\(id)>"
    case .passage, .evidence: "<span class=\"\(mark.kind.rawValue)\"\(id)>"
    }
  }

  private static func end(_ mark: Mark) -> HTML {
    switch mark.kind {
    case .match: "</mark>"
    case .bold: "</b>"
    case .passage, .evidence: "</span>"
    }
  }
}
