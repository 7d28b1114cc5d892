import Literature

/// Members of a zip file that together form one document: DOCX, ODT, EPUB.
struct PackedText {
  private var members: [String: [UInt8]] = [:]

  /// Maximum total size of the wanted members in bytes.
  private static let sizeLimit = 1 << 28

  /// Unpacks the members whose names are wanted.
  init(_ stream: ByteStream, wanted: (String) -> Bool) throws(ReadError) {
    let archive = ArchiveReader(stream)
    try archive.open(.zip)
    var left = Self.sizeLimit
    while let entry = try archive.next() {
      guard case .file = entry.kind, wanted(entry.name) else { continue }
      let bytes = try ByteStream(archive).readAll(limit: left)
      left -= bytes.count
      members[entry.name] = bytes
    }
  }

  /// The name of the member that a path leads to.
  ///
  /// - Parameter folder: the folder, part by part, that the path begins in.
  static func resolve(_ path: some StringProtocol, in folder: [String]) -> String {
    var parts = folder
    for part in path.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }

  /// The bytes of a member.
  subscript(name: String) -> [UInt8]? { members[name] }

  /// Calls `body` with a member parsed as XML; `nil` if the member does not exist.
  func xml<Result>(
    _ name: String, _ body: (XMLElement) throws(ReadError) -> Result
  ) throws(ReadError) -> Result? {
    guard let bytes = members[name] else { return nil }
    return try XMLTree(Self.withoutProlog(bytes)).withRoot(body)
  }

  /// XML from its root element on, so that declarations are never read.
  static func withoutProlog(_ bytes: [UInt8]) -> [UInt8] {
    var index = 0
    while let open = bytes[index...].firstIndex(of: 0x3C), open + 1 < bytes.count {
      let next = bytes[open + 1]
      if next != 0x21, next != 0x3F { return Array(bytes[open...]) }
      index = open + 1
    }
    return bytes
  }
}

extension FileHead {
  /// Whether the file is a zip file that has a member's name or a text in its first bytes.
  func isZip(with mark: String) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) && bytes.firstRange(of: Array(mark.utf8)) != nil
  }
}
