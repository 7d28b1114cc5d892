/// A text with marks: matches, the passage that was found, evidence.
///
/// Marks may overlap; elements can't, so the text is split wherever a mark begins or ends, and each
/// piece is wrapped in all of its marks, the first in the list outermost.
package struct MarkedText {
  /// A marked range.
  package struct Mark: Sendable, Equatable {
    /// The kind of a mark.
    package enum Kind: String, Sendable { case match, passage, evidence }

    package var kind: Kind
    /// Half-open, in Unicode scalars.
    package var range: Range<Int>
    /// The id of the element, for links.
    package var id: String?

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
    let places = cuts.sorted()
    var html = HTML.empty
    for (start, end) in zip(places, places.dropFirst()) {
      var text = ""
      text.unicodeScalars.append(contentsOf: scalars[start..<end])
      var piece = HTML.text(text)
      for mark in marks.reversed()
      where mark.range.lowerBound <= start && mark.range.upperBound >= end {
        piece = Self.element(mark, isFirst: mark.range.lowerBound == start, piece)
      }
      html += piece
    }
    return html
  }

  private static func element(_ mark: Mark, isFirst: Bool, _ inner: HTML) -> HTML {
    let id: HTML = mark.id.flatMap { isFirst ? " id=\"\($0)\"" : nil } ?? ""
    return switch mark.kind {
    case .match: "<mark\(id)>\(inner)</mark>"
    case .passage, .evidence: "<span class=\"\(mark.kind.rawValue)\"\(id)>\(inner)</span>"
    }
  }
}
