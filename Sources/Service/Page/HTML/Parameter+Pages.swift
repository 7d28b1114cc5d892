/// Parameters that only pages have.
extension Parameter {
  /// The first year of a range, as sent by a form.
  static let yearFrom = Parameter("year_from", .years, "The first year of a range.")
  /// The last year of a range, as sent by a form.
  static let yearTo = Parameter("year_to", .years, "The last year of a range.")
  /// The other parameters of an address, as a button sends them (``PageLinks``).
  static let with = Parameter(
    "with", .text(limit: 16_384), "The parameters besides the query, as in an address.")
  /// The start of the passage to highlight.
  static let start = Parameter(
    "start", .integer(0...greatestNumber), "First Unicode scalar of the passage to highlight.")
  /// The end of the passage to highlight.
  static let end = Parameter(
    "end", .integer(0...greatestNumber), "The Unicode scalar after the passage to highlight.")
}
