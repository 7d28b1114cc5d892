/// An entry of a BibTeX file: its type, key and fields, braces and commands still in them.
struct BibTeXEntry: Equatable {
  /// Type in lower case: "article", "string", "comment".
  var type: String
  /// The citation key; empty when it has none.
  var key: String
  /// Fields by name in lower case; a name that stands twice counts as it stands first.
  var fields: [String: String]

  /// Parses the text of one entry.
  ///
  /// - Parameter macros: values of `@string`.
  /// - Returns: `nil` when the text is no entry; fields up to a mistake in it otherwise.
  init?(_ text: Substring, macros: [String: String]) {
    var scanner = Scanner(rest: text, macros: macros)
    guard scanner.take("@") else { return nil }
    type = scanner.word().lowercased()
    guard !type.isEmpty, scanner.take("{") || scanner.take("(") else { return nil }
    key = ""
    fields = [:]
    if ["comment", "preamble"].contains(type) { return }
    if type != "string" {
      key = scanner.key()
      _ = scanner.take(",")
    }
    while let (name, value) = scanner.field() {
      if fields[name] == nil { fields[name] = value }
      guard scanner.take(",") else { break }
    }
  }

  private struct Scanner {
    var rest: Substring
    let macros: [String: String]

    mutating func skipSpace() {
      while let first = rest.first {
        if first == "%" {
          rest = rest.drop { !$0.isNewline }
        } else if first.isWhitespace {
          rest.removeFirst()
        } else {
          return
        }
      }
    }

    mutating func take(_ character: Character) -> Bool {
      skipSpace()
      guard rest.first == character else { return false }
      rest.removeFirst()
      return true
    }

    mutating func word() -> String {
      skipSpace()
      let word = rest.prefix { $0.isLetter || $0.isNumber || "_-:.+/".contains($0) }
      rest = rest.dropFirst(word.count)
      return String(word)
    }

    /// The citation key, or "" when a field follows at once.
    mutating func key() -> String {
      skipSpace()
      let key = rest.prefix { !",=}\n".contains($0) && !$0.isNewline }
      guard rest.dropFirst(key.count).first != "=" else { return "" }
      rest = rest.dropFirst(key.count)
      return key.trimmed
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
      case "{":
        rest.removeFirst()
        return delimited(by: "}")
      case "\"":
        rest.removeFirst()
        return delimited(by: "\"")
      default:
        let word = word()
        return word.isEmpty ? nil : macros[word.lowercased()] ?? word
      }
    }

    /// The text up to a delimiter outside of braces.
    private mutating func delimited(by end: Character) -> String? {
      var depth = 0
      var value = ""
      while let first = rest.first {
        rest.removeFirst()
        if first == "\\", let next = rest.first {
          value.append(first)
          value.append(next)
          rest.removeFirst()
          continue
        }
        if depth == 0, first == end { return value }
        if first == "{" { depth += 1 }
        if first == "}" { depth -= 1 }
        value.append(first)
      }
      return nil
    }
  }
}
