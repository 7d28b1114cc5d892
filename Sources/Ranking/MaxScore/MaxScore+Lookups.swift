// Ranking of very few texts, each of which is looked up in every list, without windows or bounds.
//
// On the hot path: texts and scores are accessed through pointers, at indices below their common
// count.
extension MaxScore {
  /// Above this number of texts, skipping those below the threshold saves more than windows cost.
  private static let mostLookedUp = 2048

  /// The accepted texts of the segment, if they are few and looking them up is quicker than
  /// scanning the lists.
  var lookedUpTexts: ArraySlice<UInt32>? {
    guard case .few(let accepted) = accepted else { return nil }
    let first = accepted.index(of: range.lowerBound)
    let texts = accepted.ids[first..<accepted.index(of: range.upperBound, from: first)]
    guard texts.count <= Self.mostLookedUp else { return nil }
    var lists = 0
    var postings = range.count / Self.idsPerPosting
    for group in groups {
      lists += group.members.count
      for member in group.members { postings += Int(member.cursor.count) }
    }
    return texts.count * lists * Self.lookupCost < postings ? texts : nil
  }

  /// Scores the texts list by list, and offers them.
  func rank(_ texts: ArraySlice<UInt32>, into top: inout TopK) {
    if texts.isEmpty { return }
    var scores = [UInt32](repeating: 0, count: texts.count)
    texts.withUnsafeBufferPointer { texts in
      scores.withUnsafeMutableBufferPointer { scores in
        for group in groups {
          if group.members.count == 1 {
            var cursor = group.members[0].cursor
            let factor = group.members[0].factor
            cursor.forEach(among: texts) { index, impact in
              scores[index] =
                scores[index]
                &+ group.weight &* TermGroup.scaled(UInt32(impact), factor)
            }
          } else {
            Self.add(group, texts, scores)
          }
        }
        for index in scores.indices where scores[index] > top.threshold {
          top.offer(texts[index], scores[index])
        }
      }
    }
  }

  /// Adds a group with several lists, which scores a text by its best impact.
  private static func add(
    _ group: TermGroup, _ texts: UnsafeBufferPointer<UInt32>,
    _ scores: UnsafeMutableBufferPointer<UInt32>
  ) {
    var best = [UInt8](repeating: 0, count: texts.count)
    best.withUnsafeMutableBufferPointer { best in
      for member in group.members {
        var cursor = member.cursor
        let factor = member.factor
        cursor.forEach(among: texts) { index, impact in
          let scaled = UInt8(truncatingIfNeeded: TermGroup.scaled(UInt32(impact), factor))
          best[index] = max(best[index], scaled)
        }
      }
      for index in best.indices {
        scores[index] = scores[index] &+ group.weight &* UInt32(best[index])
      }
    }
  }
}
