/// The records of a BibTeX stream, one at a time, with the values of its macros.
struct BibTeXRecords {
  /// A record, or a part of the stream that can't be read.
  enum Item {
    case record(BibTeXEntry, line: Int, isRepaired: Bool)
    case unclosed(line: Int)
    /// Its macros make it too long.
    case expandsTooMuch(line: Int)
    /// An entry or a line that is longer than ``limit``; the length is that of the part that was
    /// read.
    case tooLong(LineQueue.TooLong)
  }

  /// Maximum length of an entry or a line in bytes.
  static let limit = 1 << 24

  private var entries: BibTeXEntries
  private var macros: [String: String] = [:]
  private var tooLong: ArraySlice<LineQueue.TooLong> = []

  /// Reads the rest of a stream.
  init(_ stream: ByteStream) {
    entries = BibTeXEntries(stream, limit: Self.limit)
  }

  /// The next item, or `nil` at the end.
  mutating func next() -> Item? {
    while true {
      if let line = tooLong.popFirst() { return .tooLong(line) }
      let found = entries.next()
      tooLong = entries.takeTooLong()[...]
      if let found {
        if let item = item(found) { return item }
      } else if tooLong.isEmpty {
        return nil
      }
    }
  }

  /// The item that an entry makes; `nil` if it is not a record, such as a macro or a comment.
  private mutating func item(_ found: BibTeXEntries.Entry) -> Item? {
    if found.isTooLong {
      return .tooLong(LineQueue.TooLong(number: found.line, bytes: found.bytes.count))
    }
    let decoded = found.bytes.withUnsafeBytes { DecodedText($0, leastHighBytes: 1) }
    guard found.isClosed, let entry = BibTeXEntry(decoded.text[...], macros: macros) else {
      return .unclosed(line: found.line)
    }
    if entry.expandsTooMuch { return .expandsTooMuch(line: found.line) }
    switch entry.type {
    case "string":
      macros.merge(entry.fields) { _, new in new }
      return nil
    case "comment", "preamble", "set", "xdata": return nil
    default: return .record(entry, line: found.line, isRepaired: decoded.isRepaired)
    }
  }
}
