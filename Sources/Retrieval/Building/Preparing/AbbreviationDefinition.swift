/// An abbreviation and its long form.
struct AbbreviationDefinition: Sendable, Hashable {
  /// The words of the short form, folded, joined by spaces.
  var short: String
  /// The terms of the short form, joined by spaces.
  var term: String
  /// The terms of the long form, joined by spaces.
  var long: String
  /// The long form as written.
  var shown: String
}
