/// Ranking passages by a phrase alone.
extension PhraseMatcher {
  /// Offers passages that contain the phrase, scored by the mean impact of its words times
  /// `weight`.
  ///
  /// The blocks and the postings of the rarest word's list are skipped if the highest impacts of
  /// all words there can't reach the threshold (Ding and Suel 2011). The other lists are read only
  /// for the postings that are left.
  package mutating func run(
    weight: UInt32, accepted: AcceptedDocuments, range: Range<UInt32>, into top: inout TopK
  ) {
    guard let rarest = order.first else { return }
    let (others, count) = (order.dropFirst(), UInt32(order.count))
    func score(_ sum: UInt32) -> UInt32 { weight &* UInt32(MeanImpact.value(sum, of: count)) }
    var candidates: [(number: UInt32, impact: UInt32)] = []
    var window = Bitmap(limit: Intersection.windowSize)
    var start = range.lowerBound
    blocks: while let lead = intersection.cursors[rarest].seek(start),
      lead.number < range.upperBound
    {
      start = lead.number
      var end = min(intersection.cursors[rarest].blockEnd(from: start), range.upperBound)
      for word in others {
        guard let rowEnd = intersection.cursors[word].seekRow(start) else { return }
        end = min(end, rowEnd)
      }
      // In a damaged list, a row can end before the number.
      guard start < end else { return }
      defer { start = end }
      var rest: UInt32 = 0
      for word in others {
        let bound = intersection.cursors[word].bound(from: start, to: end)
        if bound == 0 { continue blocks }
        rest += UInt32(bound)
      }
      let threshold = top.threshold
      let highest = intersection.cursors[rarest].bound(from: start, to: end)
      if score(UInt32(highest) + rest) <= threshold { continue }
      candidates.removeAll(keepingCapacity: true)
      intersection.cursors[rarest].forEach(from: start, to: end) { number, impact in
        if score(UInt32(impact) + rest) > threshold {
          candidates.append((number, UInt32(impact)))
        }
      }
      if candidates.isEmpty { continue }
      for word in others where end - start <= UInt32(Intersection.windowSize) {
        intersection.cursors[word].load()
        let blocks = intersection.cursors[word].blocksAhead(to: end)
        let cost = candidates.count * Self.lookupCost
        guard cost > blocks * PostingLayout.blockSize else { continue }
        window.removeAll()
        intersection.cursors[word].insert(from: start, to: end, into: &window)
        candidates.removeAll { !window.contains($0.number - start) }
      }
      passages: for (number, impact) in candidates {
        var sum = impact
        for word in others {
          let impact = UInt32(intersection.cursors[word].impact(of: number))
          if impact == 0 { continue passages }
          sum += impact
        }
        if score(sum) > top.threshold, accepted.contains(number), isMatch(number) {
          top.offer(number, score(sum))
        }
      }
    }
  }

  /// The cost of looking up a passage in a list, in marked postings.
  private static let lookupCost = 12
}
