/// Which passages or documents may be found: what filters, conditions and deletions leave.
package enum Allowed {
  /// All of them.
  case all
  /// These numbers of the unit that is ranked: for few, so that the others are never looked at.
  case few(FewNumbers)
  /// These numbers of the unit that is ranked: for many.
  case numbers(NumberSet)
  /// Passages of these documents, looked up passage by passage: for many.
  case documents(NumberSet, PassageMap)

  @inline(__always)
  func contains(_ number: UInt32) -> Bool {
    switch self {
    case .all: true
    case .few(let few): few.contains(number)
    case .numbers(let set): set.contains(number)
    case .documents(let set, let map): set.contains(map.document(of: number))
    }
  }
}

/// Few numbers, rising.
package struct FewNumbers: Sendable {
  let numbers: [UInt32]

  /// - Parameter numbers: rising, none twice.
  package init(_ numbers: [UInt32]) {
    self.numbers = numbers
  }

  /// The place of the first number that is not below `number`, at or after a place.
  @inline(__always)
  func place(of number: UInt32, from start: Int = 0) -> Int {
    var low = start
    var high = numbers.count
    while low < high {
      let middle = (low &+ high) >> 1
      if numbers[middle] < number { low = middle &+ 1 } else { high = middle }
    }
    return low
  }

  @inline(__always)
  func contains(_ number: UInt32) -> Bool {
    let place = place(of: number)
    return place < numbers.count && numbers[place] == number
  }
}
