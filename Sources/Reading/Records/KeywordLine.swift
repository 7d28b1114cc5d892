import Literature

/// A line of keywords, in formats that have one for each keyword or one for several.
enum KeywordLine {
  /// The keywords of a line, which semicolons may separate or end: "HIV; peer support;".
  static func keywords(in line: String) -> [String] {
    let line = line.last == ";" ? String(line.dropLast()) : line
    return line.holds("; ") ? line.split(separator: ";").map { $0.trimmed } : [line]
  }
}
