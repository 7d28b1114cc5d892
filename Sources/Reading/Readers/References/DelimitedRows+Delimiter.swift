extension DelimitedRows {
  /// The delimiter of a table that a stream is about to return, found in its first line.
  package static func delimiter(of stream: ByteStream) -> UInt8 {
    let head = FileHead(name: "", bytes: stream.peek(FileHead.length))
    return delimiter(of: head.firstLine)
  }

  /// The delimiter that occurs most in a header, outside quotation marks; a comma if there is none.
  static func delimiter(of header: Substring) -> UInt8 {
    var counts: [Character: Int] = [:]
    var isQuoted = false
    for character in header {
      if character == "\"" { isQuoted.toggle() }
      if !isQuoted, ",;\t|".contains(character) { counts[character, default: 0] += 1 }
    }
    let delimiter: Character =
      [",", "\t", ";", "|"].max { counts[$0] ?? 0 < counts[$1] ?? 0 } ?? ","
    return delimiter.asciiValue ?? UInt8(ascii: ",")
  }
}
