import Literature

/// A change to the values of a facet, as people write it.
///
///     try FacetChange("qualitative; cohort", of: .method)  // only these
///     try FacetChange("-community", of: .setting)          // all but this
///     try FacetChange("+online", of: .setting)             // add this one
///     try FacetChange("45", of: .sampleSize)
///     try FacetChange("none", of: .sampleSize)             // the document states none
///     try FacetChange("auto", of: .sampleSize)             // no correction: what peerlit finds
public struct FacetChange: Sendable, Hashable {
  /// The values that replace all others; `nil` if values are only added and removed.
  public private(set) var values: [String]?
  /// Whether earlier corrections of the facet no longer apply.
  public private(set) var isAutomatic = false
  /// Values to add.
  public private(set) var added: [String] = []
  /// Values to remove.
  public private(set) var removed: [String] = []

  /// Reads a change.
  ///
  /// - Throws: ``CorrectionError`` for an unknown code, a count that is not a number, and for
  ///   mixing values with and without a sign.
  public init(
    _ text: String, of facet: FacetName, vocabulary: Vocabulary = .standard
  ) throws(CorrectionError) {
    // A comma in a number separates thousands.
    let isCount = facet.definition.kind == .count
    let parts = text.split { !isCount && ($0 == ";" || $0 == ",") }.map(\.oneLine)
      .filter { !$0.isEmpty }
    guard !parts.isEmpty else { throw .noValue(facet) }
    if parts == ["none"] {
      values = []
      return
    }
    if parts.count == 1, Self.isAutomatic(parts[0]) {
      isAutomatic = true
      return
    }
    if parts.contains(where: { Self.isAutomatic($0.drop { "+-".contains($0) }) }) {
      throw .notAlone(Self.automatic, facet)
    }
    var whole: [String] = []
    for part in parts {
      let sign = part.first == "+" || part.first == "-" ? part.first : nil
      var value = sign == nil ? part : String(part.dropFirst())
      switch facet.definition.kind {
      case .codes: value = try Self.code(named: value, facet, vocabulary)
      case .count:
        guard let number = WrittenNumber.value(value), sign == nil else {
          throw .notANumber(part, facet)
        }
        value = String(number)
      case .year: throw .unknownFacet(facet.rawValue)
      }
      switch sign {
      case "+": added.append(value)
      case "-": removed.append(value)
      default: whole.append(value)
      }
    }
    if !whole.isEmpty {
      guard added.isEmpty, removed.isEmpty else { throw .mixed(facet) }
      values = whole
    }
  }

  /// The code that a name means; names are those of filters (``Vocabulary/codes(named:in:)``).
  private static func code(
    named name: String, _ facet: FacetName, _ vocabulary: Vocabulary
  ) throws(CorrectionError) -> String {
    switch vocabulary.namedCode(name, in: facet) {
    case .code(let code): return code
    case .unknown(let nearest): throw .unknownCode(name, facet, nearest: nearest)
    case .group(let code, let narrower): throw .notGiven(code, facet, narrower: narrower)
    }
  }

  /// The text of a change after which earlier corrections no longer apply.
  private static let automatic = "auto"

  private static func isAutomatic(_ text: some StringProtocol) -> Bool {
    text.lowercased() == automatic
  }

  /// The change as text; reading it gives the same change.
  public var text: String {
    if isAutomatic { return Self.automatic }
    guard let values else {
      return (added.map { "+\($0)" } + removed.map { "-\($0)" }).joined(separator: "; ")
    }
    return values.isEmpty ? "none" : values.joined(separator: "; ")
  }

  /// The values of a facet after the change, if it does not end earlier corrections
  /// (``isAutomatic``).
  public func applied(to before: [String]) -> [String] {
    var result: [String] = []
    for value in (values ?? before) + added
    where !removed.contains(value) && !result.contains(value) {
      result.append(value)
    }
    return result
  }
}
