/// The share of documents that a filter keeps, encoded as an artificial year of publication.
enum KeptShare: Int, CaseIterable, Sendable {
  case half = 2000
  case tenth = 2001
  case hundredth = 2002
  case thousandth = 2003

  /// The share as a percentage.
  var percent: String {
    switch self {
    case .half: "50 %"
    case .tenth: "10 %"
    case .hundredth: "1 %"
    case .thousandth: "0.1 %"
    }
  }

  /// The year of a record, by its number: evenly distributed, and the same in every run.
  static func year(of number: Int) -> Int {
    // Fibonacci hashing (Knuth 1998, 6.4) scatters consecutive numbers over 0 to 999.
    let hash = UInt32(truncatingIfNeeded: number) &* 2_654_435_769
    switch (UInt64(hash) * 1000) >> 32 {
    case 0..<500: return half.rawValue
    case 500..<600: return tenth.rawValue
    case 600..<610: return hundredth.rawValue
    case 610: return thousandth.rawValue
    default: return 2004
    }
  }
}
