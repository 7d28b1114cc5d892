import JSON
import Literature
import Query
import Retrieval

/// Reads the parameters of a request from a query string or from a JSON object.
///
/// Nothing is passed over in silence: a name that is not in the list, a value that its row does not
/// allow and a second value where one is meant are errors.
public struct ParameterReader: Sendable {
  private let parameters: [Parameter]
  private let limits = LimitParser()

  /// Makes a reader.
  ///
  /// - Parameter parameters: the rows of the table that the request may use.
  public init(_ parameters: [Parameter]) {
    self.parameters = parameters
  }

  /// Reads names with values, as a query string has them.
  public func read(
    _ pairs: [(name: String, value: String)]
  ) throws(ServiceError) -> ParameterValues {
    var values = ParameterValues()
    for (name, value) in pairs {
      let parameter = try parameter(name)
      if !parameter.isRepeatable, values.has(parameter) {
        throw .badValue(parameter, "it is given twice", "Give it once.")
      }
      values.add(try self.value(of: parameter, value), to: parameter)
    }
    return values
  }

  /// Reads a JSON object: texts, numbers and booleans, and lists of texts where a parameter may be
  /// repeated.
  public func read(_ object: [String: JSONValue]) throws(ServiceError) -> ParameterValues {
    var values = ParameterValues()
    for (name, value) in object.sorted(by: { $0.key < $1.key }) {
      let parameter = try parameter(name)
      guard case .array(let items) = value, parameter.isRepeatable else {
        values.add(try self.value(of: parameter, value), to: parameter)
        continue
      }
      for item in items { values.add(try self.value(of: parameter, item), to: parameter) }
    }
    return values
  }

  private func parameter(_ name: String) throws(ServiceError) -> Parameter {
    if let known = parameters.first(where: { $0.name == name }) { return known }
    throw ServiceError(
      .unknownParameter, "There is no parameter “\(name.shortened)” here.",
      hint: "Known here: \(parameters.map(\.name).joined(separator: ", ")).")
  }

  private func value(
    of parameter: Parameter, _ json: JSONValue
  ) throws(ServiceError) -> ParameterValues.Value {
    switch (parameter.kind, json) {
    case (.flag, .bool(let isSet)): return .flag(isSet)
    case (.integer, .integer(let number)): return try value(of: parameter, String(number))
    case (.text, .string(let text)), (.choice, .string(let text)), (.codes, .string(let text)),
      (.years, .string(let text)):
      return try value(of: parameter, text)
    default:
      throw .badValue(parameter, "it is of another type", "Give \(parameter.expectation).")
    }
  }

  private func value(
    of parameter: Parameter, _ text: String
  ) throws(ServiceError) -> ParameterValues.Value {
    switch parameter.kind {
    case .text(let limit):
      // UTF-8 has at most as many scalars as bytes.
      guard text.utf8.count <= limit || text.unicodeScalars.count <= limit else {
        throw .badValue(parameter, "it is too long", "Give \(parameter.expectation).")
      }
      return .text(text)
    case .integer(let range):
      guard let number = Self.number(text), range.contains(number) else {
        throw .badValue(parameter, "“\(text.shortened)”", "Give \(parameter.expectation).")
      }
      return .integer(number)
    case .flag:
      guard text == "true" || text == "false" else {
        throw .badValue(parameter, "“\(text.shortened)”", "Give \(parameter.expectation).")
      }
      return .flag(text == "true")
    case .choice(let words):
      guard words.contains(text) else {
        throw .badValue(parameter, "“\(text.shortened)”", "Give \(parameter.expectation).")
      }
      return .text(text)
    case .codes(let facet): return .text(try checked(text, FilterField(facet), parameter))
    case .years: return .text(try checked(text, .year, parameter))
    }
  }

  private func checked(
    _ text: String, _ field: FilterField?, _ parameter: Parameter
  ) throws(ServiceError) -> String {
    guard let field, text.utf8.count <= 1000 else {
      throw .badValue(parameter, "it is too long", "Give \(parameter.expectation).")
    }
    do throws(QueryError) {
      _ = try limits.limit(field, text)
    } catch {
      throw ServiceError(error)
    }
    return text
  }

  /// A whole number in ASCII digits.
  private static func number(_ text: String) -> Int? {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(text)
  }
}

extension FilterField {
  /// The field that limits a facet; `nil` for facets without codes.
  init?(_ facet: FacetName) {
    guard let field = FilterField.allCases.first(where: { $0.facet == facet }) else { return nil }
    self = field
  }
}

extension Parameter {
  /// What a value must be, for people.
  var expectation: String {
    switch kind {
    case .text(let limit): "a text of at most \(limit) characters"
    case .integer(let range):
      "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .flag: "true or false"
    case .choice(let words): words.joined(separator: " or ")
    case .codes(let facet): "a code of \(facet.rawValue), or none"
    case .years: "a year or a range of years such as 2015..2024"
    }
  }
}

extension String {
  /// At most 100 characters, for messages that repeat what was sent.
  var shortened: String { utf8.count <= 100 ? self : prefix(100) + "…" }
}
