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
  private var parents = BibTeXParents()
  private var complete: ArraySlice<BibTeXParents.Record> = []

  /// Reads the rest of a stream.
  init(_ stream: ByteStream) {
    entries = BibTeXEntries(stream, limit: Self.limit)
  }

  /// The next item, or `nil` at the end.
  mutating func next() -> Item? {
    while true {
      if let next = complete.popFirst() {
        return .record(next.entry, line: next.line, isRepaired: next.isRepaired)
      }
      if let line = tooLong.popFirst() { return .tooLong(line) }
      let found = entries.next()
      tooLong = entries.takeTooLong()[...]
      if let found {
        switch item(found) {
        case .record(let entry, let line, let isRepaired):
          let record = BibTeXParents.Record(entry: entry, line: line, isRepaired: isRepaired)
          complete = parents.complete(with: record)[...]
        case let other?: return other
        case nil: break
        }
      } else if tooLong.isEmpty {
        complete = parents.takeRest()[...]
        if complete.isEmpty { return nil }
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
