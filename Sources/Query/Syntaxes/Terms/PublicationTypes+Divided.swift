import Literature

/// Reads the names of types that look like lists.
extension PublicationTypes {
  /// Parts of a list, in which the parts of a name are joined again: “Clinical Trial” and
  /// “Phase II”, “Instructional Film” and “Video”.
  ///
  /// - Parameter separator: what was between the parts.
  static func rejoined(_ parts: [String], with separator: String) -> [String] {
    var whole: [String] = []
    for part in parts {
      if let last = whole.last, let name = name(last, part, separator) {
        whole[whole.count - 1] = name
      } else {
        whole.append(part)
      }
    }
    return whole
  }

  /// The name that two parts of a list have together; `nil` if MeSH has no such type.
  private static func name(_ left: String, _ right: String, _ separator: String) -> String? {
    let name = left + separator + right
    let key = PublicationType.key(name)
    // A number or nothing beside a type leaves its key as it is.
    guard PublicationType.isInMeSH(key), key != PublicationType.key(left),
      key != PublicationType.key(right)
    else { return nil }
    return name
  }
}
