/// The export formats, by the names that `export --to` takes.
public enum ExportFormat: String, Sendable, CaseIterable {
  case ris, nbib, bibtex
  case cslJSON = "csl-json"
  case csv, jsonl

  /// The writer of the format.
  public var writer: any RecordWriter { self.writer(marksFormulas: false) }

  /// The writer of the format.
  ///
  /// - Parameter marksFormulas: whether cells of CSV that spreadsheets would run as formulas are
  ///   marked as text, which changes them for other programs.
  public func writer(marksFormulas: Bool) -> any RecordWriter {
    switch self {
    case .ris: RISWriter()
    case .nbib: NBIBWriter()
    case .bibtex: BibTeXWriter()
    case .cslJSON: CSLJSONWriter()
    case .csv: CSVWriter(marksFormulas: marksFormulas)
    case .jsonl: JSONLinesWriter()
    }
  }

  /// Usual extension of its files, without the dot.
  public var fileExtension: String {
    switch self {
    case .bibtex: "bib"
    case .cslJSON: "json"
    case .ris, .nbib, .csv, .jsonl: rawValue
    }
  }
}
