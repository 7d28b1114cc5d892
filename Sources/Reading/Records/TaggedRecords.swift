import Literature

/// The records of a tagged format in a stream, one at a time.
struct TaggedRecords<Syntax: TaggedSyntax> {
  private let stream: ByteStream
  private let origin: RecordOrigin
  private var syntax = Syntax()
  private var record = TaggedRecord()
  private var isOpen = false
  /// Whether the open record contains an empty line.
  private var hasBlank = false
  /// The fields since the last record that belong to none: their number, and the line of the first.
  private var strays: (count: Int, line: Int)?
  /// Whether an earlier record has the tag with which records end; `nil` before the first.
  private var othersClose: Bool?
  /// Whether what was read last may be the beginning of a tag with which a record begins.
  private var beginsTag = false
  /// Whether what was read last may be the beginning of any tag.
  private var isPartOfTag = false
  /// Whether the end of the file is still to come, in a format that marks it.
  private var lacksFileEnd = false
  /// The outcomes to report after the one that was returned last, the last of them first.
  private var pending: [ReadOutcome] = []

  /// Maximum length of a line in bytes.
  private static var lineLimit: Int { 1 << 26 }

  /// Reads the rest of a stream.
  init(_ stream: ByteStream, from origin: RecordOrigin) {
    self.stream = stream
    self.origin = origin
  }

  /// The next item in a stream.
  private enum Item {
    case reference(BibliographicRecord, line: Int, isRepaired: Bool)
    /// A record within which the file ends; its last field may be incomplete.
    ///
    /// - closer: the tag that it lacks; `nil` if the format does not require one.
    case incomplete(BibliographicRecord, line: Int, isRepaired: Bool, closer: String?)
    case notice(ReadOutcome)
  }

  /// The end of a record.
  private enum End { case line, nextRecord, file }

  /// The outcome of reading the next record, or `nil` at the end.
  mutating func next() -> ReadOutcome? {
    if let outcome = pending.popLast() { return outcome }
    switch nextItem() {
    case .reference(let reference, let line, let isRepaired):
      let outcome = origin.outcome(
        reference.document(from: origin, line: line), at: .line(line), repaired: isRepaired)
      guard !reference.unreadable.isEmpty, case .document = outcome else { return outcome }
      return first(of: reference.mistakes(from: origin, at: .line(line)) + [outcome])
    case .incomplete(let reference, let line, let isRepaired, let closer):
      let location = SourceLocation.line(line)
      guard let document = reference.document(from: origin, line: line) else {
        return origin.cutOff(unread: location)
      }
      let outcome = origin.outcome(document, at: location, repaired: isRepaired)
      // Its last value may be unreadable because it is cut off.
      return first(of: [outcome, origin.cutOff(read: location, lacking: closer)])
    case .notice(let outcome): return outcome
    case nil: return nil
    }
  }

  /// Returns the first of some outcomes, and keeps the others for later.
  private mutating func first(of outcomes: [ReadOutcome]) -> ReadOutcome? {
    pending = outcomes.reversed()
    return pending.popLast()
  }

  /// The next record as a reference, or `nil` at the end; what belongs to no record, and lines that
  /// are too long, are skipped.
  mutating func nextReference() -> BibliographicRecord? {
    while let item = nextItem() {
      switch item {
      case .reference(let reference, _, _), .incomplete(let reference, _, _, _): return reference
      case .notice: continue
      }
    }
    return nil
  }

  private mutating func nextItem() -> Item? {
    while let next = stream.nextLine(limit: Self.lineLimit) {
      guard case .bytes(var line) = next else {
        if case .tooLong(let count) = next {
          return .notice(
            origin.tooLarge(count, limit: Self.lineLimit, at: .line(stream.lineNumber)))
        }
        continue
      }
      // Of files that were joined, each may begin with one.
      if ByteOrderMark(line) == .utf8 {
        line = UnsafeRawBufferPointer(rebasing: line.dropFirst(3))
      }
      (beginsTag, isPartOfTag) = (false, false)
      switch syntax.parse(line) {
      case .field(let tag, let start):
        let value = UnsafeRawBufferPointer(rebasing: line[start...])
        guard begins(tag) else {
          if isOpen {
            record.add(tag, value)
          } else if tag == Syntax.fileStart {
            lacksFileEnd = Syntax.fileEnd != nil
          } else if tag == Syntax.fileEnd {
            lacksFileEnd = false
          } else if value.firstVisible != nil, !Syntax.outsideRecords.contains(tag) {
            strays = (
              count: (strays?.count ?? 0) + 1, line: strays?.line ?? stream.lineNumber
            )
          }
          continue
        }
        let last = finish(at: .nextRecord)
        record.reset()
        record.line = stream.lineNumber
        record.add(tag, value)
        isOpen = true
        hasBlank = false
        if let last { return last }
      case .more(let start):
        isPartOfTag = Self.isPartOfTag(line)
        beginsTag = isPartOfTag && Self.isPartOfOpener(line)
        if isOpen { record.extend(UnsafeRawBufferPointer(rebasing: line[start...])) }
      case .end:
        if let last = finish(at: .line) { return last }
      case .blank: hasBlank = true
      }
    }
    if let last = finish(at: .file) { return last }
    return cutOffNotice()
  }

  private func begins(_ tag: TaggedRecord.Tag) -> Bool {
    Syntax.begins(tag, isOpen: isOpen, hasBlank: hasBlank) { record.has($0) }
  }

  /// Whether a line is the beginning of the tag with which records begin, and nothing else.
  private static func isPartOfOpener(_ line: UnsafeRawBufferPointer) -> Bool {
    guard let end = line.lastIndex(where: { !$0.isBlank }) else { return false }
    return Syntax.opener.utf8.starts(with: line[...end])
  }

  /// Whether a line has only capitals and digits, not more than a tag.
  private static func isPartOfTag(_ line: UnsafeRawBufferPointer) -> Bool {
    guard let end = line.lastIndex(where: { !$0.isBlank }), end < Syntax.opener.utf8.count
    else { return false }
    return line[0].isCapital && line[...end].allSatisfy { $0.isCapital || $0.isDigit }
  }

  /// Closes the open record, if any, and converts it to a reference; otherwise reports the fields
  /// that belong to no record.
  private mutating func finish(at end: End) -> Item? {
    guard isOpen else { return straysNotice() }
    isOpen = false
    if end == .file, isPartOfTag { record.dropLastLine() }
    let hasFileEnd = Syntax.fileEnd.map { record.has($0) } ?? false
    let isClosed =
      end == .line || hasFileEnd || record.has(TaggedRecord.Tag(stringLiteral: Syntax.closer))
    if end == .file, !isClosed {
      let isCutOff = Syntax.isCutOff(othersClose: othersClose) { record.has($0) }
      if isCutOff || stream.failure != nil {
        (beginsTag, lacksFileEnd) = (false, false)
        // A file with a single record may have been written without an end.
        let isCertain = othersClose == true || stream.failure != nil
        if isCertain, stream.endsWithinLine, !isPartOfTag { record.dropLastNumber() }
        let reference = Syntax.reference(&record)
        return .incomplete(
          reference, line: record.line, isRepaired: record.isRepaired,
          closer: isCutOff ? "\(Syntax.closer)" : nil)
      }
    }
    othersClose = isClosed || othersClose ?? false
    lacksFileEnd = Syntax.fileEnd != nil && !hasFileEnd
    let reference = Syntax.reference(&record)
    return .reference(reference, line: record.line, isRepaired: record.isRepaired)
  }

  /// Reports, once, that the file ends before or after a record, but not where it should.
  private mutating func cutOffNotice() -> Item? {
    guard beginsTag || lacksFileEnd, stream.failure == nil else { return nil }
    (beginsTag, lacksFileEnd) = (false, false)
    let reason =
      othersClose == nil ? "ends before its first record" : "is cut off after its last record"
    return .notice(.failed(origin.notice(nil, reason)))
  }

  private mutating func straysNotice() -> Item? {
    guard let (count, line) = strays else { return nil }
    strays = nil
    let reason =
      count == 1
      ? "is a field outside a record" : "begins \(count) fields outside a record"
    return .notice(
      .skipped(
        origin.notice(.line(line), "\(reason); a record begins with \(Syntax.opener)")))
  }
}

extension UnsafeRawBufferPointer {
  /// Index of the first byte that is not a space or tab; `nil` if there is none.
  var firstVisible: Int? { firstIndex { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D } }

  /// The tag formed by two bytes.
  var tagOfTwo: TaggedRecord.Tag {
    TaggedRecord.Tag(packed: UInt32(self[0]) << 8 | UInt32(self[1]))
  }
}
