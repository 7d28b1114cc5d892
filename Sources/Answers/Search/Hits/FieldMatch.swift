import Literature

/// A field of a record that matched although no text that a hit shows did: a keyword, the journal.
public struct FieldMatch: Codable, Sendable, Equatable {
  /// The fields whose text hits do not show.
  public enum Field: String, Codable, Sendable, CaseIterable {
    case keyword, journal, publisher, author

    /// The name of the field, capitalised.
    public var label: String { rawValue.capitalizedFirst }
  }

  /// Which field.
  public var field: Field
  /// Its value, such as one of several keywords.
  public var text: String

  /// Creates a match.
  public init(_ field: Field, _ text: String) {
    self.field = field
    self.text = text
  }
}
