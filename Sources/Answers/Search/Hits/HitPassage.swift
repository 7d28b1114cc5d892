import JSON

/// A passage of a hit, with its place in the document and its highlights.
public struct HitPassage: Codable, Sendable, Equatable {
  /// Heading of its section; empty if there is none.
  public var section: String
  /// The passage, verbatim.
  public var text: String
  /// Start in the document's text, in Unicode scalars.
  public var start: Int
  /// End, exclusive.
  public var end: Int
  /// Page on which its section starts, from 1.
  @ExplicitNull public var page: Int?
  /// Highlights in order of field and offset, not overlapping within a field.
  public var highlights: [Highlight]

  /// Creates a passage.
  public init(
    section: String = "", text: String, start: Int, end: Int, page: Int? = nil,
    highlights: [Highlight] = []
  ) {
    self.section = section
    self.text = text
    self.start = start
    self.end = end
    self.page = page
    self.highlights = highlights
  }
}

extension HitPassage {
  /// The passage in the document's text, in Unicode scalars.
  package var range: Range<Int> { start..<max(start, end) }

  /// The highlights in a field, in Unicode scalars.
  package func highlights(in field: Highlight.Field) -> [Range<Int>] {
    highlights.filter { $0.field == field }.map { $0.start..<max($0.start, $0.end) }
  }

  /// Whether only the title of its document has matches, not the passage itself.
  package var matchesOnlyTitle: Bool {
    !highlights.isEmpty && highlights.allSatisfy { $0.field == .title }
  }
}
