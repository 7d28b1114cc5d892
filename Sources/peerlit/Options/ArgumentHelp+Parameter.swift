import ArgumentParser
import Service

extension ArgumentHelp {
  /// The help of an option that is a row of the parameter table.
  static func of(_ parameter: Parameter) -> ArgumentHelp {
    ArgumentHelp(parameter.summary, valueName: parameter.placeholder)
  }
}
