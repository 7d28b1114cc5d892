import Literature

/// A text of a record beside its title and its abstract: a title or an abstract in another language,
/// or the numbers of trials.
///
/// It is searched and shown, but it is neither the abstract nor an identifier of the work: a record
/// may name the trials that it only discusses.
struct OtherText: Equatable {
  /// The heading of its section.
  var heading: String
  /// The text.
  var text: String
}

extension BibliographicRecord {
  /// Adds another title, such as one in another language.
  mutating func addOtherTitle(_ title: String?) {
    guard let title, !title.isEmpty else { return }
    others.append(OtherText(heading: Section.otherTitle, text: title))
  }

  /// Adds the acronym of a trial, and its official title, unless this is the title of the record.
  mutating func addTrialTitle(_ official: String?, acronym: String?) {
    let other = official == title ? nil : official
    addOtherTitle([acronym, other].joinedNonNil(separator: ": "))
  }

  /// Adds an abstract, which is the abstract of the record if it has no other.
  mutating func addAbstract(_ text: String) {
    if abstract.isEmpty {
      abstract = text
    } else {
      others.append(OtherText(heading: "Abstract", text: text))
    }
  }

  /// Adds numbers of trials with the names of their registers: "ClinicalTrials.gov NCT01234567".
  mutating func addTrialNumbers(_ numbers: [String]) {
    guard !numbers.isEmpty else { return }
    others.append(
      OtherText(heading: Section.trialNumbers, text: numbers.joined(separator: "; ")))
  }

  /// The number of other texts that are kept; each is searched in the text before it.
  private static var limit: Int { 100 }

  /// Appends the other texts to a document that contains the abstract, as sections of their own.
  func appendOthers(to document: inout Document) {
    if others.isEmpty { return }
    document.markAbstract()
    for other in others.prefix(Self.limit) {
      document.appendSection(
        other.heading, other.text, other.heading == "Abstract" ? .abstract : .body)
    }
  }
}
