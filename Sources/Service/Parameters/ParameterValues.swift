/// The values of the parameters of a request, checked against the table.
public struct ParameterValues: Sendable, Equatable {
  /// One value.
  enum Value: Sendable, Equatable {
    case text(String)
    case integer(Int)
    case flag(Bool)
  }

  private var values: [String: [Value]] = [:]

  /// No values.
  public init() {}

  mutating func add(_ value: Value, to parameter: Parameter) {
    values[parameter.name, default: []].append(value)
  }

  /// Whether a parameter was given.
  public func has(_ parameter: Parameter) -> Bool { values[parameter.name] != nil }

  /// Every text given for a parameter; codes and years are texts.
  public func texts(_ parameter: Parameter) -> [String] {
    (values[parameter.name] ?? []).compactMap { if case .text(let text) = $0 { text } else { nil } }
  }

  /// The text given for a parameter, or its default.
  public func text(_ parameter: Parameter) -> String? {
    texts(parameter).last ?? parameter.standard
  }

  /// The number given for a parameter, or its default.
  public func integer(_ parameter: Parameter) -> Int? {
    if case .integer(let number)? = values[parameter.name]?.last { return number }
    return parameter.standard.flatMap { Int($0) }
  }

  /// Whether a flag is set.
  public func flag(_ parameter: Parameter) -> Bool {
    if case .flag(let isSet)? = values[parameter.name]?.last { isSet } else { false }
  }
}
