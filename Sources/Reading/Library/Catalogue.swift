import Foundation
import Literature

/// The curated metadata of a folder: its file `catalogue.csv`, with one row per document.
///
/// Columns, in any order: `file` (name of the file in the folder), `id` (of the record, if a file
/// contains several), `title`, `authors` (separated by semicolons), `year`, `venue`, `type`, `doi`,
/// `pmid`, `pmcid`, `isbn`, `registry`, `url`, `language`, `keywords`, and the names of facets
/// (codes separated by semicolons, or a number). An empty field changes nothing; `none` in a facet
/// means that it has no value. Other columns (provenance, notes) are ignored.
struct Catalogue: Sendable {
  /// Path of the catalogue.
  let path: String
  /// Mistakes in its rows, or the reason why it could not be read.
  private(set) var problems: [ReadOutcome] = []
  private var rows: [String: [CatalogueRow]] = [:]
  /// The line of the first row for each document, by its file and id.
  private var firstLines: [String: [String?: Int]] = [:]

  /// Name of the file, in any letter case.
  static let name = "catalogue.csv"

  /// Reads the catalogue of a folder; `nil` if it has none.
  init?(folder: String, _ links: LinkPolicy) {
    path = Self.path(in: folder)
    if let reason = links.refusal(ofFile: path, in: folder) {
      problems = [.skipped(ReadNotice(path: path, reason: reason))]
      return
    }
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR || errno == EACCES && access(folder, X_OK) != 0 {
        return nil
      }
      fail(ReadError.lastSystemError("open"))
      return
    }
    defer { close(descriptor) }
    // A link may have taken its place since the check.
    if let place = FileStatus.place(of: descriptor),
      let reason = links.refusal(ofOpened: place, in: folder)
    {
      problems = [.skipped(ReadNotice(path: path, reason: reason))]
      return
    }
    let stream = ByteStream(FileSource(descriptor: descriptor)).inUTF8()
    // Excel separates with semicolons where a comma is the decimal sign.
    var rows = DelimitedRows(stream, delimiter: DelimitedRows.delimiter(of: stream))
    guard let header = rows.next() else { return }
    let columns = header.fields.map { $0.lowercased() }
    guard columns.contains("file") else {
      complain(1, "has no column “file”")
      return
    }
    while let row = rows.next() { add(row, columns, folder: folder) }
    for line in rows.takeTooLong() { complain(line.number, "is too long (\(line.bytes) bytes)") }
    if let failure = stream.failure { fail(failure) }
  }

  /// The catalogue in a folder, whatever the case of its name's letters.
  private static func path(in folder: String) -> String {
    let folder = folder == "/" ? "" : folder
    let usual = "\(folder)/\(name)"
    guard access(usual, F_OK) != 0,
      let other = try? FileStatus.names(in: folder + "/").first(where: { $0.lowercased() == name })
    else { return usual }
    return "\(folder)/\(other)"
  }

  private mutating func fail(_ error: ReadError) {
    problems.append(.failed(ReadNotice(path: path, reason: error.description)))
  }

  private mutating func complain(_ line: Int, _ reason: String) {
    let notice = ReadNotice(path: path, location: .line(line), reason: reason)
    problems.append(.mistake(notice, in: .catalogue))
  }

  private mutating func add(_ row: DelimitedRows.Row, _ columns: [String], folder: String) {
    func complain(_ reason: String) { self.complain(row.line, reason) }
    if row.isCut { return complain("has an unclosed quotation mark") }
    guard row.fields.count == columns.count else {
      return complain("has \(row.fields.count) fields, but the header has \(columns.count)")
    }
    let fields = Dictionary(zip(columns, row.fields), uniquingKeysWith: { first, _ in first })
      .filter { !$0.value.isEmpty }
    guard let file = fields["file"] else { return complain("has no file name") }
    guard let status = try? FileStatus("\(folder)/\(file)", followingLinks: true) else {
      return complain("names a file that does not exist: \(file)")
    }
    guard !file.contains("/") else {
      return complain("names a file in another folder, which needs its own catalogue: \(file)")
    }
    guard status.kind != .folder else { return complain("names a folder: \(file)") }
    let new = CatalogueRow(fields, line: row.line) { complain($0) }
    if let first = firstLines[file]?[new.id] {
      let id = new.id.map { ", “\($0)”" } ?? ""
      complain("describes the same document as line \(first): \(file)\(id)")
    } else {
      firstLines[file, default: [:]][new.id] = row.line
    }
    rows[file, default: []].append(new)
  }

  /// Hash of the rows for a file, or `nil` if there are none.
  func hash(forFile path: String) -> ContentHash? {
    guard let rows = rows[FileName.last(path)] else { return nil }
    var hasher = ContentHasher()
    for row in rows {
      for (key, value) in row.fields.sorted(by: { $0.key < $1.key }) { hasher.feed([key, value]) }
    }
    return hasher.finish()
  }

  /// The rows for a file.
  func rows(forFile path: String) -> [CatalogueRow] { rows[FileName.last(path)] ?? [] }
}

extension FileName {
  /// Whether a file of this name is a folder's catalogue.
  var isCatalogue: Bool { stem.lowercased() == "catalogue" && `extension` == "csv" }
}
