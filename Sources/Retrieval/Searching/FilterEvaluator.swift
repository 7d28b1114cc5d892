import Appraisal
import Literature

/// Turns a filter into the set of documents that pass it.
struct FilterEvaluator {
  let snapshot: IndexSnapshot
  var vocabulary = Vocabulary.standard

  /// The documents that pass; `nil` when the filter limits nothing.
  func documents(_ filter: Filter) throws -> NumberSet? {
    guard !filter.isEmpty else { return nil }
    var passing: NumberSet?
    func keep(_ set: NumberSet) {
      if passing == nil { passing = set } else { passing?.formIntersection(set) }
    }
    for (facet, codes) in [
      (FacetName.method, filter.method), (.setting, filter.setting),
      (.condition, filter.condition),
    ] {
      if !codes.wanted.isEmpty { keep(try union(facet, codes.wanted)) }
    }
    if let set = try documents(filter.sampleSize, DocumentColumn.sampleSize, filter.includeUnknown)
    {
      keep(set)
    }
    if let set = try documents(filter.year, DocumentColumn.year, filter.includeUnknown) {
      keep(set)
    }
    for (facet, codes) in [
      (FacetName.method, filter.method), (.setting, filter.setting),
      (.condition, filter.condition),
    ] where !codes.excluded.isEmpty {
      if passing == nil { passing = snapshot.alive() }
      passing?.subtract(try union(facet, codes.excluded))
    }
    return passing
  }

  /// Documents with any of some codes, children included; `none` for those without any code.
  func union(_ facet: FacetName, _ codes: Set<String>) throws -> NumberSet {
    var set = NumberSet(limit: snapshot.documentLimit)
    for code in codes {
      if code == CodeFilter.none {
        var rest = snapshot.alive()
        rest.subtract(try snapshot.documents(facet.rawValue, "*"))
        set.formUnion(rest)
      } else {
        for kind in Set([code] + vocabulary.descendants(of: code, in: facet)) {
          set.formUnion(try snapshot.documents(facet.rawValue, kind))
        }
      }
    }
    return set
  }

  private func documents(
    _ filter: NumberFilter, _ column: String, _ includeUnknown: Bool
  ) throws -> NumberSet? {
    guard !filter.isEmpty else { return nil }
    let numbers = try snapshot.numbers(column)
    let limits = filter.ranges.map { range in
      (UInt32(clamping: range.lower ?? 0), UInt32(clamping: range.upper ?? Int(UInt32.max) - 1))
    }
    let takesUnknown = filter.none || (includeUnknown && !filter.ranges.isEmpty)
    var words = [UInt64](repeating: 0, count: (snapshot.documentLimit + 63) / 64)
    numbers.withUnsafeBufferPointer { numbers in
      for word in words.indices {
        var bits: UInt64 = 0
        let start = word * 64
        let end = min(start + 64, min(numbers.count, snapshot.documentLimit))
        for (low, high) in limits {
          var index = start
          while index < end {
            let value = numbers[index]
            let passes = value >= low && value <= high && value != DocumentColumn.unknown
            bits |= (passes ? 1 : 0) << UInt64(index - start)
            index += 1
          }
        }
        if takesUnknown {
          for index in start..<max(start, end) where numbers[index] == DocumentColumn.unknown {
            bits |= 1 << UInt64(index - start)
          }
        }
        words[word] = bits
      }
    }
    return NumberSet(words: words)
  }
}
