import Literature

/// An entry of a BibTeX file: its type, key and fields, still with braces and commands.
struct BibTeXEntry: Equatable {
  /// Type in lower case: "article", "string", "comment".
  var type: String
  /// The citation key; empty if it has none.
  var key: String
  /// Fields by name in lower case; if a name occurs twice, the first wins.
  var fields: [String: String]

  /// Whether its macros exceeded ``expansionLimit``; the rest was dropped.
  var expandsTooMuch: Bool

  /// Maximum number of bytes that macros may add to one entry.
  ///
  /// `@string{a = b # b}` doubles a text, so a few lines could use any amount of memory.
  static let expansionLimit = 1 << 16

  /// Parses the text of one entry.
  ///
  /// - Parameter macros: values of `@string`.
  /// - Returns: `nil` if the text is not an entry; otherwise the fields before the first mistake.
  init?(_ text: Substring, macros: [String: String]) {
    var scanner = Scanner(rest: text.utf8, macros: macros)
    guard scanner.take("@") else { return nil }
    type = scanner.word().lowercased()
    guard !type.isEmpty, scanner.take("{") || scanner.take("(") else { return nil }
    key = ""
    fields = [:]
    expandsTooMuch = false
    if ["comment", "preamble"].contains(type) { return }
    if type != "string" {
      key = scanner.key()
      _ = scanner.take(",")
    }
    while let (name, value) = scanner.field() {
      if fields[name] == nil { fields[name] = value }
      guard scanner.take(",") else { break }
    }
    expandsTooMuch = scanner.expanded > Self.expansionLimit
  }

  /// Works on bytes, because an entry may have pages of notes that are not used.
  private struct Scanner {
    var rest: Substring.UTF8View
    let macros: [String: String]
    /// Number of bytes that macros added.
    var expanded = 0

    mutating func skipSpace() {
      while let first = rest.first {
        if first == UInt8(ascii: "%") {
          rest = rest.drop { $0 != 0x0A && $0 != 0x0D }
        } else if first <= 0x20 {
          rest.removeFirst()
        } else {
          return
        }
      }
    }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
      skipSpace()
      guard let first = rest.first, UInt32(first) == character.value else { return false }
      rest.removeFirst()
      return true
    }

    mutating func word() -> String {
      skipSpace()
      let word = rest.prefix { byte in
        byte.isDigit || byte.isLetter || byte >= 0x80
          || "_-:.+/".utf8.contains(byte)
      }
      rest = rest[word.endIndex...]
      return String(Substring(word))
    }

    /// The citation key, or "" if a field follows immediately.
    mutating func key() -> String {
      skipSpace()
      // Braces in a key belong to the name of an accent: "garc{\'i}a2017".
      var depth = 0
      let key = rest.prefix { byte in
        switch byte {
        case UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "}"): depth -= 1
        case UInt8(ascii: ","), UInt8(ascii: "="): return depth > 0
        case 0x0A, 0x0D: return false
        default: break
        }
        return depth >= 0
      }
      guard rest[key.endIndex...].first != UInt8(ascii: "=") else { return "" }
      rest = rest[key.endIndex...]
      let text = Substring(key).trimmed
      return text.contains("{") || text.contains("\\") ? LaTeXText.decode(text) : text
    }

    mutating func field() -> (String, String)? {
      let name = word().lowercased()
      guard !name.isEmpty, take("=") else { return nil }
      var value = ""
      repeat {
        guard let part = part() else { return nil }
        value += part
      } while take("#")
      return (name, value)
    }

    private mutating func part() -> String? {
      skipSpace()
      switch rest.first {
      case UInt8(ascii: "{"):
        rest.removeFirst()
        return delimited(by: UInt8(ascii: "}"))
      case UInt8(ascii: "\""):
        rest.removeFirst()
        return delimited(by: UInt8(ascii: "\""))
      default:
        let word = word()
        guard !word.isEmpty else { return nil }
        guard let value = macros[word.lowercased()] else { return word }
        expanded += value.utf8.count
        return expanded > BibTeXEntry.expansionLimit ? "" : value
      }
    }

    /// The text up to a delimiter outside braces.
    private mutating func delimited(by end: UInt8) -> String? {
      var depth = 0
      var index = rest.startIndex
      while index < rest.endIndex {
        let byte = rest[index]
        if depth == 0, byte == end {
          let value = rest[..<index]
          rest = rest[rest.index(after: index)...]
          return String(Substring(value))
        }
        switch byte {
        case UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "}"): depth -= 1
        case UInt8(ascii: "\\"):
          index = rest.index(after: index)
          if index == rest.endIndex { return nil }
        default: break
        }
        index = rest.index(after: index)
      }
      return nil
    }
  }
}
