extension Strategy {
  /// Lines by their numbers, which are in order: `Line 2`, `Lines 1 to 4, 7`.
  package static func place(of numbers: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    let list = runs.map { run in
      switch run.count {
      case 1: "\(run.lowerBound)"
      case 2: "\(run.lowerBound), \(run.upperBound)"
      default: "\(run.lowerBound) to \(run.upperBound)"
      }
    }
    return (numbers.count == 1 ? "Line " : "Lines ") + list.joined(separator: ", ")
  }
}
