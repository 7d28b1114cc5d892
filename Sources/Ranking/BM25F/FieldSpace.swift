/// The ranges of word positions that the fields of a passage occupy.
///
/// Positions increase by one per word within a field. The ranges are apart, so that no phrase runs
/// from one field into the next and a position reveals its field.
package enum FieldSpace {
  /// How many positions a field has; words beyond are indexed without a position.
  package static let size: UInt16 = 4096

  package static let body: UInt16 = 0
  package static let title: UInt16 = 4096
  package static let heading: UInt16 = 8192
  package static let authors: UInt16 = 12288
  /// The body of back matter: references, funding, disclosures.
  package static let backMatter: UInt16 = 32768
}
