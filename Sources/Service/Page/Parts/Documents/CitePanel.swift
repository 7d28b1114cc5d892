import Literature

/// The citation of a document to copy, and its records for reference managers.
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
