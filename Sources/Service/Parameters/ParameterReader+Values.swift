import JSON
import Literature
import Query

/// Reads a single value, whose kind must be that of its parameter.
extension ParameterReader {
  /// The value in a JSON value.
  func value(
    of parameter: Parameter, _ json: JSONValue
  ) throws(ServiceError) -> ParameterValues.Value {
    switch (parameter.kind, json) {
    case (.flag, .bool(let isSet)): return .flag(isSet)
    case (.integer, .integer(let number)): return try value(of: parameter, String(number))
    case (.text, .string(let text)): return try value(of: parameter, text)
    case (_, .string(let text)) where isLenient:
      return try value(of: parameter, LenientValue.canonical(text, of: parameter))
    case (.choice, .string(let text)), (.codes, .string(let text)),
      (.years, .string(let text)):
      return try value(of: parameter, text)
    case (.text, .integer(let number)) where isLenient,
      (.years, .integer(let number)) where isLenient:
      return try value(of: parameter, String(number))
    case (.flag, .integer(let number)) where isLenient && (0...1).contains(number):
      return .flag(number == 1)
    case (.integer, .number(let number)) where isLenient && Int(exactly: number) != nil:
      return try value(of: parameter, String(Int(number)))
    default:
      var error = ServiceError(invalid: parameter, "can't be \(Self.described(json))")
      if let advice = advice(parameter, json) {
        error.hint = advice
      } else if parameter.isRepeatable {
        error.hint = "It must be \(parameter.expectation), or a list of several."
      }
      throw error
    }
  }

  /// How to send the same value in the right type; `nil` if the parameter does not accept it.
  private func advice(_ parameter: Parameter, _ json: JSONValue) -> String? {
    switch (parameter.kind, json) {
    case (_, .null): return "Leave it out."
    case (.text, .integer(let number)), (.years, .integer(let number)):
      let isValid = (try? value(of: parameter, String(number))) != nil
      return isValid ? "Send it as text: \"\(number)\"." : nil
    case (.integer, .string(let text)):
      let isValid = (try? value(of: parameter, text)) != nil
      return isValid ? "Send it as a number: \(text)." : nil
    case (.flag, .string(let text)) where ["true", "false"].contains(text):
      return "Send it without quotation marks: \(text)."
    default: return nil
    }
  }

  /// A JSON value of the wrong type, as text.
  private static func described(_ json: JSONValue) -> String {
    switch json {
    case .null: "null"
    case .bool(let isSet): String(isSet)
    case .integer(let number): "the number \(number)"
    case .number(let number): "the number \(number)"
    case .string(let text): "the text “\(text.shortened)”"
    case .array: "a list"
    case .object: "an object"
    }
  }

  /// The value in a text.
  func value(
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
        var error = ServiceError(invalid: parameter, "can't be “\(text.shortened)”")
        if Self.number(text) == nil {
          error.messageForReaders = "“\(text.shortened)” is not a whole number."
        }
        throw error
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
      _ = try values.filter(of: facet, text)
    } catch {
      throw ServiceError(error)
    }
    return text
  }

  /// A whole number in ASCII digits.
  private static func number(_ text: String) -> Int? {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard !digits.isEmpty, digits.utf8.allSatisfy(\.isDigit) else {
      return nil
    }
    return Int(text)
  }
}
