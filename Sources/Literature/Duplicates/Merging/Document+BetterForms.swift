extension Document {
  /// Takes the title, the journal and the authors of another record where their form is better and
  /// their origin is trusted as much; a person's words are never replaced.
  mutating func takeBetterForms(from other: Document) {
    if mayReplace(.title, from: other), TextForm.isBetterTitle(other.title, than: title),
      !ErratumNotice.matches(other)
    {
      title = other.title
    }
    if mayReplace(.authors, from: other) {
      authors = AuthorForms.combined(authors, other.authors)
    }
    if mayReplace(.venue, from: other), let venue, let otherVenue = other.venue {
      let journal = JournalForm(venue, otherVenue)
      self.venue = journal.name
      imprint.abbreviation = imprint.abbreviation ?? other.imprint.abbreviation
      imprint.abbreviation = imprint.abbreviation ?? journal.abbreviation
    }
  }

  private func mayReplace(_ field: MetadataField, from other: Document) -> Bool {
    let origin = origins[field] ?? .record
    return origin != .curated && origin == other.origins[field] ?? .record
  }
}
