import Literature

/// Reads words with wildcards.
///
/// `*` is a wildcard after a letter, at the end of a word or inside it; `*2` at the end allows up
/// to two more characters. `?` and `#` are wildcards between letters, and `#` also after two or
/// more letters at the end of a word; elsewhere they are punctuation (`what?`, `C#`).
enum WildcardReader {
  /// Whether a run that begins with a searchable character has a wildcard.
  static func hasWildcard(_ run: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let last = run.lastIndex(where: QueryCharacters.isSearchable) else { return false }
    return suffix(run, after: last) != nil
      || run[...last].contains(where: QueryCharacters.isWildcard)
  }

  /// The wildcards at the end of a run, after its last searchable character; `nil` if it has none.
  private static func suffix(_ run: ArraySlice<Unicode.Scalar>, after last: Int) -> String? {
    let rest = run[(last + 1)...]
    if rest.first == "*" { return "*" }
    let letters = run[...last].count(where: QueryCharacters.isSearchable)
    let marks = rest.prefix { $0 == "#" }
    return marks.isEmpty || letters < 2 ? nil : String(scalars: marks)
  }

  /// The words, prefixes and wildcards of a run that begins with a searchable character.
  static func leaves(_ run: ArraySlice<Unicode.Scalar>) -> [QueryTree] {
    var parts: [[Unicode.Scalar]] = [[]]
    for (index, scalar) in zip(run.indices, run) {
      let belongs =
        QueryCharacters.isSearchable(scalar) || QueryCharacters.isWildcard(scalar)
        || scalar == "'" || scalar == "’" || QueryCharacters.isJoint(run, at: index)
      if belongs { parts[parts.count - 1].append(scalar) } else { parts.append([]) }
    }
    return parts.compactMap { leaf($0[...]) }
  }

  /// Reads a part of a run as a word, prefix or wildcard; `nil` without a searchable character.
  private static func leaf(_ part: ArraySlice<Unicode.Scalar>) -> QueryTree? {
    guard let first = part.firstIndex(where: QueryCharacters.isSearchable),
      let last = part.lastIndex(where: QueryCharacters.isSearchable)
    else { return nil }
    let suffix = suffix(part, after: last)
    let body = part[first...last]
    if suffix == nil, let limited = limited(body) { return limited }
    if body.contains(where: QueryCharacters.isWildcard) || suffix?.first == "#" {
      return .wildcard(String(scalars: body) + (suffix ?? ""))
    }
    return suffix == nil ? .word(String(scalars: body)) : .prefix(String(scalars: body))
  }

  /// A truncation with a maximum number of characters: `work*2`.
  private static func limited(_ body: ArraySlice<Unicode.Scalar>) -> QueryTree? {
    guard let star = body.lastIndex(of: "*"), body.endIndex - star <= 3,
      let count = Int(String(scalars: body[(star + 1)...])), count <= 20
    else { return nil }
    return .wildcard(String(scalars: body[..<star]) + String(repeating: "?", count: count))
  }
}
