/// One traversal of a segment, with its memory.
struct Walk {
  let allowed: Allowed
  /// The allowed numbers where they are few, and the first that was not passed.
  let few: FewNumbers?
  var fewPlace = 0
  let range: Range<UInt32>
  let groupCount: Int
  let memberCount: Int

  // By member: its list and how much it counts for.
  let cursors: UnsafeMutablePointer<PostingCursor>
  let factors: UnsafeMutablePointer<UInt32>
  // By group: its first member (and one past the last group's), its weight, its bound in the window.
  let firstMember: UnsafeMutablePointer<Int>
  let weights: UnsafeMutablePointer<UInt32>
  let bounds: UnsafeMutablePointer<UInt32>
  // By place, the lowest bound first: the group, and the sum of the bounds so far.
  let order: UnsafeMutablePointer<Int>
  let sums: UnsafeMutablePointer<UInt32>
  // By number in the window: the score, and the best impact of the group at hand.
  let scores: UnsafeMutablePointer<UInt32>
  let best: UnsafeMutablePointer<UInt8>
  private let window: UnsafeMutableRawPointer

  init(_ groups: [TermGroup], allowed: Allowed, range: Range<UInt32>) {
    self.allowed = allowed
    if case .few(let numbers) = allowed { few = numbers } else { few = nil }
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
    let size = Traversal.windowSize
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

  func end() {
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

  mutating func run(_ top: inout TopScores) {
    var start = range.lowerBound
    while start < range.upperBound {
      if let few {
        fewPlace = few.place(of: start, from: fewPlace)
        guard fewPlace < few.numbers.count, few.numbers[fewPlace] < range.upperBound else { return }
        start = few.numbers[fewPlace]
      } else if case .numbers(let set) = allowed {
        guard let next = set.next(start), next < range.upperBound else { return }
        start = next
      }
      guard let end = nextWindow(from: start) else { return }
      let set = setAside(from: start, to: end, threshold: top.threshold)
      if set == groupCount {
        start = end
      } else if let few, isQuicker(few, start, end, set) {
        visitAllowed(few, end, &top)
        start = end
      } else if essentialCount(set) &* Traversal.sparseness < UInt64(range.count) {
        visitOneByOne(start, end, set, &top)
        start = end
      } else {
        // Bounds are tighter over a narrower window.
        let close = min(end, start &+ UInt32(Traversal.windowSize))
        let set = setAside(from: start, to: close, threshold: top.threshold)
        if set < groupCount {
          for index in set..<groupCount { accumulate(order[index], start, close) }
          let rest = accumulateMore(start, close, set, top.threshold)
          collect(start, close, rest, &top)
        }
        start = close
      }
    }
  }

  // MARK: Windows

  /// Brings every list to the row that holds `start`; the window ends where the first row does.
  func nextWindow(from start: UInt32) -> UInt32? {
    var end = range.upperBound
    var isAlive = false
    for member in 0..<memberCount {
      if let rowEnd = cursors[member].seekRow(start) {
        end = min(end, rowEnd)
        isAlive = true
      }
    }
    return isAlive ? end : nil
  }

  /// Orders the groups by their bound in the window and tells how many of the lowest cannot reach
  /// the threshold even together.
  func setAside(from start: UInt32, to end: UInt32, threshold: UInt32) -> Int {
    for group in 0..<groupCount {
      var top: UInt32 = 0
      for member in firstMember[group]..<firstMember[group + 1] {
        let bound = cursors[member].bound(from: start, to: end)
        top = max(top, TermGroup.weighed(UInt32(bound), factors[member]))
      }
      bounds[group] = top &* weights[group]
    }
    // Few groups, nearly in order from the window before: insertion sort.
    for index in 1..<max(1, groupCount) {
      let group = order[index]
      var place = index
      while place > 0, bounds[order[place - 1]] > bounds[group] {
        order[place] = order[place - 1]
        place -= 1
      }
      order[place] = group
    }
    var sum: UInt32 = 0
    var set = 0
    for index in 0..<groupCount {
      sum &+= bounds[order[index]]
      sums[index] = sum
      if sum <= threshold { set = index + 1 }
    }
    return set
  }

  func essentialCount(_ set: Int) -> UInt64 {
    var count: UInt64 = 0
    forEachEssential(set) { count += UInt64(cursors[$0].count) }
    return count
  }

  /// Calls `visit` with every member of the groups that were not set aside.
  @inline(__always)
  func forEachEssential(_ set: Int, _ visit: (Int) -> Void) {
    for index in set..<groupCount {
      let group = order[index]
      if bounds[group] == 0 { continue }
      for member in firstMember[group]..<firstMember[group + 1] { visit(member) }
    }
  }
}
