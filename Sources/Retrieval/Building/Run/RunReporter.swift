import Answers
import GRDB
import Literature
import Reading

/// Counts the files and records of a run, and reports what happened to them.
///
/// Notices about the contents of a file are stored, so that a later run, which does not read the
/// file again, reports them in the same way.
final class RunReporter {
  /// The counts so far.
  var counts = IndexReport()
  /// Files and folders that could not be opened, and links that are not followed.
  private(set) var unread: [String] = []
  private var refusedLinks: Set<String> = []

  private let database: Database
  private let incident: (IndexIncident) -> Void
  private var file: OpenFile?

  /// The file that is being read.
  private struct OpenFile {
    var path: String
    /// Documents read from it.
    var records = 0
    /// The last of them.
    var last: Source?
    /// Failures in it.
    var failed = 0
    /// Failures that say that it was read to its end and has no records.
    var withoutRecords = 0
    /// Whether the file could not be read completely.
    var isUnreadable = false
    /// Notices stored so far.
    var notices = 0
  }

  init(_ database: Database, incident: @escaping (IndexIncident) -> Void) {
    self.database = database
    self.incident = incident
  }

  // MARK: Files

  /// Begins a file that is read.
  func begin(path: String) throws {
    counts.files.seen += 1
    file = OpenFile(path: path)
    try NoticeTable.remove(database, path: path)
  }

  /// Ends a file that was read.
  ///
  /// - Returns: the number of its documents and of its failures, and whether records may be in a
  ///   part of it that could not be read; `nil` for a file that was not read.
  func end() -> (records: Int, failed: Int, keepsRecords: Bool)? {
    defer { file = nil }
    guard let file else { return nil }
    if file.isUnreadable {
      counts.files.failed += 1
      if file.records > 0 { counts.files.partlyRead += 1 }
    }
    return (file.records, file.failed, file.failed > file.withoutRecords)
  }

  /// Counts a file that did not change: its records, and the reports of the run that read it.
  func repeatNotices(path: String, records: Int) throws {
    counts.files.seen += 1
    counts.records.seen += records
    counts.records.unchanged += records
    for notice in try NoticeTable.notices(database, path: path) {
      if notice.scope == .record, notice.incident.outcome != .repaired { counts.records.seen += 1 }
      count(notice)
      incident(notice.incident)
    }
  }

  /// Counts and reports records that stay as they were, because their file or folder could not be
  /// read, or not completely.
  func keep(_ records: Int, from path: String) {
    guard records > 0 else { return }
    counts.kept += records
    let isRefused = refusedLinks.contains(path)
    let cause = isRefused ? "is a link that was not followed" : "could not be read completely"
    let they = records == 1 ? "its record stays" : "\(records) of its records stay"
    incident(
      IndexIncident(
        .kept, path: path, reason: "\(cause), so \(they) in the index as before"))
  }

  // MARK: Notices

  /// Counts and reports what reading reported instead of a document.
  func note(_ outcome: ReadOutcome) throws {
    let (notice, kind): (ReadNotice, IndexIncident.Outcome)
    var annotation: ReadOutcome.Annotation?
    switch outcome {
    case .document: return
    case .failed(let found): (notice, kind) = (found, .failed)
    case .skipped(let found): (notice, kind) = (found, .skipped)
    case .mistake(let found, let place):
      (notice, kind) = (found, .mistake)
      annotation = place
    }
    let event = IndexIncident(
      kind, path: notice.path, place: notice.location.map(String.init(describing:)),
      reason: notice.reason)
    if let annotation {
      try add(NoticeTable.Notice(scope: .init(annotation), incident: event))
      return
    }
    guard file != nil else {
      // The walk reported the file without opening it.
      counts.files.seen += 1
      if kind == .failed {
        counts.files.failed += 1
        unread.append(notice.path)
      } else {
        counts.files.skipped += 1
        if notice.keepsRecords == true {
          unread.append(notice.path)
          refusedLinks.insert(notice.path)
        }
      }
      incident(event)
      return
    }
    let scope = notice.scope
    if scope == .record { counts.records.seen += 1 }
    if kind == .failed, notice.keepsRecords == false { file?.withoutRecords += 1 }
    if kind == .failed, scope == .member, case .member(let name, _) = notice.location,
      file?.last?.isOfMember(name) == true
    {
      counts.files.partlyRead += 1
    }
    try add(NoticeTable.Notice(scope: scope, incident: event))
  }

  /// Counts a document, and reports the repairs to it.
  func countDocument(id: String, from source: Source, repaired: Repair?) throws {
    counts.records.seen += 1
    file?.records += 1
    file?.last = source
    if let repaired { try report(.repaired(id, source, repaired)) }
  }

  /// Counts and reports what happened to a document of the file, and stores it with the file.
  func report(_ event: IndexIncident, cause: NoticeTable.Cause? = nil) throws {
    try add(NoticeTable.Notice(scope: .record, cause: cause, incident: event))
  }

  private func add(_ notice: NoticeTable.Notice) throws {
    count(notice)
    incident(notice.incident)
    // A file with a failure is read again, so only other notices are stored.
    guard let stored = file?.notices, notice.incident.outcome != .failed else { return }
    try NoticeTable.add(database, notice, number: stored)
    file?.notices += 1
  }

  private func count(_ notice: NoticeTable.Notice) {
    let outcome = notice.incident.outcome
    if outcome == .failed { file?.failed += 1 }
    switch (notice.scope, outcome) {
    case (.file, .failed): file?.isUnreadable = true
    case (.file, _): counts.files.skipped += 1
    case (.member, .failed):
      counts.files.seen += 1
      counts.files.failed += 1
    case (.member, _):
      counts.files.seen += 1
      counts.files.skipped += 1
    case (.record, .failed): counts.records.failed += 1
    case (.record, .skipped): counts.records.skipped += 1
    case (.record, .duplicate): counts.records.duplicate += 1
    case (.record, .repaired): counts.records.repaired += 1
    case (.record, _): break
    case (.catalogue, _): counts.mistakes.catalogue += 1
    case (.frontMatter, _): counts.mistakes.frontMatter += 1
    case (.jsonLines, _): counts.mistakes.jsonLines += 1
    case (.values, _): counts.mistakes.records += 1
    }
  }
}

extension NoticeTable.Scope {
  fileprivate init(_ annotation: ReadOutcome.Annotation) {
    switch annotation {
    case .catalogue: self = .catalogue
    case .frontMatter: self = .frontMatter
    case .jsonLines: self = .jsonLines
    case .record: self = .values
    }
  }
}

extension Source {
  /// Whether a record is in a member of an archive.
  fileprivate func isOfMember(_ name: String) -> Bool {
    guard let key else { return false }
    return key == name || key.hasPrefix("\(name)#")
  }
}

extension ReadNotice {
  /// The subject of the notice.
  ///
  /// The location is a byte if a file or member could not be read beyond it.
  fileprivate var scope: NoticeTable.Scope {
    switch location {
    case nil, .byte: .file
    case .member(_, nil), .member(_, .byte): .member
    default: .record
    }
  }
}
