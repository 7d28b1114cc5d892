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
      try unpack(packing, stream, from: origin, depth: depth, emit)
    } else if stream.failure == nil, head.bytes.count < FileHead.length, head.isText,
      head.start.isEmpty
    {
      try emit(failedIfNamed(.skipped(origin.notice(nil, "is empty"))))
    } else if stream.failure == nil, head.isPageInPlaceOfRecords {
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
    _ packing: Packing, _ stream: ByteStream, from origin: RecordOrigin, depth: Int,
    _ emit: (ReadOutcome) throws(Stop) -> Void
  ) throws(Stop) {
    guard depth < Self.depthLimit else {
      let error = ReadError.nestedTooDeep(limit: Self.depthLimit)
      try emit(.failed(origin.notice(nil, error.description)))
      return
    }
    let unpacking = Unpacking(packing, stream)
    try unpacking.members { (member) throws(Stop) in
      switch member {
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

extension FileHead {
  /// A description of a file that is not read.
  var kind: String {
    let known: [(String, [UInt8])] = [
      ("a PNG image", [0x89, 0x50, 0x4E, 0x47]), ("a JPEG image", [0xFF, 0xD8, 0xFF]),
      ("a GIF image", Array("GIF8".utf8)), ("a PDF", Array("%PDF".utf8)),
      ("a SQLite file", Array("SQLite format 3".utf8)),
      (oldKind?.kind ?? "an old Office file", Self.oldOffice),
      ("a 7z archive", [0x37, 0x7A, 0xBC, 0xAF]), ("a RAR archive", Array("Rar!".utf8)),
      ("a program", [0x7F, 0x45, 0x4C, 0x46]),
    ]
    if isOpenDocument { return "an OpenDocument file of another kind" }
    if let kind = known.first(where: { bytes.starts(with: $0.1) }) { return kind.0 }
    if !isText { return "binary" }
    return name.extension.isEmpty ? "text" : "text with the extension .\(name.extension)"
  }

  /// The advice on a file that is not read, as the end of a sentence; empty if nothing is known.
  var advice: String {
    // Ovid calls its downloads "citation.cgi", whatever their format.
    if ["enw", "cgi"].contains(name.extension) { return "; export the records as RIS" }
    if kind.hasSuffix("archive") { return "; unpack it, or pack it as .zip" }
    guard bytes.starts(with: Self.oldOffice), let oldKind else { return "" }
    return "; save it as .\(oldKind.other)"
  }

  /// Whether the file is a web page, such as one that asks for a password, although its name is that
  /// of a file of records.
  var isPageInPlaceOfRecords: Bool {
    ["ris", "nbib", "bib", "enw", "ciw", "csv", "tsv", "json", "jsonl"].contains(name.extension)
      && HTMLReader.recognises(self)
  }

  /// Whether the file is an OpenDocument file of any kind.
  var isOpenDocument: Bool { isZip(with: "mimetypeapplication/vnd.oasis.opendocument.") }

  /// The first bytes of files of Office before 2007, and of Outlook's messages.
  private static let oldOffice: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

  /// The kind of such a file, and the extension of a format that is read.
  private var oldKind: (kind: String, other: String)? {
    switch name.extension {
    case "doc", "dot": (kind: "an old Word file", other: "docx")
    case "xls", "xlt": (kind: "an old Excel file", other: "xlsx")
    case "ppt", "pps", "pot": (kind: "an old PowerPoint file", other: "pptx")
    case "msg": (kind: "an Outlook message", other: "eml")
    default: nil
    }
  }
}
