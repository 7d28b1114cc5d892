import Literature

/// How a document is cited and taken away: the citation to copy, records for reference managers.
struct CitePanel {
  let document: Document

  var html: HTML {
    let citation = Citation(document).text
    let formats: [HTML] = ExportFormat.allCases.map { format in
      let address = PageAddress(
        "/export",
        [.init(Parameter.id.name, document.id), .init(Parameter.to.name, format.rawValue)])
      return "<a href=\"\(address.href)\" download>\(ExportLinks.name(format))</a>"
    }
    return """
      <details class="cite"><summary>Cite</summary>
      <div class="cite-box"><p class="citation">\(citation)</p>
      <p><button type="button" data-copy="\(citation)">Copy citation</button> \
      <span class="formats">\(formats.joined(by: " "))</span></p></div></details>
      """
  }
}

/// Links to everything that a search finds, as records.
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
      <div class="menu-box"><p>Records of everything found:</p><ul>\(links)</ul></div></details>
      """
  }

  /// A format's name for people.
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
