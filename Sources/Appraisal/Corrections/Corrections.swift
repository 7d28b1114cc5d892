import Literature

/// The corrections of a library, in the order in which they were made.
public struct Corrections: Sendable, Equatable {
  /// The corrections; later ones take precedence.
  public let all: [Correction]
  // Indexes for finding the corrections of a document, because a library may have thousands.
  private var byIdentifier: [Identifier: [Int]] = [:]
  private var byID: [String: [Int]] = [:]
  private var byTitle: [[Substring]: [Int]] = [:]

  /// Creates a list of corrections in order.
  public init(_ all: [Correction] = []) {
    self.all = all
    for (number, correction) in all.enumerated() {
      for identifier in correction.identifiers {
        byIdentifier[identifier, default: []].append(number)
      }
      byID[correction.id, default: []].append(number)
      byTitle[Correction.words(correction.title), default: []].append(number)
    }
  }

  /// The corrections of a document, in order.
  public func concerning(_ document: Document) -> [Correction] {
    if isEmpty { return [] }
    var numbers = Set(byID[document.id] ?? [])
    numbers.formUnion(byTitle[Correction.words(document.title)] ?? [])
    for identifier in document.identifiers { numbers.formUnion(byIdentifier[identifier] ?? []) }
    return numbers.sorted().map { all[$0] }.filter { $0.concerns(document) }
  }

  /// Whether there are none.
  public var isEmpty: Bool { all.isEmpty }
}
