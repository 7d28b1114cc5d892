extension MaxScore {
  /// The memory of one run over a segment, freed when the run ends.
  struct State: ~Copyable {
    let accepted: AcceptedDocuments
    /// The accepted ids if they are few, and the index of the first that has not been visited.
    let acceptedIDs: SortedIDs?
    var acceptedIndex = 0
    let range: Range<UInt32>
    let groupCount: Int
    let memberCount: Int

    // By member: its list and its weight within the group. Mutated as `(cursors + member).pointee`,
    // because `cursors[member]` makes Swift 6.3.1 crash with `-sanitize=thread`.
    let cursors: UnsafeMutablePointer<PostingCursor>
    let factors: UnsafeMutablePointer<UInt32>
    // By group: its first member (and one past the last), its weight, its bound in the window.
    let firstMember: UnsafeMutablePointer<Int>
    let weights: UnsafeMutablePointer<UInt32>
    let bounds: UnsafeMutablePointer<UInt32>
    // Groups ordered by bound, the lowest first, and the running sums of their bounds.
    let order: UnsafeMutablePointer<Int>
    let sums: UnsafeMutablePointer<UInt32>
    // By offset in the window: the score, and the best impact of the group that is being scored.
    let scores: UnsafeMutablePointer<UInt32>
    let best: UnsafeMutablePointer<UInt8>
    private let window: UnsafeMutableRawPointer

    init(_ groups: [TermGroup], accepted: AcceptedDocuments, range: Range<UInt32>) {
      self.accepted = accepted
      if case .few(let ids) = accepted { acceptedIDs = ids } else { acceptedIDs = nil }
      self.range = range
      groupCount = groups.count
      memberCount = groups.reduce(0) { $0 + $1.members.count }
      cursors = .allocate(capacity: memberCount)
      factors = .allocate(capacity: memberCount)
      firstMember = .allocate(capacity: groupCount + 1)
      weights = .allocate(capacity: groupCount)
      bounds = .allocate(capacity: groupCount)
      order = .allocate(capacity: groupCount)
      sums = .allocate(capacity: groupCount)
      let size = MaxScore.windowSize
      // Aligned for vectors.
      window = .allocate(byteCount: size * 5, alignment: 64)
      scores = window.initializeMemory(as: UInt32.self, repeating: 0, count: size)
      best = (window + size * 4).initializeMemory(as: UInt8.self, repeating: 0, count: size)
      var member = 0
      for (index, group) in groups.enumerated() {
        firstMember[index] = member
        weights[index] = group.weight
        order[index] = index
        bounds[index] = 0
        for each in group.members {
          (cursors + member).initialize(to: each.cursor)
          factors[member] = each.factor
          member += 1
        }
      }
      firstMember[groupCount] = member
    }

    deinit {
      cursors.deinitialize(count: memberCount)
      cursors.deallocate()
      factors.deallocate()
      firstMember.deallocate()
      weights.deallocate()
      bounds.deallocate()
      order.deallocate()
      sums.deallocate()
      window.deallocate()
    }

    mutating func run(_ top: inout TopK) {
      var start = range.lowerBound
      while start < range.upperBound {
        if let acceptedIDs {
          acceptedIndex = acceptedIDs.index(of: start, from: acceptedIndex)
          guard acceptedIndex < acceptedIDs.ids.count,
            acceptedIDs.ids[acceptedIndex] < range.upperBound
          else { return }
          start = acceptedIDs.ids[acceptedIndex]
        } else if case .ids(let set) = accepted {
          guard let next = set.next(start), next < range.upperBound else { return }
          start = next
        }
        guard let end = nextWindow(from: start) else { return }
        let nonEssential = partitionLists(from: start, to: end, threshold: top.threshold)
        if nonEssential == groupCount {
          start = end
        } else if let acceptedIDs, isFilterFirstQuicker(acceptedIDs, start, end, nonEssential) {
          scoreAccepted(acceptedIDs, end, &top)
          start = end
        } else if essentialPostings(nonEssential) &* MaxScore.sparseness < UInt64(range.count) {
          scoreDocumentAtATime(start, end, nonEssential, &top)
          start = end
        } else {
          // Bounds are tighter over a narrower window.
          let close = min(end, start &+ UInt32(MaxScore.windowSize))
          let nonEssential = partitionLists(from: start, to: close, threshold: top.threshold)
          if nonEssential < groupCount {
            for index in nonEssential..<groupCount { accumulate(order[index], start, close) }
            let rest = promoteGroups(start, close, nonEssential, top.threshold)
            collect(start, close, rest, &top)
          }
          start = close
        }
      }
    }

    // MARK: Windows

    /// Moves every list to the row that contains `start`.
    ///
    /// - Returns: the end of the window, which is the earliest end of a row; `nil` if all lists
    /// have ended.
    func nextWindow(from start: UInt32) -> UInt32? {
      var end = range.upperBound
      var isAlive = false
      for member in 0..<memberCount {
        if let rowEnd = (cursors + member).pointee.seekRow(start) {
          end = min(end, rowEnd)
          isAlive = true
        }
      }
      return isAlive ? end : nil
    }

    /// Orders the groups by their bound in the window.
    ///
    /// - Returns: the number of non-essential groups: those with the lowest bounds, whose sum does
    ///   not exceed the threshold.
    func partitionLists(from start: UInt32, to end: UInt32, threshold: UInt32) -> Int {
      for group in 0..<groupCount {
        var top: UInt32 = 0
        for member in firstMember[group]..<firstMember[group + 1] {
          let bound = (cursors + member).pointee.bound(from: start, to: end)
          top = max(top, TermGroup.scaled(UInt32(bound), factors[member]))
        }
        bounds[group] = top &* weights[group]
      }
      // Insertion sort: the groups are few and nearly sorted from the previous window.
      for index in 1..<max(1, groupCount) {
        let group = order[index]
        var slot = index
        while slot > 0, bounds[order[slot - 1]] > bounds[group] {
          order[slot] = order[slot - 1]
          slot -= 1
        }
        order[slot] = group
      }
      var sum: UInt32 = 0
      var nonEssential = 0
      for index in 0..<groupCount {
        sum &+= bounds[order[index]]
        sums[index] = sum
        if sum <= threshold { nonEssential = index + 1 }
      }
      return nonEssential
    }

    /// The number of postings of the essential groups in the segment.
    func essentialPostings(_ nonEssential: Int) -> UInt64 {
      var count: UInt64 = 0
      forEachEssential(nonEssential) { count += UInt64(cursors[$0].count) }
      return count
    }

    /// Calls `visit` with every member of the essential groups.
    @inline(__always)
    func forEachEssential(_ nonEssential: Int, _ visit: (Int) -> Void) {
      for index in nonEssential..<groupCount {
        let group = order[index]
        if bounds[group] == 0 { continue }
        for member in firstMember[group]..<firstMember[group + 1] { visit(member) }
      }
    }
  }
}
