import JSON

/// CSL-JSON: an array of items.
struct CSLJSONWriter: RecordWriter {
  var opening: String { "[\n" }
  var separator: String { ",\n" }
  var closing: String { "\n]\n" }

  func record(_ document: Document) -> String {
    let reference = Reference(document)
    let imprint = document.imprint
    let code = reference.code(in: .csl) ?? "document"
    var json = JSONWriter.object
    json.add("id", document.id)
    json.add("type", code)
    json.add("title", document.title)
    json.add("author", reference.authors)
    json.add("editor", reference.editors)
    json.add("collection-editor", reference.seriesEditors)
    json.add("issued", reference.date)
    json.add("accessed", reference.accessed)
    // A whole book or report is contained in a series.
    let isSeries = ["book", "report"].contains(code)
    json.add(isSeries ? "collection-title" : "container-title", reference.container)
    json.add("container-title-short", isSeries ? nil : reference.abbreviation)
    if !isSeries { json.add("collection-title", imprint.series) }
    json.add("event-title", imprint.conference)
    json.add("abstract", document.abstract)
    json.add("language", document.language)
    json.add("volume", imprint.volume)
    let number =
      switch code {
      case "report": "number"
      case "book", "chapter": "collection-number"
      default: "issue"
      }
    json.add(number, imprint.issue)
    json.add(reference.pagesAreLength ? "number-of-pages" : "page", reference.pageRange)
    json.add("edition", imprint.edition)
    json.add("publisher", reference.publisher)
    json.add("publisher-place", imprint.place)
    json.add("ISSN", imprint.issn)
    json.add("DOI", document.identifier(.doi))
    json.add("PMID", document.identifier(.pmid))
    json.add("PMCID", document.identifier(.pmcid))
    json.add("ISBN", document.identifier(.isbn))
    json.add("URL", reference.address)
    json.add("keyword", reference.keywords.joined(separator: "; "))
    // Zotero reads the identifiers of MEDLINE only from the note.
    let notes = [
      document.identifier(.pmid).map { "PMID: \($0)" },
      document.identifier(.pmcid).map { "PMCID: \($0)" }, FacetKeywords.note(of: document.facets),
    ]
    json.add("note", (notes.compactMap(\.self) + reference.notes).joined(separator: "\n"))
    // Fields that CSL lacks, for this project's reader.
    var custom = JSONWriter.object
    var hasCustom = false
    if let type = reference.typeBeyond(code, in: .csl) {
      // Styles print the genre of a thesis or report, and would print "Journal Article; Review".
      if ["thesis", "report"].contains(code) { json.add("genre", reference.genre) }
      custom.add("type", type)
      hasCustom = true
    }
    // A comma in the only keyword looks like a separator.
    if reference.keywords.count == 1, reference.keywords[0].contains(",") {
      custom.add("keywords", reference.keywords)
      hasCustom = true
    }
    // Names as the source writes them, if their initials are separated for citation programs.
    let roles = [
      ("author", reference.authors), ("editor", reference.editors),
      ("collection-editor", reference.seriesEditors),
    ]
    for (role, names) in roles where names.contains(where: { $0.spacedGiven != $0.given }) {
      custom.add(role, names.map(\.inverted))
      hasCustom = true
    }
    if hasCustom { json.add("custom", raw: custom.finish()) }
    return json.finish()
  }
}

extension JSONWriter {
  /// Adds a date of a year, a month and a day, as far as known.
  fileprivate mutating func add(_ key: String, _ date: [Int]) {
    guard !date.isEmpty else { return }
    add(key, raw: "{\"date-parts\":[[\(date.map(String.init).joined(separator: ","))]]}")
  }

  /// Adds names, unless there are none: people in parts, organisations whole.
  fileprivate mutating func add(_ key: String, _ names: [PersonName]) {
    guard !names.isEmpty else { return }
    let items = names.map { name in
      var json = JSONWriter.object
      if name.isWhole {
        json.add("literal", name.family)
      } else {
        json.add("family", name.family)
        json.add("given", name.spacedGiven)
        json.add("suffix", name.suffix)
      }
      return json.finish()
    }
    add(key, raw: "[\(items.joined(separator: ","))]")
  }
}
