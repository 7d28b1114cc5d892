import Foundation

extension XMLElement {
  /// The text in it with white space collapsed, or `nil` if it is longer than a list of reference
  /// numbers.
  ///
  /// The time has a bound, so that it can be asked of every element of a nest of elements: to read
  /// the whole text of each would take time exponential in the depth.
  var shortText: String? {
    var nodesLeft = Self.lengthLimit
    var bytes: [UInt8] = []
    guard appendShort(to: &bytes, &nodesLeft) else { return nil }
    if bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Maximum length of a short text, in bytes, and maximum number of nodes in it.
  private static let lengthLimit = 256

  private func appendShort(to bytes: inout [UInt8], _ nodesLeft: inout Int) -> Bool {
    for node in nodes {
      nodesLeft -= 1
      guard nodesLeft >= 0 else { return false }
      switch node {
      case .text(let content):
        guard strnlen(content, Self.lengthLimit + 1) <= Self.lengthLimit else { return false }
        Self.collapse(content, &bytes)
      case .element(let child):
        guard child.appendShort(to: &bytes, &nodesLeft) else { return false }
      }
    }
    return bytes.count <= Self.lengthLimit
  }
}
