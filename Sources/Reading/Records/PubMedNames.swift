import Literature

/// Lists of names in PubMed's tables, such as "Lee AB, Roe B Jr; Peer Group".
enum PubMedNames {
  /// The names in a list; commas separate people, and semicolons groups.
  static func names(in list: String) -> [String] {
    let list = list.hasSuffix(".") ? String(list.dropLast()) : list
    return list.parts(separatedBy: ";").flatMap { part -> [String] in
      let names = part.parts(separatedBy: ",")
      // The name of a group may have commas.
      guard names.contains(where: hasInitials) else { return [part] }
      return NameList.divided(names, order: .familyAndInitials)
    }
  }

  /// Whether a name ends with initials, which a suffix may follow.
  private static func hasInitials(_ name: String) -> Bool {
    var words = name.split(separator: " ")
    _ = NameWords.takeSuffix(&words)
    return words.count > 1 && words.last.map(NameWords.isInitials) == true
  }
}
