import Literature

extension PageAddress {
  /// The address with separate parameters in place of those that a button sends as one.
  private var expanded: PageAddress {
    var changed = self
    changed.parameters = parameters.flatMap { pair -> [Pair] in
      guard pair.name == Parameter.with.name, let pairs = try? QueryString.pairs(pair.value) else {
        return [pair]
      }
      return pairs.map { Pair($0.name, $0.value) }.filter { $0.name != pair.name }
    }
    return changed
  }

  /// The address as used in links: without empty fields, and with the range of years in one
  /// parameter, for which forms send two.
  package var canonical: PageAddress {
    var changed = expanded
    for index in changed.parameters.indices
    where changed.parameters[index].name == Parameter.query.alias {
      changed.parameters[index].name = Parameter.query.name
    }
    // Forms send line breaks as CR and LF, and a text area may end with one.
    for index in changed.parameters.indices
    where changed.parameters[index].name == Parameter.query.name {
      var lines = changed.parameters[index].value
        .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)[...]
      guard lines.count > 1 else { continue }
      while lines.first?.allSatisfy(\.isWhitespace) == true { lines.removeFirst() }
      while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
      changed.parameters[index].value = lines.joined(separator: "\n")
    }
    changed.parameters.removeAll { $0.value.allSatisfy(\.isWhitespace) }
    // Another query has no line of the strategy before it.
    if changed.value(.query)?.contains("\n") != true { changed = changed.without([.line]) }
    let (from, to) = (changed.value(.yearFrom), changed.value(.yearTo))
    guard from != nil || to != nil, let year = Parameter.filters(of: .year).first else {
      return changed
    }
    let years = from == to ? from ?? "" : "\(from ?? "")..\(to ?? "")"
    return changed.without([.yearFrom, .yearTo]).setting(year, years)
  }
}
