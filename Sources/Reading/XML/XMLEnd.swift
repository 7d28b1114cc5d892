import Literature

/// The last tags of an XML file, which show whether the file is complete.
struct XMLEnd {
  /// The text after each "<", without comments.
  private let tags: [Substring]

  /// The number of bytes that are examined.
  private static let length = 1024

  /// The end of a file.
  init(_ text: String) {
    tags = text.withoutComments.split(separator: "<")
  }

  /// The end of a file, from all its bytes.
  init(of bytes: [UInt8]) {
    let end = bytes.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? 0
    self.init(String(decoding: bytes[..<end].suffix(Self.length), as: UTF8.self))
  }

  /// Whether the file closes its root, `</root>` or `<root/>`; comments may follow.
  func closes(root: Substring?) -> Bool {
    guard let root, let tag = tags.last(where: { $0.first != "!" && $0.first != "?" }),
      let close = tag.firstIndex(of: ">"), tag.first == "/" || tag[..<close].last == "/"
    else { return false }
    return Self.name(tag) == root
  }

  /// Whether the file is cut off between elements, directly after one with this name was closed.
  func closes(lastElement name: String) -> Bool {
    guard let tag = tags.last(where: { $0.contains(">") }), tag.first == "/",
      let close = tag.firstIndex(of: ">"), tag[close...].dropFirst().allSatisfy(\.isWhitespace)
    else { return false }
    return Self.name(tag) == name[...]
  }

  /// The name in a tag, without its prefix.
  private static func name(_ tag: Substring) -> Substring? {
    tag.drop { $0 == "/" }.prefix { !$0.isWhitespace && $0 != "/" && $0 != ">" }
      .split(separator: ":").last
  }
}
