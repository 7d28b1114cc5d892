import Appraisal
import Literature
import SeededRandom
import TestSupport
import Testing

/// Random texts, from a seed, of phrases that rules look for and of characters that break programs.
struct HostileFuzzTests {
  private static let pieces = [
    "of ", "of the ", "of whom ", "in total ", "12 ", "1,000", "1 000 ", "1\u{2009}000 ", "1.234 ",
    "forty", "–", "-", "hundred ", "one hundred and ", "thousand ", "million ", "n = ", "(n=",
    "N: ",
    ")", "(", "((", "))", "[", "]", "{", "%", " 94%) ", ", ", "; ", ": ", ". ", "? ", "\n", "\n\n",
    "patients ", "peer workers ", "and ", "or ", "were ", "randomised ", "randomly ", "enrolled ",
    "approached ", "agreed ", "interviewed ", "per arm ", "group ", "groups ", "trial ", "studies ",
    "included ", "a previous trial of ", "systematic review ", "will be ", "no ", "not ",
    "excluded ",
    "ethics ", "Methods: ", "RESULTS ", "References 1. ", "@highlight ", "HIV ", "with diabetes ",
    "in prison ", "at home ", "the ", "(the (the ", "é", "e\u{301}", "患者", "👩‍👩‍👧", "\u{0}", "\u{FEFF}",
    "\u{202E}", "’s ", "'", "\"", "=", "±", "×", "<", ">", "/", "\\", "_", "@", "x",
  ]

  /// A text of about the given size: a few pieces repeated, or all of them in random order.
  private static func text(bytes: Int, dice: inout SplitMix64) -> String {
    let few = (0...Int.random(in: 0...4, using: &dice)).compactMap { _ in
      pieces.randomElement(using: &dice)
    }
    let source = Bool.random(using: &dice) ? few : pieces
    var text = ""
    while text.utf8.count < bytes { text += source.randomElement(using: &dice) ?? "" }
    return text
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `any text is read in time, and evidence is verbatim`(seed: UInt64) {
    var dice = SplitMix64(seed: seed)
    let bytes = [300, 3000, 60_000][Int(seed % 3)]
    let document = sample(
      Self.text(bytes: bytes, dice: &dice), title: Self.text(bytes: 200, dice: &dice))
    var facets = Facets()
    let time = processorTime { facets = Appraiser().appraise(document) }
    #expect(time < .seconds(10))
    let (title, text) = (Array(document.title.unicodeScalars), Array(document.text.unicodeScalars))
    for piece in facets.evidence.joined() {
      let field = piece.field == .title ? title : text
      #expect(field[piece.start..<piece.end].elementsEqual(piece.text.unicodeScalars))
    }
  }

  @Test(arguments: [
    "7", "one hundred hundred ", "(", ")(", "a", "of 12 of 12 ", "12 of 13 patients and ",
    "12 peers, ", "n = 5), ", "of whom 12 ", "a previous trial of 12 ", "(12, ", "–", "12–", "é",
  ])
  func `ten megabytes of one thing are read`(piece: String) {
    let text = String(repeating: piece, count: 10_000_000 / piece.utf8.count)
    let time = processorTime { _ = appraise(text) }
    #expect(time < .seconds(60))
  }
}
