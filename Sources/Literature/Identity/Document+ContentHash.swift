extension Document {
  /// The hash of everything in the document except the line of its source, because a record that
  /// only moved within its file has not changed.
  public var contentHash: ContentHash {
    var hasher = ContentHasher()
    hasher.feed([id, title, venue ?? "", type ?? "", language ?? "", url ?? "", text])
    hasher.feed(year ?? -1)
    for part in [imprint.volume, imprint.issue, imprint.pages, imprint.publisher, imprint.issn] {
      hasher.feed(part ?? "")
    }
    hasher.feed([imprint.place ?? "", imprint.edition ?? ""])
    hasher.feed(imprint.editors)
    // Only then, so that other documents keep their hash.
    if let short = imprint.abbreviation { hasher.feed(short) }
    if let series = imprint.series { hasher.feed(["series", series]) }
    if !imprint.seriesEditors.isEmpty { hasher.feed(["series editors"] + imprint.seriesEditors) }
    if let conference = imprint.conference { hasher.feed(["conference", conference]) }
    if let accessed = imprint.accessed { hasher.feed(["accessed", accessed]) }
    if !imprint.notes.isEmpty { hasher.feed(["notes"] + imprint.notes) }
    hasher.feed(imprint.month ?? -1)
    hasher.feed(imprint.day ?? -1)
    hasher.feed(authors)
    hasher.feed(keywords)
    hasher.feed(identifiers.map(\.line))
    hasher.feed(sections.count)
    for section in sections {
      hasher.feed(section.heading)
      hasher.feed(section.kind.rawValue)
      hasher.feed(section.bytes.lowerBound)
      hasher.feed(section.bytes.upperBound)
      hasher.feed(section.page ?? -1)
      // Likewise.
      if section.isInAbstract { hasher.feed("abstract") }
    }
    for field in MetadataField.allCases { hasher.feed(origins[field]?.rawValue ?? "") }
    for facet in FacetDefinition.codes {
      hasher.feed(facets[codes: facet.name].flatMap { [$0.value, $0.origin.rawValue] })
    }
    for facet in FacetDefinition.counts {
      hasher.feed(facets[counts: facet.name].flatMap { ["\($0.value)", $0.origin.rawValue] })
    }
    hasher.feed(facets.statedNone.map(\.rawValue).sorted())
    return hasher.finish()
  }
}
