/// The sentence encoder is needed but not installed.
struct MissingEncoder: Error, CustomStringConvertible {
  static let remedy =
    "Install it with “tools/setup --meaning” or the package peerlit-meaning, or leave out "
    + "--encode-queries."

  let description =
    "The sentence encoder is not installed, so queries can't be encoded. \(remedy)"
}
