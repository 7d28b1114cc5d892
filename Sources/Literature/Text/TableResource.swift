import CResources

/// A table of words that was embedded into the binary: rows of tab-separated fields.
enum TableResource {
  /// The rows of a table without its first, which names the columns and says what it is.
  static func rows(_ name: String) -> [[Substring]] {
    var length = 0
    guard let start = pl_resource(name, &length) else {
      preconditionFailure("the table \(name) is not embedded")
    }
    let text = String(decoding: UnsafeRawBufferPointer(start: start, count: length), as: UTF8.self)
    return text.split(separator: "\n").dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
  }
}
