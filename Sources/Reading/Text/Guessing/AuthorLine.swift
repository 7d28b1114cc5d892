import Literature

/// A line that lists authors, with or without affiliation marks.
package enum AuthorLine {
  /// The names on a line, without superscripts, or `nil` if the line is not a list of names.
  ///
  /// A single name counts only if it has an affiliation mark or an initial, because a short heading
  /// looks the same.
  package static func names(_ line: some StringProtocol) -> [String]? {
    var text = line.trimmed
    guard text.utf8.count <= 20_000 else { return nil }
    let isIntroduced = dropIntroduction(&text)
    let marked = Marked(text)
    var names = marked.chunks.flatMap { split($0, isMarked: marked.count > 0) }
    if let last = names.last, ["et al", "et al.", "others"].contains(last) { names.removeLast() }
    guard !names.isEmpty, names.allSatisfy(isName) else { return nil }
    if names.count == 1, !isIntroduced, marked.count == 0, !hasInitial(names[0]) { return nil }
    return names
  }

  /// Parts of words that name institutions, in lower case.
  static let institutions = [
    "universit", "department", "dept", "institut", "hospital", "school of", "centre", "center",
    "college", "faculty", "trust", "clinic", "foundation", "ministry",
  ]

  /// The names on a line that ends with their institution, “Ann Lee and Bo Chen, University of
  /// Leeds”; `nil` for any other line.
  package static func namesWithInstitution(_ line: some StringProtocol) -> [String]? {
    guard line.utf8.count <= 300, line.last != "." else { return nil }
    let parts = String(line).split(separator: ",")
    let institution = parts.firstIndex { part in
      let folded = part.lowercased()
      return institutions.contains { folded.contains($0) }
    }
    guard let institution, institution > 0 else { return nil }
    return names(parts[..<institution].joined(separator: ","))
  }

  /// Words that may introduce a list of authors.
  private static let introductions = ["by ", "authors:", "author:", "author(s):", "written by "]

  private static func dropIntroduction(_ text: inout String) -> Bool {
    let lower = text.lowercased()
    for introduction in introductions where lower.hasPrefix(introduction) {
      text = text.dropFirst(introduction.count).trimmed
      return true
    }
    return false
  }

  /// A line split at its affiliation marks.
  private struct Marked {
    var chunks: [String] = []
    var count = 0

    init(_ text: String) {
      var chunk = ""
      var rest = text[...]
      while let first = rest.first {
        let mark = AuthorLine.markLength(rest, after: chunk.last)
        if mark > 0 {
          rest = rest.dropFirst(mark)
          count += 1
          chunks.append(chunk)
          chunk = ""
        } else {
          chunk.append(first)
          rest.removeFirst()
        }
      }
      chunks.append(chunk)
      chunks = chunks.map { AuthorLine.strip($0) }.filter { !$0.isEmpty }
    }
  }

  private static let marks = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺*†‡§¶#"

  /// The length in characters of the affiliation marks at the beginning of a text.
  ///
  /// These are superscript digits, "^{1,2}", signs, or digits after a letter, and the commas
  /// between them. A PDF may have a space before the digits: "Ann Lee 1 , Bo Chen 2".
  private static func markLength(_ text: Substring, after previous: Character?) -> Int {
    var length = 0
    var rest = text
    while let first = rest.first {
      var step = 0
      if first == "^" {
        let body = rest.dropFirst()
        step = body.first == "{" ? 2 + body.prefix { $0 != "}" }.count : 2
      } else if marks.contains(first) {
        step = 1
      } else if first.isASCIIDigit, length > 0 || previous?.isLetter == true || previous == "." {
        step = rest.prefix { $0.isASCIIDigit }.count
      } else if first == " ", length == 0, previous?.isLetter == true || previous == "." {
        let after = rest.drop { $0 == " " }
        let digits = after.prefix { $0.isASCIIDigit }
        let next = after.dropFirst(digits.count).first
        if (1...2).contains(digits.count), next.map({ " ,;".contains($0) }) ?? true {
          step = rest.count - after.count + digits.count
        }
      } else if first == "," || first == " ", length > 0 {
        // A comma between two marks is part of them.
        let after = rest.drop { $0 == " " || $0 == "," }
        guard let next = after.first, next == "^" || marks.contains(next) || next.isASCIIDigit
        else { break }
        step = rest.count - after.count
      }
      if step == 0 { break }
      length += min(step, rest.count)
      rest = rest.dropFirst(step)
    }
    return length
  }

  /// A chunk without the commas and conjunctions around it.
  private static func strip(_ chunk: String) -> String {
    var text = chunk.trimmed
    while let first = text.first, ",;&".contains(first) { text = text.dropFirst().trimmed }
    for word in ["and ", "& "] where text.hasPrefix(word) {
      text = text.dropFirst(word.count).trimmed
    }
    while let last = text.last, ",;&".contains(last) { text = text.dropLast().trimmed }
    if text.hasSuffix("."), !hasInitial(text) { text.removeLast() }
    return text
  }

  private static func split(_ chunk: String, isMarked: Bool) -> [String] {
    let separator: Character = chunk.contains(";") ? ";" : ","
    var parts = chunk.replacing(" and ", with: String(separator))
      .replacing(" & ", with: String(separator))
      .split(separator: separator).map { strip(String($0)) }.filter { !$0.isEmpty }
    if separator == "," { parts = joinInitials(withoutDegrees(parts)) }
    return parts.map { NameTitles.removed(from: $0) }
  }

  /// Drops "MD" and "PhD" from "Ann Lee, MD, PhD, Bo Chen, RN".
  ///
  /// "MD" is a degree only if no other part is initials, and no other part is a family name.
  private static func withoutDegrees(_ parts: [String]) -> [String] {
    let names = parts.filter { !NameTitles.isDegree($0[...]) }
    let areWhole = names.allSatisfy { $0.contains(" ") && !isInitials($0) }
    return areWhole && !names.isEmpty ? names : parts
  }

  /// Joins "Leonard" and "M" again.
  private static func joinInitials(_ parts: [String]) -> [String] {
    var joined: [String] = []
    for part in parts {
      if isInitials(part), let last = joined.last, !last.contains(","), !hasInitial(last) {
        joined[joined.count - 1] = "\(last), \(part)"
      } else {
        joined.append(part)
      }
    }
    return joined
  }

  private static func isInitials(_ text: some StringProtocol) -> Bool {
    let letters = text.filter(\.isLetter)
    return (1...3).contains(letters.count) && letters.allSatisfy(\.isUppercase)
      && text.allSatisfy { $0.isLetter || ".- ".contains($0) }
  }

  private static func hasInitial(_ name: String) -> Bool {
    name.split { $0 == " " || $0 == "," }.contains { isInitials($0) }
  }

  private static let particles: Set<Substring> = [
    "van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le", "ter",
    "ten", "al", "el", "bin", "ibn", "y", "e", "zu", "af", "av", "st", "d'", "do", "das", "jr",
    "on", "behalf", "of", "the",
  ]

  /// Words that occur in headings and institutions, not in names.
  private static let notInNames: Set<String> = [
    "university", "department", "institute", "school", "centre", "center", "hospital", "health",
    "support", "peer", "service", "services", "research", "questions", "challenges", "summary",
    "introduction", "abstract", "background", "methods", "results", "evidence", "review", "report",
    "study", "journal", "quotes", "insights", "findings", "training", "culture", "workforce",
    "trust", "college", "division", "unit", "programme", "program", "community", "care",
  ]

  private static func isName(_ name: String) -> Bool {
    let words = name.split { $0.isWhitespace || $0 == "," }
    guard (2...7).contains(words.count), name.utf8.count <= 80,
      !name.contains(where: { $0.isNumber || ":?!()[]@/".contains($0) }),
      let first = words.first, first.first?.isUppercase == true || particles.contains(first)
    else { return false }
    return words.allSatisfy { word in
      !notInNames.contains(word.lowercased())
        && (word.first?.isLowercase == false || particles.contains(word)
          || word.dropFirst().contains(where: \.isUppercase))
    }
  }
}
