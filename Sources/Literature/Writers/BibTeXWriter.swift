/// BibTeX, with the characters that it reserves written as commands.
struct BibTeXWriter: RecordWriter {
  var separator: String { "\n" }

  func record(_ document: Document) -> String {
    let types = document.types
    let code = types.count == 1 ? ReferenceTypes.code(types[0], in: .bibtex) : nil
    let entry = code ?? (document.venue == nil ? "misc" : "article")
    var fields: [(String, String)] = []
    func add(_ name: String, _ value: String?) {
      guard let value, !value.trimmed.isEmpty else { return }
      fields.append((name, Self.escape(value.oneLine)))
    }
    add("title", document.title)
    if !document.authors.isEmpty {
      fields.append(("author", document.authors.map(Self.name).joined(separator: " and ")))
    }
    add("year", document.year.map(String.init))
    add(entry == "article" || entry == "misc" ? "journal" : "booktitle", document.venue)
    if code == nil { add("type", document.type) }
    add("volume", document.imprint.volume)
    add("number", document.imprint.issue)
    add("pages", document.imprint.pages)
    add("publisher", document.imprint.publisher)
    add("issn", document.imprint.issn)
    for scheme in [Identifier.Scheme.doi, .pmid, .pmcid, .isbn] {
      document.identifier(scheme).map { fields.append((scheme.rawValue, $0)) }
    }
    document.url.map { fields.append(("url", $0)) }
    add("language", document.language)
    let keywords = document.keywords + FacetKeywords.keywords(of: document.facets)
    if !keywords.isEmpty {
      // A semicolon after the last one says that commas stand inside of keywords.
      let joined = keywords.map { $0.replacing(";", with: ",") }.joined(separator: "; ") + ";"
      fields.append(("keywords", Self.escape(joined.oneLine)))
    }
    add("abstract", document.abstract)
    add("annote", FacetKeywords.note(of: document.facets))
    let body = fields.map { "  \($0) = {\($1)},\n" }.joined()
    return "@\(entry){\(Self.key(document.id)),\n\(body)}\n"
  }

  private static func key(_ id: String) -> String {
    String(id.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.:/".contains($0)) ? $0 : "_" })
  }

  /// A name; one that holds "and", or has no comma and three words, is a body and kept whole.
  private static func name(_ name: String) -> String {
    let words = name.split(separator: " ")
    let isBody = words.contains("and") || (!name.contains(",") && words.count > 3)
    return isBody ? "{\(escape(name.oneLine))}" : escape(name.oneLine)
  }

  private static func escape(_ text: String) -> String {
    var output = ""
    for character in text {
      switch character {
      case "\\": output += "\\textbackslash{}"
      case "~": output += "\\textasciitilde{}"
      case "^": output += "\\textasciicircum{}"
      case "{", "}", "$", "&", "%", "#", "_": output += "\\\(character)"
      case "-" where output.last == "-", "`" where output.last == "`",
        "'" where output.last == "'":
        // Two in a row would print as a dash or a quotation mark.
        output += "{}\(character)"
      default: output.append(character)
      }
    }
    return output
  }
}
