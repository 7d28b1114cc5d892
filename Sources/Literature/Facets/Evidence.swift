/// The text that supports a facet value.
public struct Evidence: Sendable, Equatable, Codable {
  /// The part of the record that contains the text.
  public enum Field: String, Sendable, Codable { case title, text, record }

  /// The field that contains the text; `record` means a field of the source record or of a
  /// catalogue.
  public var field: Field
  /// The supporting text, verbatim.
  public var text: String
  /// Start of the text in the field, in Unicode scalars; 0 for `record`.
  public var start: Int
  /// End of the text in the field, exclusive, in Unicode scalars; the length of `text` for
  /// `record`.
  public var end: Int
  /// Name of the rule, or of the field of the record ("publication-type").
  public var rule: String

  /// Creates a piece of evidence.
  public init(field: Field, text: String, start: Int, end: Int, rule: String) {
    self.field = field
    self.text = text
    self.start = start
    self.end = end
    self.rule = rule
  }
}

extension Evidence {
  /// The text in the field, in Unicode scalars.
  package var range: Range<Int> { start..<max(start, end) }

  /// The text of a field of the source record.
  package static func record(_ text: String, _ field: String) -> Evidence {
    Evidence(
      field: .record, text: text, start: 0, end: text.unicodeScalars.count, rule: field)
  }

  /// The rule of evidence from the publication types of a record.
  package static let typeRule = "publication-type"
  /// The rule of evidence from the subject headings and keywords of a record.
  package static let headingRule = "subject-heading"
  /// The rules of evidence from fields of a record that do not state facets as such.
  package static let recordRules: Set<String> = [typeRule, headingRule]
}
