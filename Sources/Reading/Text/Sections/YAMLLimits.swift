import Literature

/// Limits on the YAML in a document, checked before it is parsed.
///
/// For each key of a mapping, the parser hashes all that the key contains. A key can be a
/// collection with other such keys in it, and an alias repeats all that its anchor contains, so a
/// small text could take hours. The checks look only at the bytes, and may count some that are part
/// of words; so no quoting or indentation can evade them.
enum YAMLLimits {
  /// The reason why a text is not parsed.
  enum Excess: Error {
    /// An alias of an anchor, and the line on which it is, from 1.
    case alias(line: Int)
    /// Too many collections that can be keys.
    case collections
  }

  /// Maximum number of steps for hashing keys: the number of bytes that can begin a collection in a
  /// key, by the number of bytes that can begin or divide nodes.
  private static let stepLimit = 1_000_000

  /// Checks a text.
  static func check(_ yaml: some StringProtocol) throws(Excess) {
    var anchors: Set<String> = []
    var line = 1
    var collections = 0
    var nodes = 0
    var rest = Array(yaml.utf8)[...]
    var before: UInt8?
    while let byte = rest.popFirst() {
      defer { before = byte }
      switch byte {
      case UInt8(ascii: "\n"): line += 1
      case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "?"):
        collections += 1
        nodes += 1
      case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "-"): nodes += 1
      case UInt8(ascii: "&"):
        if !isOfWord(before) { anchors.insert(name(at: rest)) }
      case UInt8(ascii: "*"):
        // “*” before other characters is not an alias, and no anchor is without a name.
        let name = name(at: rest)
        let after = rest.dropFirst(name.utf8.count).first
        if !isOfWord(before), !name.isEmpty, endsAlias(after), anchors.contains(name) {
          throw .alias(line: line)
        }
      default: break
      }
    }
    guard collections * nodes <= stepLimit else { throw .collections }
  }

  /// Whether a byte is a letter or a digit, so that the mark after it is part of a word, as in
  /// “Q&A”.
  private static func isOfWord(_ byte: UInt8?) -> Bool {
    byte.map { $0.isLetter || $0.isDigit } ?? false
  }

  /// Whether a byte can come after an alias; the parser reports an error at any other.
  private static func endsAlias(_ byte: UInt8?) -> Bool {
    guard let byte else { return true }
    // Line breaks of Unicode are not ASCII.
    return byte <= 0x20 || byte >= 0x80 || "?:,]}%@`".utf8.contains(byte)
  }

  /// The name of an anchor or alias: letters and digits of ASCII, “_” and “-”.
  private static func name(at bytes: ArraySlice<UInt8>) -> String {
    let name = bytes.prefix { byte in
      byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
    return String(decoding: name, as: UTF8.self)
  }
}
