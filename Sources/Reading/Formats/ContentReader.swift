import Literature

/// Reads the contents of a file or of a member of an archive: unpacks it if necessary, and passes
/// it to the reader for its format.
struct ContentReader {
  /// Whether the user named the file; an unknown format or a file without content is then a
  /// failure.
  var isNamed: Bool
  /// Options for reading files.
  var options = ReadingOptions()

  /// Maximum nesting depth of archives.
  static let depthLimit = 3

  /// Reads a stream.
  func read<Stop: Error>(
    _ stream: ByteStream, from origin: RecordOrigin, depth: Int,
    _ emit: (ReadOutcome) throws(Stop) -> Void
  ) throws(Stop) {
    var stream = stream.inUTF8()
    var head = FileHead(name: origin.member ?? origin.path, bytes: stream.peek(FileHead.length))
    if MacRoman.isLikely(head) {
      stream = ByteStream(MacRomanSource(stream))
      head = FileHead(name: origin.member ?? origin.path, bytes: stream.peek(FileHead.length))
    }
    if let packing = Packing(head.bytes), !Formats.isPackedText(head), !head.isOpenDocument {
      try unpack(packing, stream, head.bytes, from: origin, depth: depth, emit)
    } else if stream.failure == nil, head.bytes.count < FileHead.length, head.isText,
      head.start.isEmpty
    {
      try emit(failedIfNamed(.skipped(origin.notice(nil, "is empty"))))
    } else if stream.failure == nil, head.isMisnamedPage {
      let reason =
        "is a web page, although its name ends in .\(head.name.extension); open it in a browser to see "
        + "why the download failed"
      try emit(.failed(origin.notice(nil, reason)))
    } else if let reader = Formats.reader(for: head, options: options) {
      var keys = RecordKeys()
      let whole = origin.notice(nil, "").location
      // Records that are skipped, such as empty ones, do not count.
      var hasNone = true
      try reader.read(stream, from: origin) { (outcome) throws(Stop) in
        switch outcome {
        case .skipped(let notice) where notice.location != whole: break
        case .mistake: break
        case .skipped, .document, .failed: hasNone = false
        }
        try emit(failedIfNamed(keys.distinguish(outcome.withoutNull)))
      }
      if hasNone, stream.failure == nil {
        try emit(failedIfNamed(.skipped(origin.notice(nil, "contains no records"))))
      }
    } else if stream.failure == nil, let mismatch = head.mismatch {
      try emit(.failed(origin.notice(nil, mismatch)))
    } else if stream.failure == nil {
      let reason = "has an unsupported format (\(head.kind))" + head.advice
      try emit(failedIfNamed(.skipped(origin.notice(nil, reason)), keepsRecords: true))
    }
    if let failure = stream.failure, !stream.isFailureReported {
      try emit(.failed(origin.notice(.byte(stream.position), failure.description)))
    }
  }

  /// The outcome as a failure if the user named the file and it is skipped as a whole.
  ///
  /// A file that was read to its end and has no records keeps none of those that it had before.
  private func failedIfNamed(
    _ outcome: ReadOutcome, keepsRecords: Bool = false
  ) -> ReadOutcome {
    guard isNamed, case .skipped(var notice) = outcome, notice.location == nil else {
      return outcome
    }
    notice.keepsRecords = keepsRecords
    return .failed(notice)
  }

  private func unpack<Stop: Error>(
    _ packing: Packing, _ stream: ByteStream, _ beginning: [UInt8], from origin: RecordOrigin,
    depth: Int, _ emit: (ReadOutcome) throws(Stop) -> Void
  ) throws(Stop) {
    guard depth < Self.depthLimit else {
      let error = ReadError.nestedTooDeep(limit: Self.depthLimit)
      try emit(.failed(origin.notice(nil, error.description)))
      return
    }
    let unpacking = Unpacking(packing, stream)
    try unpacking.members { (member) throws(Stop) in
      switch member {
      case .whole(let inner) where inner.peek(beginning.count).elementsEqual(beginning):
        // libarchive returns a file with an incomplete header unchanged.
        let error = ReadError.damaged("it ends too early")
        try emit(.failed(origin.notice(nil, error.description)))
      case .whole(let inner):
        try read(inner, from: origin, depth: depth + 1, emit)
      case .file(let name, let inner):
        var contents = self
        contents.isNamed = false
        try contents.read(inner, from: origin.member(name), depth: depth + 1, emit)
      case .skipped(let name, let reason):
        try emit(.skipped(origin.member(name).notice(nil, reason)))
      case .failed(let name, let error):
        let source = name.map { origin.member($0) } ?? origin
        try emit(.failed(source.notice(nil, error.description)))
      }
    }
  }
}
