import Literature

/// A text made of parts of another, with the position of each of its scalars in the other.
///
/// So a mistake is reported where it is in the text as pasted.
struct DerivedText {
  private(set) var scalars: [Unicode.Scalar] = []
  private var origins: [Int] = []

  /// The text.
  var text: String { String(scalars: scalars) }

  /// Adds a scalar of the other text.
  mutating func append(_ scalar: Unicode.Scalar, from origin: Int) {
    scalars.append(scalar)
    origins.append(origin)
  }

  /// Adds a text in place of a part of the other.
  ///
  /// - Parameter origin: where the part begins.
  mutating func append(_ added: String, from origin: Int) {
    for scalar in added.unicodeScalars { append(scalar, from: origin) }
  }

  /// The place in the other text of an offset in this one, in scalars.
  func origin(of position: Int) -> Int {
    origins.indices.contains(position) ? origins[position] : origins.last.map { $0 + 1 } ?? 0
  }
}
