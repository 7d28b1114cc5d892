import Literature

/// The reason why a correction can't be read.
public enum CorrectionError: Error, Equatable {
  /// The text before the equals sign names no facet.
  case unknownFacet(String)
  /// The text does not have the form `facet=value`.
  case notAChange(String)
  /// A facet has no value.
  case noValue(FacetName)
  /// The vocabulary has no such code; `nearest` are similar ones.
  case unknownCode(String, FacetName, nearest: [String])
  /// The code only groups other codes.
  case notGiven(String, FacetName, narrower: [String])
  /// A count that is not a whole number.
  case notANumber(String, FacetName)
  /// Values with and without `+` or `-`.
  case mixed(FacetName)
  /// A file of corrections can't be read.
  case file(String, line: Int?, reason: String)
}

extension CorrectionError: CustomStringConvertible {
  /// The problem, then the fix.
  public var description: String {
    switch self {
    case .unknownFacet(let name):
      return "Unknown facet “\(name)”. Use one of: "
        + FacetName.allCases.map(\.rawValue).joined(separator: ", ") + "."
    case .notAChange(let text):
      return "“\(text)” changes nothing. Write FACET=VALUE, such as method=qualitative."
    case .noValue(let facet):
      return "\(facet.rawValue)= has no value. Use \(facet.rawValue)=none if the document states "
        + "none."
    case .unknownCode(let code, let facet, let nearest):
      let hint = nearest.isEmpty ? "" : " Did you mean “\(nearest.joined(separator: "”, “"))”?"
      return "Unknown \(facet.rawValue) “\(code)”.\(hint)"
    case .notGiven(let code, let facet, let narrower):
      return "The \(facet.rawValue) “\(code)” only groups others. Use one of: "
        + narrower.joined(separator: ", ") + "."
    case .notANumber(let text, let facet):
      return "“\(text)” is not a number. Write \(facet.rawValue)=45, or \(facet.rawValue)=none."
    case .mixed(let facet):
      return "\(facet.rawValue) has values with and without + or -. Write either all values, or "
        + "only what to add and remove."
    case .file(let path, let line, let reason):
      return "\(path)\(line.map { ", line \($0)" } ?? ""): \(reason)"
    }
  }
}
