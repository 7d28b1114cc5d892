import JSON

/// What somebody who types may mean.
///
/// The schema is `docs/schema/suggest.json`.
public struct Suggestions: Codable, Sendable, Equatable {
  /// Version of the JSON form.
  public var formatVersion = 1
  /// The text as far as it was typed.
  public var text: String
  /// Texts that it may become: its last word completed, the most frequent first.
  public var completions: [String]
  /// The text with words that the index does not know put right; `nil` where there is nothing to
  /// put right.
  @ExplicitNull public var didYouMean: String?

  /// Makes suggestions.
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
