import Foundation
import Testing
import peerlit

/// Runs every example in the README, and compares the output with what the README shows.
///
/// In an example's output, `…` alone on a line matches any lines, and within a line any characters.
struct ReadmeTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var command: String
    var output: [String]
    var testDescription: String { command }
  }

  static let examples = examples(of: "README.md")

  /// The examples on a page.
  static func examples(of page: String) -> [Example] {
    var examples: [Example] = []
    var isInside = false
    for line in ((try? Project.text(page)) ?? "").components(separatedBy: "\n") {
      if line.hasPrefix("```") {
        isInside = line == "```console"
      } else if isInside, line.hasPrefix("$ ") {
        examples.append(Example(command: String(line.dropFirst(2)), output: []))
      } else if isInside, !examples.isEmpty {
        examples[examples.count - 1].output.append(line)
      }
    }
    return examples
  }

  @Test func `the README starts with two commands`() throws {
    let text = try Project.text("README.md")
    let top = text.prefix(1000)
    #expect(top.contains("\ntools/peerlit search \"role clarity HCV\""))
    #expect(top.contains("\ntools/test"))
    #expect(Self.examples.count >= 8)
  }

  @Test(arguments: examples) func `an example prints what the README shows`(example: Example) throws
  {
    var words = Self.words(example.command)
    #expect(words.removeFirst() == "tools/peerlit")
    words = words.map { $0 == "corpus" ? Project.root.appending(path: "corpus").path : $0 }
    let capture = try CorpusIndex.run(words)
    Self.expect(capture.outputText + capture.errorText, example)
  }

  /// Compares printed output with an example.
  static func expect(_ text: String, _ example: Example) {
    let printed = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(
      matches(printed.last == "" ? printed.dropLast() : printed[...], example.output[...]),
      "\(example.command) prints:\n\(text)")
  }

  @Test(arguments: [
    (["a", "b", "c"], ["a", "…", "c"], true), (["a"], ["a", "…"], true),
    (["a", "b"], ["a"], false), (["took 5 ms."], ["took … ms."], true),
    (["took 5 s."], ["took … ms."], false), (["x", "a", "a", "b"], ["…", "a", "b"], true),
  ])
  func `elisions match`(printed: [String], shown: [String], isMatch: Bool) {
    #expect(Self.matches(printed[...], shown[...]) == isMatch)
  }

  private static func matches(_ printed: ArraySlice<String>, _ shown: ArraySlice<String>) -> Bool {
    guard let first = shown.first else { return printed.isEmpty }
    if first == "…" {
      return (printed.startIndex...printed.endIndex).contains {
        matches(printed[$0...], shown.dropFirst())
      }
    }
    guard let line = printed.first, matches(line, first) else { return false }
    return matches(printed.dropFirst(), shown.dropFirst())
  }

  private static func matches(_ line: String, _ pattern: String) -> Bool {
    let parts = pattern.components(separatedBy: "…")
    guard parts.count > 1 else { return line == pattern }
    guard line.hasPrefix(parts[0]) else { return false }
    var rest = line.dropFirst(parts[0].count)
    for part in parts.dropFirst().dropLast() {
      guard let found = rest.range(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.hasSuffix(parts[parts.count - 1])
  }

  /// The words of a command, as a shell splits them.
  static func words(_ command: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in command {
      if let open = quote {
        if character == open { quote = nil } else { word?.append(character) }
      } else if character == "\"" || character == "'" {
        quote = character
        word = word ?? ""
      } else if character == " " {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }
}
