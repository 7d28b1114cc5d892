extension Duration {
  /// The time in a suitable unit: "412 µs", "3.1 ms", "2.4 s".
  var brief: String {
    let microseconds = Double(components.seconds) * 1e6 + Double(components.attoseconds) / 1e12
    switch microseconds {
    case ..<1_000: return "\(Int(microseconds)) µs"
    case ..<1_000_000: return "\(Double(Int(microseconds / 100)) / 10) ms"
    default: return "\(Double(Int(microseconds / 100_000)) / 10) s"
    }
  }
}
