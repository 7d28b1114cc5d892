/// Numbers as text.
enum Decimals {
  /// With four decimals.
  static func four(_ number: Double) -> String {
    fixed(number, 4)
  }

  /// With six decimals.
  static func six(_ number: Double) -> String {
    fixed(number, 6)
  }

  /// With two decimals.
  static func two(_ number: Double) -> String {
    fixed(number, 2)
  }

  /// A whole number with commas between thousands.
  static func whole(_ number: Int) -> String {
    var text = ""
    for (index, digit) in String(number.magnitude).reversed().enumerated() {
      if index > 0, index % 3 == 0 { text = "," + text }
      text = String(digit) + text
    }
    return (number < 0 ? "-" : "") + text
  }

  private static func fixed(_ number: Double, _ places: Int) -> String {
    guard number.isFinite, abs(number) < 1e12 else { return String(number) }
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let scaled = Int((abs(number) * Double(scale)).rounded())
    let fraction = String(scaled % scale)
    let padding = String(repeating: "0", count: places - fraction.count)
    return (number < 0 && scaled > 0 ? "-" : "") + "\(scaled / scale).\(padding)\(fraction)"
  }
}
