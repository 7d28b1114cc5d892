import Literature

/// Links to the records of all results of a search.
struct ExportLinks {
  let address: PageAddress

  var html: HTML {
    let links: [HTML] = ExportFormat.allCases.map { format in
      var link = address.keeping(Parameter.selection + [.sort]).at("/export")
      link.parameters += Self.parameters(format)
      return "<li><a href=\"\(link.href)\" download>\(Self.name(format))</a></li>"
    }
    return """
      <details class="menu"><summary>Export</summary>
      <div class="menu-box"><p>Records of all results:</p><ul>\(links)</ul></div></details>
      """
  }

  /// The parameters of an export in a format.
  ///
  /// Whoever downloads CSV from a page opens it in a spreadsheet, which must not run its cells.
  static func parameters(_ format: ExportFormat) -> [PageAddress.Pair] {
    let pair = PageAddress.Pair(Parameter.to.name, format.rawValue)
    return format == .csv ? [pair, spreadsheetSafe] : [pair]
  }

  /// The parameter that makes CSV safe for spreadsheets; other formats are the same with it.
  static let spreadsheetSafe = PageAddress.Pair(Parameter.spreadsheetSafe.name, "true")

  /// The name of a format.
  static func name(_ format: ExportFormat) -> String {
    switch format {
    case .ris: "RIS"
    case .nbib: "MEDLINE"
    case .bibtex: "BibTeX"
    case .cslJSON: "CSL-JSON"
    case .csv: "CSV"
    case .jsonl: "JSON Lines"
    }
  }
}
