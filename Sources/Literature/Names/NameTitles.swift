/// Forms of address and degrees, which are not part of a name.
package enum NameTitles {
  /// Words before a name, in lower case without full stops.
  private static let titles: Set<String> = [
    "dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "rev", "revd",
  ]

  /// Degrees and memberships after a name, without full stops.
  private static let degrees: Set<String> = [
    "PhD", "DPhil", "MD", "DrPH", "EdD", "PsyD", "ScD", "DSc", "DNP", "DClinPsy", "DClinPsych",
    "JD", "MPH", "MPhil", "MSc", "MS", "MA", "MBA", "MEd", "MRes", "MSW", "LCSW", "MSN", "BSc",
    "BA", "BN", "BSN", "BEd", "MBBS", "MBChB", "MBBCh", "FRCP", "FRCPsych", "MRCP", "MRCPsych",
    "MRCGP", "FRCGP", "PharmD", "RN", "RMN", "NP", "OBE", "MBE", "CBE", "FRS",
  ]

  /// Whether a word is a degree: "PhD", "Ph.D.", "M.Sc.".
  package static func isDegree(_ word: Substring) -> Bool {
    degrees.contains(word.filter { $0 != "." })
  }

  /// Whether a word can only be a degree: "PhD", but not "MA", which may be initials.
  private static func isSurelyDegree(_ word: Substring) -> Bool {
    isDegree(word) && word.count(where: \.isLetter) > 2
  }

  /// A name without the forms of address before it and the degrees after it; at least two words are
  /// left.
  ///
  ///     NameTitles.removed(from: "Dr Jane Smith, PhD")  // "Jane Smith"
  package static func removed(from name: String) -> String {
    var parts = name.split(separator: ",").map { $0.split(separator: " ") }.filter { !$0.isEmpty }
    // Beside a degree that cannot be initials, the others are degrees, too: "Jane Smith, RN, MPH".
    let hasSureDegree = parts.dropFirst().joined().contains(where: isSurelyDegree)
    while parts.count > 1, let last = parts.last, last.allSatisfy(isDegree),
      parts.count > 2 || parts[0].count > 1 && hasSureDegree
    {
      parts.removeLast()
    }
    guard var first = parts.first else { return name.oneLine }
    while first.count > 2, titles.contains(first[0].lowercased().filter { $0 != "." }) {
      first.removeFirst()
    }
    if parts.count == 1 {
      while first.count > 2, let last = first.last, isSurelyDegree(last) { first.removeLast() }
    }
    parts[0] = first
    return parts.map { $0.joined(separator: " ") }.joined(separator: ", ")
  }
}
