import Literature

/// Mail: a message (EML) or a mailbox of messages (MBOX, RFC 4155), each a document.
///
/// Attached texts and web pages and forwarded messages are a part of it. Other attached files are
/// not read, but their names are, so that a search finds the message.
package struct MailReader: DocumentReader {
  package static let format = "email (EML, MBOX)"
  /// Maximum size of a message in bytes.
  private static let sizeLimit = 1 << 26

  package static func recognises(_ head: FileHead) -> Bool {
    guard head.isText else { return false }
    if ["eml", "mbox", "mbx"].contains(head.name.extension) { return true }
    guard ["", "txt"].contains(head.name.extension) else { return false }
    let start = head.start
    if start.hasPrefix("From "), start.prefix(200).contains("@") { return hasHeaders(start) }
    return (start.hasPrefix("Return-Path:") || start.hasPrefix("Received:")) && hasHeaders(start)
  }

  private static func hasHeaders(_ text: Substring) -> Bool {
    let names = Set(
      text.prefix(8000).split(whereSeparator: \.isNewline).prefix(80).compactMap {
        $0.split(separator: ":", maxSplits: 1).first?.lowercased()
      })
    return names.isSuperset(of: ["from", "subject", "date"])
  }

  package init() {}

  package func read<Stop: Error>(
    _ stream: ByteStream, from origin: RecordOrigin,
    emit: (ReadOutcome) throws(Stop) -> Void
  ) throws(Stop) {
    let isMailbox = stream.peek(5).elementsEqual("From ".utf8)
    if isMailbox {
      try readMailbox(stream, origin, emit)
      return
    }
    let bytes: [UInt8]
    do throws(ReadError) {
      bytes = try stream.readAll(limit: Self.sizeLimit)
    } catch {
      try emit(.failed(origin.notice(nil, error.description)))
      return
    }
    try emit(outcome(bytes, origin, line: nil))
  }

  /// Reads messages between lines that begin with "From " after an empty line.
  private func readMailbox<Stop: Error>(
    _ stream: ByteStream, _ origin: RecordOrigin, _ emit: (ReadOutcome) throws(Stop) -> Void
  ) throws(Stop) {
    var message: [UInt8] = []
    var start = 1
    var size = 0
    var followsBlank = true
    func finish() -> ReadOutcome? {
      if size > Self.sizeLimit {
        return origin.tooLarge(size, limit: Self.sizeLimit, at: .line(start))
      }
      return message.isEmpty ? nil : outcome(message, origin, line: start)
    }
    while let line = stream.nextLine(limit: Self.sizeLimit) {
      guard case .bytes(var bytes) = line else {
        if case .tooLong(let count) = line { size += count }
        followsBlank = false
        continue
      }
      if followsBlank, bytes.begins(with: "From ") {
        if let last = finish() { try emit(last) }
        message.removeAll(keepingCapacity: true)
        (start, size, followsBlank) = (stream.lineNumber, 0, false)
        continue
      }
      followsBlank = bytes.allSatisfy(\.isBlank)
      // A line of a message that begins like a separator has been escaped.
      if bytes.begins(with: ">From ") {
        bytes = UnsafeRawBufferPointer(rebasing: bytes.dropFirst())
      }
      size += bytes.count + 1
      if size <= Self.sizeLimit {
        message.append(contentsOf: bytes)
        message.append(0x0A)
      }
    }
    if let last = finish() { try emit(last) }
  }

  private func outcome(_ bytes: [UInt8], _ origin: RecordOrigin, line: Int?) -> ReadOutcome {
    let message = MIMEMessage(bytes)
    var document = Document(id: "", source: origin.source(key: nil, line: line))
    document.set(\.title, .title, (message.header("subject") ?? "").oneLine)
    document.setAuthors(message.header("from").map(MailAddresses.names) ?? [])
    document.set(
      \.year, .year, message.header("date").flatMap { PublicationDate.firstYear(in: $0) })
    document.set(\.type, .type, "Email")
    MailText.add(message, to: &document)
    guard !document.title.isEmpty || !document.text.isEmpty else {
      return .skipped(origin.notice(line.map { .line($0) }, "is empty (no subject and no text)"))
    }
    if line == nil {
      document.nameByFile(origin)
    } else if let id = message.header("message-id")?.trimmed, !id.isEmpty {
      document.id = id.replacing("<", with: "").replacing(">", with: "")
      document.source.key = origin.source(key: document.id).key
    } else {
      document.nameByContent(origin)
    }
    return .document(document, repaired: nil)
  }
}
