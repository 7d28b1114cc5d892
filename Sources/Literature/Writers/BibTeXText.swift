/// Writes text as BibTeX values.
enum BibTeXText {
  /// Writes the characters that TeX reserves as commands.
  static func escape(_ text: String) -> String {
    // BibTeX counts the braces of a value, whether or not a backslash precedes them.
    let isBalanced = hasBalancedBraces(text)
    // Bytes, because dividing abstracts into characters would take most of the time of an export.
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count + text.utf8.count / 16)
    for byte in text.utf8 {
      switch Unicode.Scalar(byte) {
      case "\\": output += Array("{\\textbackslash}".utf8)
      case "~": output += Array("{\\textasciitilde}".utf8)
      case "^": output += Array("{\\textasciicircum}".utf8)
      case "{" where !isBalanced: output += Array("{\\textbraceleft}".utf8)
      case "}" where !isBalanced: output += Array("{\\textbraceright}".utf8)
      case "{", "}", "$", "&", "%", "#", "_": output += [UInt8(ascii: "\\"), byte]
      case "-" where output.last == byte, "`" where output.last == byte,
        "'" where output.last == byte:
        // Two in a row would print as a dash or a quotation mark.
        output += [UInt8(ascii: "{"), UInt8(ascii: "}"), byte]
      default: output.append(byte)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func hasBalancedBraces(_ text: String) -> Bool {
    var depth = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }

  /// An identifier or an address, in which commands would be literal text; without braces, which
  /// would end the value.
  static func raw(_ text: String) -> String {
    text.filter { $0 != "{" && $0 != "}" && !$0.isWhitespace }
  }

  /// Puts braces around the words of an escaped title whose capitals must be kept if a style
  /// converts it to lower case: "HIV", "mHealth", the letter of "hepatitis C".
  ///
  /// A title in all capitals is left unchanged, because its capitals mean nothing.
  static func protectCapitals(_ title: String) -> String {
    guard title.contains(where: \.isLowercase) else { return title }
    var output = ""
    var rest = title[...]
    var isStart = true
    while let first = rest.first {
      if first == "\\" {
        // A command name is not a word.
        let name = rest.dropFirst().prefix { $0.isLetter && $0.isASCII }
        let length = 1 + max(1, name.count)
        output += rest.prefix(length)
        rest = rest.dropFirst(length)
        isStart = false
      } else if first.isLetter || first.isNumber {
        let word = rest.prefix { $0.isLetter || $0.isNumber }
        rest = rest[word.endIndex...]
        output += needsBraces(word, isStart: isStart) ? "{\(word)}" : String(word)
        isStart = false
      } else {
        if ":.?!–—".contains(first) { isStart = true }
        output.append(first)
        rest.removeFirst()
      }
    }
    return output
  }

  /// Whether a word has a capital after its first letter, or is a single capital inside a sentence.
  private static func needsBraces(_ word: Substring, isStart: Bool) -> Bool {
    if word.dropFirst().contains(where: \.isUppercase) { return true }
    return word.count == 1 && word.first?.isUppercase == true && !(isStart && word == "A")
  }
}
