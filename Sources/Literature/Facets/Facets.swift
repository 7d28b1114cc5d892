/// The facets of a document: every value from any origin, the most trusted first.
///
///     facets[codes: .method].append(FacetValue("qualitative", origin: .extracted))
///     Facets.effective(facets[counts: .sampleSize]).first?.value
///
/// If a facet has a curated value, only that is used, unless a person added it to the others;
/// ``effective(_:)`` selects the values that are used.
public struct Facets: Sendable, Equatable, Codable {
  // No key has an empty list, so that facets without values are equal.
  private var codes: [FacetName: [FacetValue<String>]] = [:]
  private var counts: [FacetName: [FacetValue<Int>]] = [:]
  /// Facets that a curated source marks as having no value, so that nothing is extracted for them.
  public var statedNone: Set<FacetName> = []
  /// Who marked a facet as having no value, when and why, if a person did; `nil` if none did.
  public private(set) var reasonsForNone: [FacetName: String]?

  /// The values that people's corrections overrule; `nil` if there are none.
  private var overruled: Overruled?

  /// Whether values apply, or a person's correction overrules them.
  public enum Standing: Sendable, CaseIterable {
    /// The values of a facet; the most trusted are effective.
    case listed
    /// The values that a correction overrules: all other values if it says that there are none, or
    /// those of a catalogue if it gives others.
    case overruled
  }

  private struct Overruled: Sendable, Equatable, Codable {
    var codes: [FacetName: [FacetValue<String>]] = [:]
    var counts: [FacetName: [FacetValue<Int>]] = [:]
    /// The facets that a catalogue marks as having no value; `nil` if there are none.
    var none: Set<FacetName>?
  }

  /// Creates empty facets.
  public init() {}

  /// Sets or removes the reason why a person marked a facet as having no value.
  public mutating func setReasonForNone(_ reason: String?, of facet: FacetName) {
    var reasons = reasonsForNone ?? [:]
    reasons[facet] = reason
    reasonsForNone = reasons.isEmpty ? nil : reasons
  }

  /// The values of a facet of codes.
  public subscript(codes name: FacetName) -> [FacetValue<String>] {
    get { codes[name] ?? [] }
    _modify {
      // Removed while it changes, so that it is not copied.
      var values = codes.removeValue(forKey: name) ?? []
      defer { if !values.isEmpty { codes[name] = values } }
      yield &values
    }
  }

  /// The values of a facet of counts.
  public subscript(counts name: FacetName) -> [FacetValue<Int>] {
    get { counts[name] ?? [] }
    _modify {
      var values = counts.removeValue(forKey: name) ?? []
      defer { if !values.isEmpty { counts[name] = values } }
      yield &values
    }
  }

  /// Whether corrections overrule any value.
  public var hasOverruled: Bool { overruled != nil }

  /// The values of a facet of codes that corrections overrule.
  public subscript(overruledCodes name: FacetName) -> [FacetValue<String>] {
    get { overruled?.codes[name] ?? [] }
    set { changeOverruled { $0.codes[name] = newValue.isEmpty ? nil : newValue } }
  }

  /// The values of a facet of counts that corrections overrule.
  public subscript(overruledCounts name: FacetName) -> [FacetValue<Int>] {
    get { overruled?.counts[name] ?? [] }
    set { changeOverruled { $0.counts[name] = newValue.isEmpty ? nil : newValue } }
  }

  /// The facets that a catalogue marks as having no value, although a correction gives a value or
  /// also says that there is none.
  public var overruledNone: Set<FacetName> { overruled?.none ?? [] }

  /// Keeps the mark that a facet has no value, which a correction overrules.
  public mutating func overruleNone(of facet: FacetName) {
    changeOverruled { $0.none = ($0.none ?? []).union([facet]) }
  }

  private mutating func changeOverruled(_ change: (inout Overruled) -> Void) {
    var all = overruled ?? Overruled()
    change(&all)
    overruled = all == Overruled() ? nil : all
  }

  /// The values of a facet of codes with a standing.
  public subscript(codes name: FacetName, standing: Standing) -> [FacetValue<String>] {
    get { standing == .listed ? self[codes: name] : self[overruledCodes: name] }
    _modify {
      switch standing {
      case .listed: yield &self[codes: name]
      case .overruled: yield &self[overruledCodes: name]
      }
    }
  }

  /// The values of a facet of counts with a standing.
  public subscript(counts name: FacetName, standing: Standing) -> [FacetValue<Int>] {
    get { standing == .listed ? self[counts: name] : self[overruledCounts: name] }
    _modify {
      switch standing {
      case .listed: yield &self[counts: name]
      case .overruled: yield &self[overruledCounts: name]
      }
    }
  }

  /// Removes all values that corrections overrule.
  public mutating func removeOverruled() { overruled = nil }

  /// The effective values: those of the most trusted origin present, without possible ones, and
  /// those that a person added to them.
  @inlinable
  public static func effective<Value>(_ values: [FacetValue<Value>]) -> [FacetValue<Value>] {
    let added = values.filter { $0.isAdded }
    let sure = values.filter { !$0.isPossible && !$0.isAdded }
    guard let best = sure.map({ $0.origin }).min() else { return added }
    return sure.filter { value in
      value.origin == best && !added.contains { $0.value == value.value }
    } + added
  }

  /// The effective values of a facet of codes: those of the most trusted origin and, if that is a
  /// record, some that were found in the text: all of them beside headings and types
  /// (``FacetValue/isOpen``), otherwise the narrower codes.
  ///
  /// The heading “HIV Infections” does not say that a document is not about hepatitis C as well,
  /// and the code `randomised-trial` does not contradict a cluster-randomised trial.
  public static func effective(
    codes values: [FacetValue<String>], of facet: FacetName
  ) -> [FacetValue<String>] {
    let best = effective(values)
    // Only what a person added to the record may come before it.
    guard best.first?.origin == .record || best.first?.isAdded == true, best.count < values.count,
      !values.contains(where: { $0.origin == .curated && !$0.isAdded })
    else { return best }
    let stated = values.filter { $0.origin == .record && !$0.isPossible }
    let codes = Set(stated.map(\.value))
    let isOpen = stated.allSatisfy(\.isOpen)
    let known = Set(best.map(\.value))
    let others = values.filter { value in
      guard value.origin == .extracted, !value.isPossible, !known.contains(value.value) else {
        return false
      }
      return isOpen
        || !codes.isDisjoint(with: Vocabulary.standard.ancestors(of: value.value, in: facet))
    }
    return best + others
  }

  /// The values that may be right, but are too uncertain to count, those of a record first, then
  /// the most probable; none where a more trusted source states the facet.
  @inlinable
  public static func possible<Value>(_ values: [FacetValue<Value>]) -> [FacetValue<Value>] {
    if values.contains(where: { $0.origin == .curated }) { return [] }
    let isStated = values.contains { $0.origin == .record && !$0.isPossible }
    return values.filter { $0.isPossible && (!isStated || $0.origin == .record) }
  }

  /// The effective codes.
  public func effective(codes name: FacetName) -> [String] {
    Self.effective(codes: self[codes: name], of: name).map(\.value)
  }

  /// The effective number; `nil` if unknown.
  public func effective(count name: FacetName) -> Int? {
    Self.effective(self[counts: name]).first?.value
  }

  /// Whether a facet has no value.
  public func isEmpty(_ name: FacetName) -> Bool {
    self[codes: name].isEmpty && self[counts: name].isEmpty
  }
}
