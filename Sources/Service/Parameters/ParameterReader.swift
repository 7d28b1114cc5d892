import Analysis
import JSON
import Literature
import Query
import Retrieval

/// Reads the parameters of a request from a query string or from a JSON object.
///
/// Nothing is silently ignored: unknown names, invalid values and repeated values are errors.
public struct ParameterReader: Sendable {
  private let parameters: [Parameter]
  let isLenient: Bool
  let values = FilterValueParser()

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - parameters: the rows of the table that the request may use.
  ///   - isLenient: whether JSON may have a value in another form that has only one meaning, as
  ///     language models send it: `"3"` for 3, 2015 for a range of years, 11975819 for an id,
  ///     `"[\"review\"]"` for a list, a list of one value for the value, null or an empty text for
  ///     no value, and the texts of ``LenientValue``.
  public init(_ parameters: [Parameter], isLenient: Bool = false) {
    self.parameters = parameters
    self.isLenient = isLenient
  }

  /// Reads the names and values of a query string.
  public func read(
    _ pairs: [(name: String, value: String)]
  ) throws(ServiceError) -> ParameterValues {
    var values = ParameterValues()
    for (name, value) in pairs { try read(name, value, into: &values) }
    return values
  }

  /// Reads a name and a value of a query string, after others; nothing is added if it is invalid.
  func read(
    _ name: String, _ value: String, into values: inout ParameterValues
  ) throws(ServiceError) {
    let parameter = try parameter(name)
    if !parameter.isRepeatable { try expectNone(of: parameter, in: values) }
    values.add(try self.value(of: parameter.named(name), value), to: parameter)
  }

  /// Reads a JSON object: strings, numbers and booleans, and lists of strings for repeatable
  /// parameters.
  public func read(_ object: [String: JSONValue]) throws(ServiceError) -> ParameterValues {
    var values = ParameterValues()
    for (name, value) in object.sorted(by: { $0.key < $1.key }) {
      let parameter = try parameter(name)
      if isLenient, Self.isNothing(value, parameter) { continue }
      try expectNone(of: parameter, in: values)
      let given = parameter.named(name)
      guard case .array(let items) = list(value, parameter), parameter.isRepeatable else {
        values.add(try self.value(of: given, single(value, parameter)), to: parameter)
        continue
      }
      for item in items { values.add(try self.value(of: given, item), to: parameter) }
    }
    return values
  }

  /// Whether a lenient reader treats a value as no value.
  ///
  /// An empty query is a query.
  private static func isNothing(_ value: JSONValue, _ parameter: Parameter) -> Bool {
    switch value {
    case .null: return true
    case .string(let text):
      let text = text.trimmingSpaces
      if case .text = parameter.kind { return parameter != .query && text.isEmpty }
      return text.isEmpty || text.lowercased() == "null"
    default: return false
    }
  }

  /// The only value of a list that a lenient reader takes for it; texts are never lists.
  private func single(_ value: JSONValue, _ parameter: Parameter) -> JSONValue {
    if case .text = parameter.kind { return value }
    guard isLenient, case .array(let items) = value, items.count == 1 else { return value }
    return items[0]
  }

  /// The list that a text means, if a lenient reader finds one in it.
  private func list(_ value: JSONValue, _ parameter: Parameter) -> JSONValue {
    guard isLenient, parameter.isRepeatable, case .string(let text) = value,
      text.trimmingSpaces.hasPrefix("["), let json = try? JSONValue(text.utf8),
      case .array = json
    else { return value }
    return json
  }

  private func expectNone(
    of parameter: Parameter, in values: ParameterValues
  ) throws(ServiceError) {
    guard values.has(parameter) else { return }
    throw ServiceError(
      .badValue, "The parameter \(parameter.name) was given more than once.",
      hint: parameter.alias.map { "Use \(parameter.name) or \($0), and only once." }
        ?? "Use it only once.")
  }

  private func parameter(_ name: String) throws(ServiceError) -> Parameter {
    if let known = parameters.first(where: { $0.name == name || $0.alias == name }) {
      return known
    }
    var error = ServiceError(
      .unknownParameter, "Unknown parameter “\(name.shortened)”.", hint: hint(instead: name))
    error.forReaders = "Remove it from the address."
    throw error
  }

  /// The name that was probably meant; `nil` if there is none.
  ///
  /// Very short names are not compared, because they are similar to many words. A part of the name
  /// may be the name of a parameter, as in `document_id`.
  private static func nearest(to name: String, among names: [String]) -> String? {
    guard (3...40).contains(name.utf8.count) else { return nil }
    let parts = name.lowercased().split { $0 == "_" || $0 == "-" }
    return EditDistance.nearest(to: name, among: names, within: name.utf8.count < 7 ? 1 : 2)
      ?? names.first { known in parts.contains { $0 == known } }
  }

  /// The suggestion for an unknown name.
  private func hint(instead name: String) -> String {
    if parameters.isEmpty { return "This address takes no parameters." }
    // Tools describe a parameter under its longer name.
    let names = parameters.map { parameter in
      guard let alias = parameter.alias else { return parameter.name }
      return isLenient ? alias : "\(parameter.name) (or \(alias))"
    }
    let accepted = parameters.flatMap { [$0.name, $0.alias].compactMap(\.self) }
    let near = Self.nearest(to: name, among: accepted)
    let guess = near.map { "Did you mean \($0)?" } ?? substitute(for: name)
    return (guess.map { $0 + " " } ?? "") + "The parameters are \(names.joined(separator: ", "))."
  }

  /// What to use instead of an unknown parameter with the name of a count or of a query field, such
  /// as `sample_size` or `authors`; `nil` for other names.
  private func substitute(for name: String) -> String? {
    if let facet = FacetDefinition.counts.first(where: { $0.name.rawValue == name }) {
      let bounds = Parameter.bounds(of: facet.name).filter { parameters.contains($0) }.map(\.name)
      return bounds.isEmpty ? nil : "Use \(bounds.joined(separator: " or "))."
    }
    let field = name.hasSuffix("s") ? String(name.dropLast()) : name
    guard QueryField(rawValue: field) != nil, parameters.contains(.query) else { return nil }
    return "To search only there, write \(field):word in the query."
  }
}

extension Parameter {
  /// The parameter under the name that a request uses, which may be the alias.
  fileprivate func named(_ name: String) -> Parameter {
    Parameter(
      name, alias: alias, kind, summary, placeholder: placeholder, standard: standard,
      isRepeatable: isRepeatable)
  }
}
