import Literature

/// Rows of delimited text as in RFC 4180: quoted fields may contain delimiters, line breaks and
/// doubled quotation marks.
///
/// Reads one row at a time from a stream, so that a table of any size takes only the memory of its
/// longest row. It knows the line of each row, which other Swift packages do not. It is lenient:
/// text after a closing quotation mark is kept, and a quotation mark inside an unquoted field is an
/// ordinary character.
package struct DelimitedRows {
  /// A row.
  package struct Row: Equatable {
    /// Its fields.
    package var fields: [String]
    /// The line on which it begins, from 1.
    package var line: Int
    /// Whether broken UTF-8 in it was replaced.
    package var isRepaired: Bool
    /// Whether the text ended inside quotation marks.
    package var isCut = false
  }

  /// Maximum length of a row in bytes, so that a lone quotation mark does not swallow a whole file.
  static let rowLimit = 1 << 24

  private var lines: LineQueue
  private let delimiter: UInt8
  /// The number of fields in the first row.
  private var columns: Int?

  /// Reads the rest of a stream.
  package init(_ stream: ByteStream, delimiter: UInt8) {
    lines = LineQueue(stream, limit: Self.rowLimit)
    self.delimiter = delimiter
  }

  /// The next row that is not empty, or `nil` at the end.
  package mutating func next() -> Row? {
    while let line = lines.next() {
      var fields: [[UInt8]] = []
      var field: [UInt8] = []
      var isQuoted = false
      var length = 0
      var spare: [LineQueue.Line] = []
      var current = line.bytes
      var isCut = false
      var isMisplaced = false
      while true {
        scan(current, &fields, &field, &isQuoted, &isMisplaced)
        length += current.count
        guard isQuoted else { break }
        guard length < Self.rowLimit, lines.mayLookAhead, let more = lines.next() else {
          isCut = true
          break
        }
        field.append(0x0A)
        spare.append(more)
        current = more.bytes
      }
      // If the lines within quotation marks are whole rows, the first mark has none to close it.
      if isMisplaced, spare.count > 1, split(spare[0].bytes).count == columns { isCut = true }
      if isCut, !spare.isEmpty || !lines.mayLookAhead {
        // The quotation mark never closes, so it is an ordinary character, and the row is this
        // single line.
        lines.putBack(spare)
        fields = split(line.bytes)
      } else {
        fields.append(field)
      }
      if fields.allSatisfy({ $0.allSatisfy { $0 == 0x20 } }) { continue }
      columns = columns ?? fields.count
      // Excel writes Windows-1252, and a name may have a single accent.
      let texts = fields.map { field in
        field.withUnsafeBytes { DecodedText($0, leastHighBytes: 1) }
      }
      return Row(
        fields: texts.map { $0.text.trimmed }, line: line.number,
        isRepaired: texts.contains(where: \.isRepaired), isCut: isCut)
    }
    return nil
  }

  /// The lines skipped so far because they are too long, each only once.
  mutating func takeTooLong() -> [LineQueue.TooLong] { lines.takeTooLong() }

  /// The fields of a line in which quotation marks are ordinary characters.
  private func split(_ line: [UInt8]) -> [[UInt8]] {
    line.split(separator: delimiter, omittingEmptySubsequences: false).map(Array.init)
  }

  /// Reads the fields of one line, or continues an open field.
  ///
  /// - Parameter isMisplaced: becomes true if text follows directly after the quotation mark that
  ///   closes a field of several lines.
  private func scan(
    _ line: [UInt8], _ fields: inout [[UInt8]], _ field: inout [UInt8], _ isQuoted: inout Bool,
    _ isMisplaced: inout Bool
  ) {
    var index = 0
    var isContinued = isQuoted
    while index < line.count {
      let rest = line[index...]
      if isQuoted {
        let quote = rest.firstIndex(of: 0x22) ?? line.count
        field.append(contentsOf: line[index..<quote])
        index = quote + 1
        if index < line.count, line[index] == 0x22 {
          field.append(0x22)
          index += 1
        } else if quote < line.count {
          isQuoted = false
          let isFollowed = index < line.count && line[index] != delimiter && line[index] > 0x20
          if isContinued, isFollowed { isMisplaced = true }
          isContinued = false
        }
        continue
      }
      let end = rest.firstIndex { $0 == delimiter || $0 == 0x22 } ?? line.count
      field.append(contentsOf: line[index..<end])
      index = end + 1
      guard end < line.count else { break }
      if line[end] == delimiter {
        fields.append(field)
        field.removeAll(keepingCapacity: true)
      } else if field.allSatisfy({ $0 == 0x20 }) {
        field.removeAll(keepingCapacity: true)
        isQuoted = true
      } else {
        field.append(0x22)
      }
    }
  }
}
