import Literature

/// Links to the records of all results of a search.
struct ExportLinks {
  let address: PageAddress

  var html: HTML {
    let links: [HTML] = ExportFormat.allCases.map { format in
      var link = address.keeping(Parameter.selection + [.sort]).at("/export")
      link.parameters.append(.init(Parameter.to.name, format.rawValue))
      return "<li><a href=\"\(link.href)\" download>\(Self.name(format))</a></li>"
    }
    return """
      <details class="menu"><summary>Export</summary>
      <div class="menu-box"><p>Records of all results:</p><ul>\(links)</ul></div></details>
      """
  }

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
