/// A range of characters that matched.
public struct Highlight: Codable, Sendable, Equatable {
  /// The field with the characters.
  public enum Field: String, Codable, Sendable, CaseIterable {
    case title, section, text
  }

  /// The passage's text, its section's heading or its document's title.
  public var field: Field
  /// Start in the field, in Unicode scalars.
  public var start: Int
  /// End, exclusive.
  public var end: Int

  /// Creates a highlight.
  public init(_ field: Field, start: Int, end: Int) {
    self.field = field
    self.start = start
    self.end = end
  }
}
