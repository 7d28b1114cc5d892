import Literature

/// A reader of an XML format: names the elements that are records and converts them to documents.
protocol XMLRecordReader: DocumentReader {
  /// Names of the elements that are records.
  static var records: [String] { get }

  /// Whether the file is one document, which is then named after it.
  static func isOneDocument(_ head: FileHead) -> Bool

  /// The document of one record, or `nil` if it has nothing to search for.
  func document(_ record: XMLElement, from origin: RecordOrigin, line: Int) -> Document?

  /// What of a record is not read, as the end of a sentence; `nil` if nothing is left out. For a
  /// record without a document, it is the reason.
  func unread(_ record: XMLElement) -> String?
}

extension XMLRecordReader {
  static func isOneDocument(_ head: FileHead) -> Bool { false }

  func unread(_ record: XMLElement) -> String? { nil }

  package func read<Stop: Error>(
    _ stream: ByteStream, from origin: RecordOrigin,
    emit: (ReadOutcome) throws(Stop) -> Void
  ) throws(Stop) {
    let head = FileHead(name: origin.path, bytes: stream.peek(FileHead.length))
    let encoding = head.xmlEncoding
    let isOne = Self.isOneDocument(head)
    var records = XMLRecords(stream, named: Self.records)
    var count = 0
    var isEmpty = true
    var isCut = false
    while true {
      let found: [ReadOutcome]
      do throws(ReadError) {
        guard let record = try records.next() else { break }
        count += 1
        isCut = !record.isWhole
        // In a file of one line, the number of a record is its location.
        let location = record.line > 1 ? SourceLocation.line(record.line) : .record(count)
        found = outcomes(record, at: location, encoding, origin, isOne: isOne)
      } catch {
        found = [.failed(origin.notice(.record(count + 1), error.description))]
      }
      isEmpty = false
      for outcome in found { try emit(outcome) }
    }
    // A file that is cut off may have had more records; one that is complete has no more.
    let root = head.xmlRoot
    let isRecord = root.map { Self.records.contains(String($0)) } ?? false
    if stream.failure == nil, !isCut, isEmpty || !isRecord && root != nil,
      !XMLEnd(records.end).closes(root: root)
    {
      let reason = isEmpty ? "ends before its first record" : "is cut off after its last record"
      try emit(.failed(origin.notice(nil, reason)))
    }
  }

  /// The outcome of reading a record, and the notice of what is left out.
  private func outcomes(
    _ record: XMLRecords.Record, at location: SourceLocation, _ encoding: String?,
    _ origin: RecordOrigin, isOne: Bool
  ) -> [ReadOutcome] {
    guard record.isWhole else {
      return [.failed(origin.notice(location, "the file ends in the middle of this record"))]
    }
    do throws(ReadError) {
      let text = encoding.map { CharacterEncoding.decoded(record.bytes, from: $0) }
      let tree = try XMLTree(text.map { Array($0.text.utf8) } ?? record.bytes)
      var document = tree.withRoot { self.document($0, from: origin, line: record.line) }
      if isOne { document?.nameByFile(origin) }
      let outcome = origin.outcome(
        document, at: location, repaired: tree.isRepaired || text?.isRepaired == true,
        isMended: tree.isMended)
      guard let reason = tree.withRoot({ self.unread($0) }) else { return [outcome] }
      let rest = ReadOutcome.skipped(origin.notice(location, reason))
      return document == nil ? [rest] : [outcome, rest]
    } catch {
      return [.failed(origin.notice(location, error.description))]
    }
  }
}
