import Answers
import Retrieval

/// A bar chart of the number of documents by year.
struct YearChart {
  private let counts: [Int: Int]

  /// The maximum number of years, because there are many older years with few documents.
  private static let span = 50
  private static let height = 40

  /// Creates the chart of the counts by year.
  init(_ counts: [FacetCount]) {
    // A damaged index can have any number as a year.
    let years = counts.compactMap { count -> (Int, Int)? in
      guard let year = Int(count.value), (0...9999).contains(year) else { return nil }
      return (year, count.documents)
    }
    let last = years.map(\.0).max() ?? 0
    self.counts = Dictionary(
      years.filter { $0.0 > last - Self.span }, uniquingKeysWith: { $1 })
  }

  /// The chart; empty for fewer than two years.
  var html: HTML {
    guard counts.count > 1, let first = counts.keys.min(), let last = counts.keys.max(),
      let top = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })
    else { return .empty }
    let bars: [HTML] = (first...last).compactMap { year in
      guard let count = counts[year], count > 0 else { return nil }
      let height = max(1, count * Self.height / top.value)
      return """
        <rect x="\((year - first) * 10)" y="\(Self.height - height)" width="8" \
        height="\(height)"><title>\(year): \(NumberText.whole(count))</title></rect>
        """
    }
    let summary =
      "Documents by year from \(first) to \(last); most in \(top.key), \(NumberText.whole(top.value))."
    return """
      <div class="years"><svg viewBox="0 0 \((last - first + 1) * 10) \(Self.height)" \
      preserveAspectRatio="none" role="img" aria-label="\(summary)">\(bars)</svg>\
      <p aria-hidden="true"><span>\(String(first))</span><span>\(String(last))</span></p></div>
      """
  }
}
