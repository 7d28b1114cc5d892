import Foundation
import Literature

/// The curated metadata of a folder: its file `catalogue.csv`, with one row per document.
///
/// Columns, in any order: `file` (name of the file in the folder), `id` (of the record, if a file
/// contains several), `title`, `authors` (separated by semicolons), `year`, `venue`, `type`, `doi`,
/// `pmid`, `pmcid`, `url`, `language`, `keywords`, and the names of facets (codes separated by
/// semicolons, or a number). An empty field changes nothing; `none` in a facet means that it has no
/// value. Other columns (provenance, notes) are ignored.
struct Catalogue: Sendable {
  /// Rows that could not be used, and files that do not exist.
  private(set) var notices: [ReadNotice] = []
  private var rows: [String: [Row]] = [:]

  private struct Row: Sendable {
    let fields: [String: String]
    let line: Int
  }

  /// Name of the file.
  static let name = "catalogue.csv"

  /// Reads the catalogue of a folder; `nil` if it has none.
  init?(folder: String) {
    let path = "\(folder)/\(Self.name)"
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR || errno == EACCES && access(folder, X_OK) != 0 {
        return nil
      }
      let error = ReadError.lastSystemError("open")
      notices = [ReadNotice(path: path, reason: error.description)]
      return
    }
    defer { close(descriptor) }
    let stream = ByteStream(FileSource(descriptor: descriptor))
    // Excel separates with semicolons where a comma is the decimal sign.
    var rows = DelimitedRows(stream, delimiter: DelimitedRows.delimiter(of: stream))
    guard let header = rows.next() else { return }
    let columns = header.fields.map { $0.lowercased() }
    guard columns.contains("file") else {
      notices = [ReadNotice(path: path, location: .line(1), reason: "has no column “file”")]
      return
    }
    while let row = rows.next() { add(row, columns, path: path, folder: folder) }
    if let failure = stream.failure {
      notices.append(ReadNotice(path: path, reason: failure.description))
    }
  }

  private mutating func add(
    _ row: DelimitedRows.Row, _ columns: [String], path: String, folder: String
  ) {
    func complain(_ reason: String) {
      notices.append(ReadNotice(path: path, location: .line(row.line), reason: reason))
    }
    if row.isCut { return complain("has an unclosed quotation mark") }
    guard row.fields.count == columns.count else {
      return complain("has \(row.fields.count) fields, but the header has \(columns.count)")
    }
    let fields = Dictionary(zip(columns, row.fields), uniquingKeysWith: { first, _ in first })
      .filter { !$0.value.isEmpty }
    guard let file = fields["file"] else { return complain("has no file name") }
    guard access("\(folder)/\(file)", F_OK) == 0 else {
      return complain("names a file that does not exist: \(file)")
    }
    var used = fields
    for name in ["year"] + FacetDefinition.counts.map(\.name.rawValue) {
      guard let value = fields[name], value != "none" else { continue }
      let number = WrittenNumber.value(value)
      if number == nil { complain("has a \(name) that is not a number: \(value)") }
      used[name] = number.map(String.init)
    }
    for facet in FacetDefinition.codes.map(\.name) {
      guard let value = fields[facet.rawValue] else { continue }
      var codes: [String] = []
      for name in value.parts(separatedBy: ";") {
        switch name == "none" ? .code(name) : Vocabulary.standard.namedCode(name, in: facet) {
        case .code(let code): codes.append(code)
        case .unknown(let nearest):
          let hint = nearest.isEmpty ? "" : "; did you mean “\(nearest.joined(separator: "”, “"))”?"
          complain("has an unknown \(facet.rawValue): \(name)\(hint)")
        case .group(let code, let narrower):
          complain(
            "has a \(facet.rawValue) that only groups others: \(code); "
              + "use one of \(narrower.joined(separator: ", "))")
        }
      }
      used[facet.rawValue] = codes.isEmpty ? nil : codes.joined(separator: ";")
    }
    rows[file, default: []].append(Row(fields: used, line: row.line))
  }

  /// Hash of the rows for a file, or `nil` if there are none.
  func hash(forFile path: String) -> ContentHash? {
    guard let rows = rows[Self.fileName(path)] else { return nil }
    var hasher = ContentHasher()
    for row in rows {
      for (key, value) in row.fields.sorted(by: { $0.key < $1.key }) { hasher.feed([key, value]) }
    }
    return hasher.finish()
  }

  /// Replaces values from the source with curated ones.
  func override(_ document: inout Document) {
    let isWhole = document.source.key == nil
    for row in rows[Self.fileName(document.source.path)] ?? [] {
      if let id = row.fields["id"] ?? (isWhole ? document.id : nil), id == document.id {
        override(&document, with: row.fields)
      }
    }
  }

  private func override(_ document: inout Document, with fields: [String: String]) {
    func list(_ name: String) -> [String] { (fields[name] ?? "").parts(separatedBy: ";") }
    let origin = Origin.curated
    document.set(\.title, .title, fields["title"] ?? "", origin: origin)
    document.setAuthors(list("authors"), origin: origin)
    document.set(\.year, .year, fields["year"].flatMap { Int($0) }, origin: origin)
    document.set(\.venue, .venue, fields["venue"], origin: origin)
    document.set(\.type, .type, fields["type"], origin: origin)
    document.set(\.language, .language, fields["language"], origin: origin)
    document.set(\.url, .url, fields["url"], origin: origin)
    document.set(\.keywords, .keywords, list("keywords"), origin: origin)
    let schemes: [Identifier.Scheme] = [.doi, .pmid, .pmcid, .isbn, .registry]
    let stated = schemes.compactMap { scheme in
      fields[scheme.rawValue].flatMap { Identifier(scheme, parsing: $0) }
    }
    if !stated.isEmpty {
      let others = document.identifiers.filter { old in
        !stated.contains { $0.scheme == old.scheme }
      }
      document.set(\.identifiers, .identifiers, stated + others, origin: origin)
    }
    for name in FacetName.allCases {
      document.facets.add(name, list(name.rawValue), origin: origin)
    }
  }

  private static func fileName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}

extension FileName {
  /// Whether a file of this name is a folder's catalogue.
  var isCatalogue: Bool { stem == "catalogue" && `extension` == "csv" }
}
