import ArgumentParser

/// Refuses negative numbers for options that count something.
enum NegativeNumber {
  /// Checks the number of an option; `nil` if it is not given.
  static func refuse(_ number: Int?, _ option: String) throws {
    if let number, number < 0 { throw ValidationError("\(option) can't be negative.") }
  }
}
