import Reading
import Testing

/// Headings of structured abstracts, on their own lines but without empty lines around them.
struct TightHeadingsTests {
  private func outline(_ lines: [String]) -> [String]? {
    let text = lines.joined(separator: #"\n"#)
    return ReadDocuments(
      JSONLinesReader(), #"{"_id":"a","title":"T","text":""# + text + #""}"#, name: "a.jsonl"
    ).documents.first?.outline
  }

  @Test(arguments: [
    (
      [
        "Background", "Mentors are used.", "Methods", "Forty were asked.", "Results",
        "They scored 17.", "Conclusion", "Good.",
      ],
      [
        "background|Background|Mentors are used.", "methods|Methods|Forty were asked.",
        "results|Results|They scored 17.", "discussion|Conclusion|Good.",
      ]
    ),
    // Two lines below a heading, and a text above the first one.
    (
      [
        "Peers can help.", "What we did", "We asked. (n = 40)", "We met.", "What we found",
        "Trust grew.",
      ],
      [
        "body||Peers can help.", "methods|What we did|We asked. (n = 40)\nWe me",
        "results|What we found|Trust grew.",
      ]
    ),
    // A heading above another.
    (
      ["Abstract", "Background", "Few know.", "Findings", "Some do."],
      ["background|Abstract › Background|Few know.", "results|Findings|Some do."]
    ),
  ])
  func `known headings on lines of their own begin sections`(
    lines: [String], expected: [String]
  ) {
    #expect(outline(lines) == expected)
  }

  @Test(arguments: [
    // Items of lists and of a table of contents.
    ["We report three things.", "Aims", "Results", "Costs", "All are short."],
    ["The parts are:", "Methods", "Results", "Discussion", "They are long."],
    ["They name the", "Results", "of their work and the", "Methods", "of their work at length."],
    // Only one kind.
    ["Mentors met.", "Results", "Trust grew.", "Findings", "All were glad."],
    ["Mentors met.", "Results.", "Trust grew.", "Methods.", "We asked."],
    ["- Results", "Trust grew.", "- Methods", "We asked people."],
  ])
  func `other lines with such words are text`(lines: [String]) {
    #expect(outline(lines)?.count == 1)
  }
}
