import Literature

/// The people in a header with addresses (RFC 5322, section 3.4).
///
///     MailAddresses.names("\"Lee, Ann (Trust)\" <ann@example.org>, bo@example.org (Bo Chen)")
///     // "Lee, Ann", "Bo Chen"
enum MailAddresses {
  /// The name of each person, or the address of those without a name.
  static func names(_ header: String) -> [String] {
    addresses(header).compactMap(name)
  }

  /// An address: its display name, the text in its comments, and the address itself.
  private struct Address {
    var name = ""
    var comment = ""
    var address = ""
  }

  /// The addresses, which commas separate outside quotation marks, comments and angle brackets.
  private static func addresses(_ header: String) -> [Address] {
    var addresses = [Address()]
    var isQuoted = false
    var isInAngles = false
    var depth = 0
    var isEscaped = false
    for character in header {
      let last = addresses.count - 1
      let isLiteral = isEscaped
      isEscaped = !isEscaped && character == "\\" && (isQuoted || depth > 0)
      if isEscaped { continue }
      switch character {
      case "\"" where !isLiteral && depth == 0: isQuoted.toggle()
      case "(" where !isLiteral && !isQuoted: depth += 1
      case ")" where !isLiteral && depth > 0: depth -= 1
      case _ where depth > 0: addresses[last].comment.append(character)
      case "<" where !isQuoted: isInAngles = true
      case ">" where isInAngles: isInAngles = false
      case "," where !isQuoted && !isInAngles: addresses.append(Address())
      case _ where isInAngles: addresses[last].address.append(character)
      default: addresses[last].name.append(character)
      }
    }
    return addresses
  }

  private static func name(_ address: Address) -> String? {
    // Organisations append the department: "Lee, Ann (NHS Trust)", "Ann Lee via List".
    let name = withoutNote(address.name)
    if name.contains("@") || name.isEmpty {
      let comment = address.comment.oneLine
      if !comment.isEmpty, !name.isEmpty { return NameTitles.removed(from: comment) }
      let found = name.isEmpty ? address.address.trimmed : name
      return found.isEmpty ? nil : found
    }
    return NameTitles.removed(from: name)
  }

  private static func withoutNote(_ text: String) -> String {
    var name = text.oneLine
    for mark in [" (", " [", " via ", " on behalf of "] {
      if let range = name.firstRange(of: mark), range.lowerBound > name.startIndex {
        name = String(name[..<range.lowerBound])
      }
    }
    // "'Ann Lee' via List"
    if name.count > 2, name.hasPrefix("'"), name.hasSuffix("'") {
      name = String(name.dropFirst().dropLast())
    }
    return name
  }
}
