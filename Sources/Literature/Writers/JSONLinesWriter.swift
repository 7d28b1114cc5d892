import JSON

/// Writes JSON Lines in the form that this project reads: the complete record with its whole text.
struct JSONLinesWriter: RecordWriter {
  func record(_ document: Document) -> String {
    var json = JSONWriter.object
    json.add("_id", document.id)
    json.add("title", document.title)
    json.add("text", document.text)
    json.add("authors", document.authors)
    json.add("year", document.year)
    json.add("venue", document.venue)
    json.add("type", document.type)
    json.add("language", document.language)
    json.add("url", document.url)
    json.add("keywords", document.keywords)
    for scheme in Identifier.Scheme.ofFields {
      json.add(scheme.rawValue, document.identifier(scheme))
    }
    json.add("accession_numbers", document.accessions)
    for name in FacetName.allCases {
      let values = document.facets.texts(name)
      if let number = values.first.flatMap({ Int($0) }) {
        json.add(name.rawValue, number)
      } else {
        json.add(name.rawValue, values)
      }
    }
    if document.imprint != Imprint() {
      var imprint = JSONWriter.object
      imprint.add("volume", document.imprint.volume)
      imprint.add("issue", document.imprint.issue)
      imprint.add("pages", document.imprint.pages)
      imprint.add("publisher", document.imprint.publisher)
      imprint.add("issn", document.imprint.issn)
      imprint.add("month", document.imprint.month)
      imprint.add("day", document.imprint.day)
      imprint.add("editors", document.imprint.editors)
      imprint.add("place", document.imprint.place)
      imprint.add("edition", document.imprint.edition)
      imprint.add("abbreviation", document.imprint.abbreviation)
      imprint.add("series", document.imprint.series)
      imprint.add("series_editors", document.imprint.seriesEditors)
      imprint.add("conference", document.imprint.conference)
      imprint.add("accessed", document.imprint.accessed)
      imprint.add("notes", document.imprint.notes)
      json.add("imprint", raw: imprint.finish())
    }
    return json.finish() + "\n"
  }
}
