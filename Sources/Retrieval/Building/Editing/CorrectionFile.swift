import Appraisal
import Literature
import Reading

/// Corrections as a table, `corrections.csv`, which a team can share.
///
///     id,title,author,year,doi,pmid,pmcid,registry,method,setting,…,sample_size,…,who,when,note
///     peers-hcv-2023,…,"Vojt, Gaby",2023,,,,,qualitative,'-community,…,45,…,J. Smith,2026-11-28,…
///
/// Columns may be in any order, and may be missing; unknown columns are ignored. Semicolons may
/// separate them, as in files that Excel writes in some countries. An empty cell changes nothing;
/// the other cells are read by ``FacetChange``. People edit the table in spreadsheets, which would
/// read `-community` as a formula, so such cells are marked (``FormulaMark``); the mark may be
/// missing.
public enum CorrectionFile {
  private static let schemes: [Identifier.Scheme] = [.doi, .pmid, .pmcid, .registry]
  private static let columns =
    ["id", "title", "author", "year"] + schemes.map(\.rawValue) + FacetName.allCases.map(\.rawValue)
    + ["who", "when", "note"]

  /// A table of corrections, one per row.
  public static func text(_ corrections: [Correction]) -> String {
    ([columns.joined(separator: ",")] + corrections.map(row)).joined(separator: "\n") + "\n"
  }

  private static func row(_ correction: Correction) -> String {
    let cells =
      [correction.id, correction.title, correction.author]
      + [correction.year.map { String($0) } ?? ""]
      + schemes.map { scheme in
        correction.identifiers.first { $0.scheme == scheme }?.value ?? ""
      }
      + FacetName.allCases.map { correction.changes[$0]?.text ?? "" }
      + [correction.person, correction.date, correction.note]
    return CSVText.line(cells, marksFormulas: true)
  }

  /// Reads a table of corrections; rows without a change are skipped.
  ///
  /// - Parameter path: the path shown in errors.
  /// - Throws: ``CorrectionError/rows(_:)`` with all mistakes, because people correct a table as a
  ///   whole; ``CorrectionError/file(_:line:reason:)`` without a column that identifies documents.
  public static func read(
    _ text: String, path: String, vocabulary: Vocabulary = .standard
  ) throws(CorrectionError) -> [Correction] {
    let stream = ByteStream(text.utf8)
    var rows = DelimitedRows(stream, delimiter: DelimitedRows.delimiter(of: stream))
    guard let header = rows.next() else { return [] }
    let names = header.fields.map { $0.trimmed.lowercased() }
    guard names.contains("id") || names.contains("doi") || names.contains("pmid") else {
      throw .file(path, line: 1, reason: "Has no column “id”, “doi” or “pmid”.")
    }
    var corrections: [Correction] = []
    var mistakes: [CorrectionError] = []
    while let row = rows.next() {
      // A separator in a cell without quotation marks would move the cells after it.
      guard row.fields.dropFirst(names.count).allSatisfy(\.isEmpty) else {
        mistakes.append(
          .file(
            path, line: row.line,
            reason: "Has \(row.fields.count) fields, but the header has \(names.count). "
              + "Put cells that contain the separator in quotation marks."))
        continue
      }
      let fields = Dictionary(
        zip(names, row.fields.map { FormulaMark.unmarked($0.trimmed) }),
        uniquingKeysWith: { first, _ in first })
      let (changes, errors) = Self.changes(fields, vocabulary)
      mistakes += errors.map {
        CorrectionError.file(path, line: row.line, reason: $0.description)
      }
      if !changes.isEmpty { corrections.append(correction(fields, changes)) }
    }
    if !mistakes.isEmpty { throw .rows(mistakes) }
    return corrections
  }

  /// The changes in the cells of a row, and the mistakes in the others.
  private static func changes(
    _ fields: [String: String], _ vocabulary: Vocabulary
  ) -> (changes: [FacetName: FacetChange], mistakes: [CorrectionError]) {
    var changes: [FacetName: FacetChange] = [:]
    var mistakes: [CorrectionError] = []
    for facet in FacetName.allCases {
      guard let text = fields[facet.rawValue], !text.isEmpty else { continue }
      do throws(CorrectionError) {
        changes[facet] = try FacetChange(text, of: facet, vocabulary: vocabulary)
      } catch {
        mistakes.append(error)
      }
    }
    return (changes, mistakes)
  }

  private static func correction(
    _ fields: [String: String], _ changes: [FacetName: FacetChange]
  ) -> Correction {
    Correction(
      id: fields["id"] ?? "", title: fields["title"] ?? "", author: fields["author"] ?? "",
      year: fields["year"].flatMap { Int($0) },
      identifiers: schemes.compactMap { scheme in
        fields[scheme.rawValue].flatMap { Identifier(scheme, parsing: $0) }
      },
      changes: changes, person: fields["who"] ?? "", date: fields["when"] ?? "",
      note: fields["note"] ?? "")
  }
}
