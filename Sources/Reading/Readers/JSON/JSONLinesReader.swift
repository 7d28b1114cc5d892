import JSON
import Literature

/// JSON Lines: one object per line, `{"_id","title","text"}` and optional metadata and facets.
///
/// Unknown keys are skipped. Optional: `authors`, `year`, `venue` or `journal`, `type`, `doi`, `pmid`, `pmcid`,
/// `isbn`, `registry`, `accession_numbers`, `url`, `language`, `keywords`, `abstract`, `imprint`,
/// and the names of facets (`method`, `sample_size`). Values of facets and years that can't be read
/// are reported. References in CSL-JSON, and other JSON that ``JSONItems`` knows, are read as well.
package struct JSONLinesReader: DocumentReader {
  package static let format = "JSON Lines"

  package static func recognises(_ head: FileHead) -> Bool {
    if ["jsonl", "ndjson"].contains(head.name.extension) {
      // An array has the wrong name.
      return head.isText && !CSLJSONReader.recognises(head)
    }
    guard head.start.first == "{" else { return false }
    // The first line must be a whole object, unless it is longer than the bytes examined.
    let start = head.bytes.drop { [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
    let line = start.prefix { $0 != 0x0A }
    if line.count == start.count, head.bytes.count == FileHead.length { return true }
    return line.withUnsafeBytes { bytes in
      var scanner = JSONScanner(bytes)
      do throws(JSONError) {
        try scanner.skipValue()
        try scanner.end()
        return true
      } catch {
        return false
      }
    }
  }

  package init() {}

  package func read<Stop: Error>(
    _ stream: ByteStream, from origin: RecordOrigin,
    emit: (ReadOutcome) throws(Stop) -> Void
  ) throws(Stop) {
    var items = JSONItems(from: origin)
    while let line = stream.nextLine() {
      switch line {
      case .tooLong(let count):
        try emit(
          origin.tooLarge(count, limit: ByteStream.lineLimit, at: .line(stream.lineNumber)))
      case .bytes(var bytes):
        if stream.lineNumber == 1, ByteOrderMark(bytes) == .utf8 {
          bytes = UnsafeRawBufferPointer(rebasing: bytes.dropFirst(3))
        }
        if bytes.allSatisfy(\.isBlank) { continue }
        let found = outcomes(of: bytes, line: stream.lineNumber, origin: origin, &items)
        for outcome in found { try emit(outcome) }
      }
    }
    if let outcome = items.unknownNotice { try emit(outcome) }
  }

  /// The outcome of reading a line, after the mistakes in its values.
  private func outcomes(
    of bytes: UnsafeRawBufferPointer, line: Int, origin: RecordOrigin, _ items: inout JSONItems
  ) -> [ReadOutcome] {
    var scanner = JSONScanner(bytes)
    var record = JSONRecord()
    do throws(JSONError) {
      try record.read(&scanner)
      try scanner.end()
      if record.mayBeOther { return try items.outcomes(bytes, line: line, at: .line(line)) }
    } catch {
      return [.failed(origin.notice(.line(line), error.description))]
    }
    return items.outcomes(of: record, line: line, at: .line(line), repaired: scanner.isRepaired)
  }
}
