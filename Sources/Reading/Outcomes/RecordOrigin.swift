import Literature

/// The origin of the records of a stream.
package struct RecordOrigin: Sendable {
  /// Path of the file, absolute.
  package var path: String
  /// Name of the member, if the file is an archive.
  package var member: String?

  /// Creates the origin of a file or of a member of an archive.
  package init(path: String, member: String? = nil) {
    self.path = path
    self.member = member
  }

  /// File name without folders, extension and compression extension.
  package var stem: String { FileName(member ?? path).stem }

  /// The origin of a member, if the stream is an archive.
  func member(_ name: String) -> RecordOrigin {
    RecordOrigin(path: path, member: member.map { "\($0)/\(name)" } ?? name)
  }

  /// The source of a record that has a key.
  package func source(key: String?, line: Int? = nil) -> Source {
    let whole = member.map { member in key.map { "\(member)#\($0)" } ?? member } ?? key
    return Source(path: path, key: whole, line: line)
  }

  /// The outcome of reading a file whose only document has no text.
  var withoutText: ReadOutcome { .skipped(notice(nil, "has no text")) }

  /// The outcome of reading a record, which is skipped if it has nothing to search for.
  ///
  /// - Parameters:
  ///   - document: `nil` for such a record.
  ///   - repaired: whether characters were replaced.
  ///   - isMended: whether its XML is not well-formed.
  func outcome(
    _ document: Document?, at location: SourceLocation, repaired: Bool = false,
    isMended: Bool = false
  ) -> ReadOutcome {
    guard let document else {
      return .skipped(
        notice(location, "is empty (no title, author, abstract or identifier)"))
    }
    let repair: Repair? = repaired ? .characters : isMended ? .markup : nil
    return .document(document, repaired: repair)
  }

  /// The outcome for a file that ends within a record, if nothing of the record could be read.
  func cutOff(unread location: SourceLocation) -> ReadOutcome {
    .failed(notice(location, "the file ends in the middle of this record"))
  }

  /// The outcome for a file that ends within a record whose beginning was read as a document.
  ///
  /// It concerns the file, because the record itself is counted as read.
  ///
  /// - Parameters:
  ///   - location: where the record begins.
  ///   - closer: the tag that it lacks, if only this shows that it is incomplete: people and
  ///     programs also leave it out.
  func cutOff(read location: SourceLocation, lacking closer: String? = nil) -> ReadOutcome {
    let reason = closer.map { "may be cut off, because its last record (\(location)) has no \($0)" }
    return .failed(notice(nil, reason ?? "is cut off in its last record (\(location))"))
  }

  /// The outcome for a record or a line that is larger than a limit, in bytes.
  func tooLarge(_ bytes: Int, limit: Int, at location: SourceLocation) -> ReadOutcome {
    .failed(notice(location, ReadError.tooLarge(bytes: bytes, limit: limit).description))
  }

  /// A notice about a location in the stream.
  package func notice(_ location: SourceLocation?, _ reason: String) -> ReadNotice {
    ReadNotice(
      path: path, location: member.map { .member($0, location) } ?? location, reason: reason)
  }
}
