import JSON

/// Autocomplete and spelling suggestions.
///
/// The schema is `docs/schema/suggest.json`.
public struct Suggestions: Codable, Sendable, Equatable {
  /// Version of the JSON format.
  public var formatVersion = 1
  /// The text typed so far.
  public var text: String
  /// Completions of its last word, the most frequent first.
  public var completions: [String]
  /// The text with unknown words corrected; `nil` if there is nothing to
  /// correct.
  @ExplicitNull public var didYouMean: String?

  /// Creates suggestions.
  public init(text: String, completions: [String] = [], didYouMean: String? = nil) {
    self.text = text
    self.completions = completions
    self.didYouMean = didYouMean
  }

  enum CodingKeys: String, CodingKey {
    case formatVersion = "format_version"
    case text, completions
    case didYouMean = "did_you_mean"
  }
}
