import Literature

/// The reason why a correction can't be read.
public enum CorrectionError: Error, Equatable {
  /// The text before the equals sign names no facet.
  case unknownFacet(String)
  /// The text before the equals sign names a field of the record, such as the title.
  case metadata(String)
  /// The text does not have the form `facet=value`.
  case notAChange(String)
  /// A facet has no value.
  case noValue(FacetName)
  /// The vocabulary does not contain the code; `nearest` are similar codes.
  case unknownCode(String, FacetName, nearest: [String])
  /// The code only groups other codes.
  case notGiven(String, FacetName, narrower: [String])
  /// A count that is not a whole number.
  case notANumber(String, FacetName)
  /// A word such as `auto`, which stands alone, with a sign or beside other values.
  case notAlone(String, FacetName)
  /// Values with and without `+` or `-`.
  case mixed(FacetName)
  /// A file of corrections can't be read.
  case file(String, line: Int?, reason: String)
  /// Several rows of a file can't be read.
  case rows([CorrectionError])

  /// The most rows that are described.
  private static let mostRows = 20
}

extension CorrectionError: CustomStringConvertible {
  /// The problem, as a sentence.
  public var problem: String {
    switch self {
    case .unknownFacet(let name): "Unknown facet “\(name)”."
    case .metadata(let name): "Corrections can't change the \(name) of a document."
    case .notAChange(let text): "“\(text)” has no equals sign."
    case .noValue(let facet): "\(facet.rawValue)= has no value."
    case .unknownCode(let code, let facet, _): "Unknown \(facet.rawValue) “\(code)”."
    case .notGiven(let code, let facet, _):
      "The \(facet.rawValue) “\(code)” is only a group of codes."
    case .notANumber(let text, _): "“\(text)” is not a number."
    case .notAlone(let word, _): "“\(word)” can't be combined with other values or a sign."
    case .mixed(let facet): "\(facet.rawValue) has values with and without + or -."
    case .file(let path, let line, let reason):
      "\(path)\(line.map { ", line \($0)" } ?? ""): \(reason)"
    case .rows(let errors):
      (errors.prefix(Self.mostRows).map(\.description)
        + (errors.count > Self.mostRows
          ? ["\(errors.count - Self.mostRows) more mistakes."] : []))
        .joined(separator: "\n")
    }
  }

  /// The fix, as a sentence; `nil` if there is none, or if the problem includes it.
  public var fix: String? {
    switch self {
    case .unknownFacet:
      "Use one of: \(FacetName.allCases.map(\.rawValue).joined(separator: ", "))."
    case .metadata:
      "Put it into the file catalogue.csv of the document's folder, and index the folder again."
    case .notAChange: "Write FACET=VALUE, such as method=qualitative."
    case .noValue(let facet):
      "Use \(facet.rawValue)=none if the document states none, or \(facet.rawValue)=auto to return "
        + "to what peerlit finds."
    case .unknownCode(_, _, let nearest):
      nearest.isEmpty
        ? "“peerlit facets --codes” lists all codes."
        : "Did you mean \(nearest.quotedAlternatives)?"
    case .notGiven(_, _, let narrower): "Use one of: \(narrower.joined(separator: ", "))."
    case .notANumber(_, let facet):
      "Write \(facet.rawValue)=45, \(facet.rawValue)=none or \(facet.rawValue)=auto."
    case .notAlone(let word, let facet): "Write \(facet.rawValue)=\(word), or only values."
    case .mixed: "Write either all values, or only what to add and remove."
    case .file, .rows: nil
    }
  }

  /// The problem, then the fix.
  public var description: String { [problem, fix].joinedNonNil(separator: " ") }
}
