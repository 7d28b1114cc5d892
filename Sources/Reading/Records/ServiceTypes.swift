import Literature

/// The types of works in the web services of Crossref and OpenAlex.
enum ServiceTypes {
  /// The type for a code of CSL or Crossref; `nil` for that of a generic reference.
  static func crossref(_ code: String) -> String? {
    names[code] ?? ReferenceTypes.name(code, in: .csl)
  }

  /// The type for a code of OpenAlex, which calls journal articles as CSL calls preprints.
  static func openAlex(_ code: String) -> String? {
    ["article": "Journal Article", "review": "Review"][code] ?? crossref(code)
  }

  private static let names = [
    "journal-article": "Journal Article", "posted-content": "Preprint", "preprint": "Preprint",
    "book-chapter": "Book Section", "book-section": "Book Section", "monograph": "Book",
    "edited-book": "Edited Book", "reference-book": "Book",
    "proceedings-article": "Conference Paper", "proceedings": "Conference Proceedings",
    "dissertation": "Thesis", "reference-entry": "Encyclopedia",
  ]
}
