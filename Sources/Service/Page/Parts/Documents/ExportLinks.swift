import Literature

/// Links to the records of all results of a search; buttons, if the query is long.
struct ExportLinks {
  let address: PageAddress

  var html: HTML {
    """
    <details class="menu"><summary>Export</summary>
    <div class="menu-box"><p>Records of all results:</p>\
    \(PageLinks.areButtons(address) ? buttons : links)</div></details>
    """
  }

  /// The address of the records, without a format.
  private var records: PageAddress {
    address.keeping(Parameter.selection + [.sort]).at(PageAddress.export)
  }

  private var links: HTML {
    let items: [HTML] = ExportFormat.allCases.map { format in
      var link = records
      link.parameters += Self.parameters(format)
      return "<li><a href=\"\(link.href)\" download>\(Self.name(format))</a></li>"
    }
    return "<ul>\(items)</ul>"
  }

  /// A form with one button for each format, which contains the query only once.
  private var buttons: HTML {
    let hidden = (records.parameters + [Self.spreadsheetSafe]).map(\.hiddenField)
    let items: [HTML] = ExportFormat.allCases.map { format in
      """
      <li><button class="plain" name="\(Parameter.to.name)" value="\(format.rawValue)">\
      \(Self.name(format))</button></li>
      """
    }
    return "<form action=\"\(PageAddress.export)\" method=\"get\">\(hidden)<ul>\(items)</ul></form>"
  }

  /// The parameters of an export in a format.
  ///
  /// People open CSV from a page in a spreadsheet, which must not run its cells as formulas.
  static func parameters(_ format: ExportFormat) -> [PageAddress.Pair] {
    let pair = PageAddress.Pair(Parameter.to.name, format.rawValue)
    return format == .csv ? [pair, spreadsheetSafe] : [pair]
  }

  /// The parameter that makes CSV safe for spreadsheets; it does not change other formats.
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
