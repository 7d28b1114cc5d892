import JSON
import Literature
import Query
import Retrieval

/// Reads the parameters of a request from a query string or from a JSON object.
///
/// Nothing is silently ignored: unknown names, invalid values and repeated values are errors.
public struct ParameterReader: Sendable {
  private let parameters: [Parameter]
  private let values = FilterValueParser()

  /// Creates a reader.
  ///
  /// - Parameter parameters: the rows of the table that the request may use.
  public init(_ parameters: [Parameter]) {
    self.parameters = parameters
  }

  /// Reads the names and values of a query string.
  public func read(
    _ pairs: [(name: String, value: String)]
  ) throws(ServiceError) -> ParameterValues {
    var values = ParameterValues()
    for (name, value) in pairs {
      let parameter = try parameter(name)
      if !parameter.isRepeatable, values.has(parameter) {
        throw ServiceError(
          .badValue, "The parameter \(parameter.name) was given more than once.",
          hint: "Use it only once.")
      }
      values.add(try self.value(of: parameter, value), to: parameter)
    }
    return values
  }

  /// Reads a JSON object: strings, numbers and booleans, and lists of strings for repeatable
  /// parameters.
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
      .unknownParameter, "Unknown parameter “\(name.shortened)”.",
      hint: parameters.isEmpty
        ? "This address takes no parameters."
        : "The parameters are \(parameters.map(\.name).joined(separator: ", ")).")
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
      throw ServiceError(invalid: parameter, "has the wrong type")
    }
  }

  private func value(
    of parameter: Parameter, _ text: String
  ) throws(ServiceError) -> ParameterValues.Value {
    switch parameter.kind {
    case .text(let limit):
      // UTF-8 has at most as many scalars as bytes.
      guard text.utf8.count <= limit || text.unicodeScalars.count <= limit else {
        throw ServiceError(invalid: parameter, "is too long")
      }
      return .text(text)
    case .integer(let range):
      guard let number = Self.number(text), range.contains(number) else {
        throw ServiceError(invalid: parameter, "can't be “\(text.shortened)”")
      }
      return .integer(number)
    case .flag:
      guard text == "true" || text == "false" else {
        throw ServiceError(invalid: parameter, "can't be “\(text.shortened)”")
      }
      return .flag(text == "true")
    case .choice(let words):
      guard words.contains(text) else {
        throw ServiceError(invalid: parameter, "can't be “\(text.shortened)”")
      }
      return .text(text)
    case .codes(let facet): return .text(try checked(text, facet, parameter))
    case .years: return .text(try checked(text, .year, parameter))
    }
  }

  private func checked(
    _ text: String, _ facet: FacetName, _ parameter: Parameter
  ) throws(ServiceError) -> String {
    guard text.utf8.count <= 1000 else {
      throw ServiceError(invalid: parameter, "is too long")
    }
    do throws(QueryError) {
      _ = try values.value(of: facet, text)
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

extension Parameter {
  /// A description of valid values.
  var expectation: String {
    switch kind {
    case .text(let limit): "text of at most \(limit) characters"
    case .integer(let range):
      "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .flag: "true or false"
    case .choice(let words): words.joined(separator: " or ")
    case .codes(let facet): "a code of \(facet.rawValue), or none"
    case .years: "a year or a range of years such as 2015..2024"
    }
  }
}

extension ServiceError {
  /// An invalid value of a parameter.
  init(invalid parameter: Parameter, _ problem: String) {
    self.init(
      .badValue, "The parameter \(parameter.name) \(problem).",
      hint: "It must be \(parameter.expectation).")
  }
}
