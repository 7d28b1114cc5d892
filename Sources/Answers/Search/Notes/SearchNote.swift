import Literature

/// A note on an answer: what was ignored, left out or is probably misspelled.
///
/// A note that names parameters names them in the way of the interface that shows it. The page
/// turns notes into links instead.
public enum SearchNote: Sendable, Hashable {
  /// A sentence that names no parameter.
  case sentence(String)
  /// A word that is not in the index, and the word of which it is probably a misspelling.
  case unknownWord(String, suggestion: String?)
  /// A rare word of the index, and a frequent word of which it is probably a misspelling.
  case rareWord(String, suggestion: String)
  /// The number of documents that match, but that a range leaves out, because they state no value
  /// of the facet.
  case unstated(FacetName, documents: Int)
  /// Nothing matches; the number of documents that would match without some conditions.
  case excluding([Condition], documents: Int)

  /// A condition of a filter.
  public enum Condition: Sendable, Hashable {
    /// A parameter, by its name in requests, with its value.
    case parameter(FacetDefinition.FilterParameter, value: String)
    /// A condition in the query language, for which there is no parameter.
    case query(String)
  }

  /// How an interface writes parameters.
  public enum Wording: Sendable {
    /// As options of the command line: `--min-sample 20`.
    case options
    /// As parameters of HTTP and MCP: `min_sample=20`.
    case parameters
  }

  /// How the note begins that names words which are found in other forms than typed.
  package static let wordForms = "Words are searched in all their forms: "

  /// The note without the parameters that it names.
  public var statement: String {
    switch self {
    case .sentence(let text): return text
    case .unknownWord(let word, let suggestion):
      let rest = suggestion.map { "; did you mean “\($0)”?" } ?? "."
      return "“\(word)” is not in the index\(rest)"
    case .rareWord(let word, let suggestion):
      return "“\(word)” is rare in the index; did you mean “\(suggestion)”?"
    case .unstated(let facet, let documents):
      let match =
        documents == 1 ? "document matches, but does not" : "documents match, but do not"
      let value = facet.rawValue.replacing("_", with: " ")
      return "\(NumberText.whole(documents)) more \(match) state a \(value)"
    case .excluding(_, let documents):
      return "\(NumberText.whole(documents)) \(documents == 1 ? "document matches" : "match")"
    }
  }

  /// The note as a text.
  public func text(_ wording: Wording) -> String {
    switch self {
    case .sentence, .unknownWord, .rareWord: statement
    case .unstated: "\(statement) (\(wording.includingUnknown))."
    case .excluding(let conditions, _):
      "\(statement) without \(conditions.map { $0.text(wording) }.joined(separator: ", "))"
    }
  }
}

extension SearchNote.Condition {
  /// The condition as a text.
  func text(_ wording: SearchNote.Wording) -> String {
    switch (self, wording) {
    case (.parameter(let parameter, _), .options) where parameter.isFlag: parameter.option
    // The value of an option can't begin with a hyphen, unless an equals sign is before it.
    case (.parameter(let parameter, let value), .options) where value.hasPrefix("-"):
      "\(parameter.option)=\(value)"
    case (.parameter(let parameter, let value), .options): "\(parameter.option) \(value)"
    case (.parameter(let parameter, let value), .parameters): "\(parameter.name)=\(value)"
    case (.query(let text), _): text
    }
  }
}

extension SearchNote.Wording {
  /// The parameter that keeps documents without a value.
  fileprivate var includingUnknown: String {
    switch self {
    case .options: "--include-unknown"
    case .parameters: "include_unknown=true"
    }
  }
}
