/// Distinguishes the names of organisations from those of people.
package enum OrganisationNames {
  /// Words of the names of organisations that are almost never names of people.
  private static let words: Set<String> = [
    "academy", "action", "agency", "alliance", "american", "association", "australia", "authority",
    "authors", "board", "bureau", "carers", "center", "centre", "charity", "clinic", "coalition",
    "collaboration", "collaborative", "collaborators", "college", "commission", "committee",
    "community", "company", "consortium", "consulting", "corporation", "council", "department",
    "directorate", "editorial", "editors", "education", "england", "europe", "european", "faculty",
    "federation", "forum", "foundation", "gmbh", "government", "group", "health", "hospital", "hub",
    "illness", "inc", "initiative", "institute", "international", "investigators", "laboratory",
    "library", "limited", "llc", "ltd", "media", "mental", "ministry", "national", "nations",
    "network", "office", "organisation", "organization", "panel", "partnership", "peer", "peers",
    "people", "plc", "policy", "press", "program", "programme", "project", "publishing", "recovery",
    "research", "school", "scotland", "scottish", "secretariat", "service", "services", "society",
    "staff", "studies", "support", "survivors", "team", "trust", "union", "university", "users",
    "veterans", "volunteers", "welfare", "welsh", "workers",
  ]

  /// Words that join the parts of such a name.
  private static let joints: Set<String> = ["and", "of", "for", "&"]

  /// Whether a name is that of an organisation.
  ///
  /// - Parameter hasComma: a comma suggests a person, so stronger signs of an organisation are
  ///   needed.
  package static func contains(_ name: String, hasComma: Bool) -> Bool {
    let words = name.lowercased().split { $0.isWhitespace || ",.;()".contains($0) }.map(String.init)
    let known = words.count { self.words.contains($0) }
    let isJoined = words.contains { joints.contains($0) }
    guard hasComma else { return known > 0 || isJoined }
    // Hardly any family name has three words: "WHO Collaborating Centre, Geneva".
    let isLong = name.prefix { $0 != "," }.split(separator: " ").count > 2
    return known > 1 || (known > 0 && (isJoined || isLong))
  }
}
