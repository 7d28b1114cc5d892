/// A feature of a model, with a weight in the table of weights.
protocol Feature: CaseIterable, RawRepresentable where RawValue == Int {}

extension Feature {
  /// The name in the table of weights.
  var name: String { "\(self)" }

  /// The number of each feature by its name.
  static var numbers: [Substring: Int] {
    Dictionary(uniqueKeysWithValues: allCases.map { ($0.name[...], $0.rawValue) })
  }
}
