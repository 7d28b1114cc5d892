import Literature

/// The record of a document: identifiers, type, language, keywords, URL.
struct DocumentFacts {
  let document: Document
  /// Whether the file of the document can be opened.
  var offersFile = false

  var html: HTML {
    let rows: [(name: String, value: HTML, field: MetadataField?)] = [
      ("Type", .text(document.type ?? ""), .type),
      ("Identifiers", identifiers, .identifiers),
      ("URL", address, .url),
      ("File", file, nil),
      ("Language", .text(document.language ?? ""), .language),
      ("Keywords", .text(document.keywords.joined(separator: "; ")), .keywords),
      ("ID", .text(document.id), nil),
    ]
    let items: [HTML] = rows.filter { $0.value != .empty }.map { name, value, field in
      let origin: HTML? = field.flatMap { document.origins[$0] }.map { origin in
        " <span class=\"origin\">(\(FacetLabels.origin(origin)))</span>"
      }
      return "<div><dt>\(name)</dt><dd>\(value)\(origin)</dd></div>"
    }
    return """
      <section class="record" aria-labelledby="record-title">\
      <h2 id="record-title">Record</h2><dl>\(items)</dl></section>
      """
  }

  private var identifiers: HTML {
    document.identifiers.map { identifier -> HTML in
      let link: String? =
        switch identifier.scheme {
        case .doi: WebLink.doi(identifier.value)
        case .pmid: WebLink.pmid(identifier.value)
        case .pmcid: WebLink.pmcid(identifier.value)
        case .registry, .isbn, .accession: nil
        }
      let label =
        identifier.scheme == .accession
        ? "Accession number" : identifier.scheme.rawValue.uppercased()
      let name = "\(label) \(identifier.value)"
      return link.map { "<a href=\"\($0)\" rel=\"noreferrer\">\(name)</a>" } ?? .text(name)
    }.joined(by: "<br>")
  }

  private var file: HTML {
    guard offersFile, let file = DocumentFile(document) else { return .empty }
    return file.isOffered
      ? "<a href=\"\(PageAddress.file(document.id))\">\(file.name)</a>" : .text(file.name)
  }

  private var address: HTML {
    guard let url = document.url else { return .empty }
    return WebLink.safe(url).map { "<a href=\"\($0)\" rel=\"noreferrer\">\(url)</a>" } ?? .text(url)
  }
}
