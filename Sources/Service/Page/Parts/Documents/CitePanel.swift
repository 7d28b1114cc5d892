import Literature

/// The citations of a document to copy, one per style, and its records for reference managers.
struct CitePanel {
  let document: Document

  var html: HTML {
    let styles: [HTML] = CitationStyle.allCases.map { style in
      let citation = Citation(document, style: style).text
      return """
        <li><span class="what">\(style.name)</span> <span class="citation">\(citation)</span> \
        <button type="button" data-copy="\(citation)" \
        aria-label="Copy citation, \(style.name)">Copy</button></li>
        """
    }
    let formats: [HTML] = ExportFormat.allCases.map { format in
      let address = PageAddress(
        "/export",
        [PageAddress.Pair(Parameter.id.name, document.id)] + ExportLinks.parameters(format))
      return "<a href=\"\(address.href)\" download>\(ExportLinks.name(format))</a>"
    }
    return """
      <details class="cite"><summary>Cite</summary>
      <div class="cite-box"><ul>\(styles.joined(by: "\n"))</ul>
      <p><span class="formats">\(formats.joined(by: " "))</span></p></div></details>
      """
  }
}
