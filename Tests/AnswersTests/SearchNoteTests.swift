import Answers
import Literature
import Testing

/// A note reads as the interface writes parameters.
struct SearchNoteTests {
  private static let parameters = FacetDefinition.filters.flatMap(\.parameters)

  private static func condition(_ name: String, _ value: String) -> SearchNote.Condition {
    parameters.first { $0.name == name }.map { .parameter($0, value: value) }
      ?? .query("unknown parameter \(name)")
  }

  @Test(arguments: [
    (SearchNote.sentence("“--odd” is ignored."), "“--odd” is ignored.", "“--odd” is ignored."),
    (
      .unknownWord("clairty", suggestion: "clarity"),
      "“clairty” is not in the index; did you mean “clarity”?",
      "“clairty” is not in the index; did you mean “clarity”?"
    ),
    (
      .unknownWord("--year", suggestion: nil), "“--year” is not in the index.",
      "“--year” is not in the index."
    ),
    (
      .rareWord("depresion", suggestion: "depression"),
      "“depresion” is rare in the index; did you mean “depression”?",
      "“depresion” is rare in the index; did you mean “depression”?"
    ),
    (
      .unstated(.sampleSize, documents: 3),
      "3 more documents match, but do not state a sample size (--include-unknown).",
      "3 more documents match, but do not state a sample size (include_unknown=true)."
    ),
    (
      .unstated(.year, documents: 1),
      "1 more document matches, but does not state a year (--include-unknown).",
      "1 more document matches, but does not state a year (include_unknown=true)."
    ),
    (
      .unstated(.year, documents: 12_404),
      "12,404 more documents match, but do not state a year (--include-unknown).",
      "12,404 more documents match, but do not state a year (include_unknown=true)."
    ),
    (
      .excluding([condition("min_sample", "20"), condition("method", "survey")], documents: 14),
      "14 match without --min-sample 20, --method survey",
      "14 match without min_sample=20, method=survey"
    ),
    (
      .excluding([condition("unknown_sample", "true")], documents: 2),
      "2 match without --unknown-sample",
      "2 match without unknown_sample=true"
    ),
    (
      .excluding([condition("method", "-survey")], documents: 2),
      "2 match without --method=-survey",
      "2 match without method=-survey"
    ),
    (
      .excluding([.query("n:20..30"), .query("-condition:hiv")], documents: 1),
      "1 document matches without n:20..30, -condition:hiv",
      "1 document matches without n:20..30, -condition:hiv"
    ),
  ])
  func `parameters are named as the interface writes them`(
    note: SearchNote, options: String, parameters: String
  ) {
    #expect(note.text(.options) == options)
    #expect(note.text(.parameters) == parameters)
    #expect(options.hasPrefix(note.statement))
  }
}
