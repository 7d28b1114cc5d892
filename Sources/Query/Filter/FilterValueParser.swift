import Literature

/// Parses the values of filters, for both queries (`n:>=20`) and options (`--year 2015..`).
public struct FilterValueParser: Sendable {
  private let vocabulary: Vocabulary

  /// Creates a parser for the codes of a facet vocabulary.
  public init(vocabulary: Vocabulary = .standard) {
    self.vocabulary = vocabulary
  }

  /// Parses a value of a facet.
  ///
  /// - Parameters:
  ///   - value: codes or their other names (`rct`, `HCV`) separated by commas, in any case, with
  ///     spaces or underscores for hyphens; or a number, `20..50`, `20-50`, `20..`, `..50`, `>=20`,
  ///     `>20`, `<=50`, `<50`; or `none`. Years have four digits, other numbers at most nine.
  ///   - position: offset of the value in the query, in Unicode scalars, for the error; `nil` for an
  ///     option, in which a comma without a code is an error.
  /// - Throws: ``QueryError/unknownCode(facet:code:nearest:position:text:)`` and
  ///   ``QueryError/badRange(_:_:)``.
  public func value(
    of facet: FacetName, _ value: String, position: Int? = nil
  ) throws(QueryError) -> FilterValue {
    guard facet.definition.kind == .codes else {
      if value.lowercased() == CodeFilter.none { return .unstated(facet) }
      guard let range = Self.range(value, years: facet.definition.kind == .year) else {
        throw .badRange(facet, value)
      }
      return .range(facet, range)
    }
    var found: [String] = []
    for part in value.split(separator: ",", omittingEmptySubsequences: position != nil) {
      let words = part.lowercased().split { $0 == " " || $0 == "_" }
      let code = words.joined(separator: "-")
      if code == CodeFilter.none || vocabulary.contains(code, in: facet) {
        found.append(code)
        continue
      }
      // Read as the name of a code, it would mean the opposite of what was typed.
      if code.hasPrefix("-") { throw unknown(String(part), facet, position) }
      let meant = vocabulary.codes(named: String(part), in: facet)
      if meant.isEmpty { throw unknown(String(part), facet, position) }
      found += meant
    }
    guard !found.isEmpty else { throw unknown("", facet, position) }
    return .codes(facet, found)
  }

  /// The parts of a value that are valid, as typed, and the errors of the others.
  ///
  /// - Parameter position: offset of the value in the query, in Unicode scalars, for the errors;
  ///   `nil` for an option or a parameter.
  public func valid(
    _ text: String, of facet: FacetName, position: Int? = nil
  ) -> (parts: [String], errors: [QueryError]) {
    var parts: [String] = []
    var errors: [QueryError] = []
    // A comma separates codes, but the digits of a number.
    let isCodes = facet.definition.kind == .codes
    let given = isCodes ? text.split(separator: ",").map(String.init) : [text]
    for part in given.isEmpty ? [text] : given {
      do throws(QueryError) {
        if isCodes, position == nil {
          _ = try codes(of: facet, part)
        } else {
          _ = try value(of: facet, part, position: position)
        }
        parts.append(part)
      } catch {
        errors.append(error)
      }
    }
    return (parts, errors)
  }

  private func unknown(_ code: String, _ facet: FacetName, _ position: Int?) -> QueryError {
    .unknownCode(
      facet: facet, code: code, nearest: vocabulary.nearest(to: code, in: facet, limit: 5),
      position: position)
  }

  /// The range in a text; `nil` if it is invalid.
  private static func range(_ text: String, years: Bool) -> NumberRange? {
    let text = text.replacing("≥", with: ">=").replacing("≤", with: "<=")
    func number(_ digits: some StringProtocol) -> Int? { Self.number(digits, year: years) }

    for (sign, ends) in signs where text.hasPrefix(sign) {
      guard let number = number(text.dropFirst(sign.count)) else { return nil }
      let range = ends(number)
      return range.upper ?? 0 < 0 ? nil : range
    }
    for separator in ["..", "–", "-"] {
      guard let found = text.firstRange(of: separator) else { continue }
      let (left, right) = (text[..<found.lowerBound], text[found.upperBound...])
      let (lower, upper) = (number(left), number(right))
      guard lower != nil || left.isEmpty, upper != nil || right.isEmpty else { return nil }
      switch (lower, upper) {
      case (nil, nil): return nil
      case (let lower?, let upper?):
        return lower > upper ? nil : NumberRange(from: lower, to: upper)
      // An open end needs two dots: "20-" is more likely to be incomplete.
      default: return separator == ".." ? NumberRange(from: lower, to: upper) : nil
      }
    }
    return number(text).map { NumberRange(from: $0, to: $0) }
  }

  private static let signs: [(String, @Sendable (Int) -> NumberRange)] = [
    (">=", { NumberRange(from: $0) }),
    (">", { NumberRange(from: $0 + 1) }),
    ("<=", { NumberRange(to: $0) }),
    ("<", { NumberRange(to: $0 - 1) }),
    ("=", { NumberRange(from: $0, to: $0) }),
  ]

  /// A whole number in ASCII digits, with or without commas between thousands.
  private static func number(_ text: some StringProtocol, year: Bool) -> Int? {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.dropFirst().allSatisfy({ $0.count == 3 }), !groups[0].isEmpty else { return nil }
    let digits = groups.joined()
    guard digits.utf8.allSatisfy(\.isDigit),
      year ? digits.count == 4 && groups.count == 1 : digits.count <= 9
    else { return nil }
    return Int(digits)
  }
}

extension Filter {
  /// Adds a condition, or its exclusion.
  ///
  /// - Returns: `false`, and nothing is added, for the exclusion of a number, which is undefined
  ///   for documents that state none.
  public mutating func add(_ value: FilterValue, excluded: Bool = false) -> Bool {
    switch value {
    case .codes(let facet, let codes):
      if excluded {
        self[codes: facet].excluded.formUnion(codes)
      } else {
        self[codes: facet].wanted.formUnion(codes)
      }
      return true
    case .range(let facet, let range):
      if excluded { return false }
      self[range: facet].add(range)
      return true
    case .unstated(let facet):
      if excluded { return false }
      self[range: facet].none = true
      return true
    }
  }
}
