import JSON

/// CSL-JSON: an array of items.
struct CSLJSONWriter: RecordWriter {
  var opening: String { "[\n" }
  var separator: String { ",\n" }
  var closing: String { "\n]\n" }

  func record(_ document: Document) -> String {
    let types = document.types
    let code = types.count == 1 ? ReferenceTypes.code(types[0], in: .csl) : nil
    var json = JSONWriter.object
    json.add("id", document.id)
    json.add("type", code ?? (document.venue == nil ? "document" : "article-journal"))
    if code == nil { json.add("genre", document.type) }
    json.add("title", document.title)
    if !document.authors.isEmpty {
      json.add("author", raw: "[\(document.authors.map(Self.name).joined(separator: ","))]")
    }
    document.year.map { json.add("issued", raw: "{\"date-parts\":[[\($0)]]}") }
    json.add("container-title", document.venue)
    json.add("abstract", document.abstract)
    json.add("language", document.language)
    json.add("volume", document.imprint.volume)
    json.add("issue", document.imprint.issue)
    json.add("page", document.imprint.pages)
    json.add("publisher", document.imprint.publisher)
    json.add("ISSN", document.imprint.issn)
    json.add("DOI", document.identifier(.doi))
    json.add("PMID", document.identifier(.pmid))
    json.add("PMCID", document.identifier(.pmcid))
    json.add("ISBN", document.identifier(.isbn))
    json.add("URL", document.url)
    let keywords = document.keywords + FacetKeywords.keywords(of: document.facets)
    if !keywords.isEmpty {
      json.add(
        "keyword", keywords.map { $0.replacing(";", with: ",") }.joined(separator: "; ") + ";")
    }
    json.add("note", FacetKeywords.note(of: document.facets))
    return json.finish()
  }

  /// A person with one comma between family and given name; anything else as it is.
  private static func name(_ author: String) -> String {
    var json = JSONWriter.object
    let parts = author.split(separator: ",", maxSplits: 1).map { $0.trimmed }
    if parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty {
      json.add("family", parts[0])
      json.add("given", parts[1])
    } else {
      json.add("literal", author)
    }
    return json.finish()
  }
}
