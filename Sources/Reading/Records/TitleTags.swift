import Literature

/// Tags that programs write into titles: "Forums for <i>anorexia nervosa</i>".
///
/// Zotero marks italics, superscripts and words that keep their case in this way, whatever the
/// format.
enum TitleTags {
  private static var tag: some RegexComponent<(Substring, end: Substring, name: Substring)> {
    /<(?<end>\/?)(?<name>(?:jats:)?(?:i|b|em|strong|sub|sup|italic|bold|sc|scp|u|span|p))(?:\s[^<>]*)?>/
  }

  /// A title without pairs of tags; a tag without its counterpart is text.
  static func removed(from title: String) -> String {
    guard title.holds("</") else { return title }
    var open: [Substring: [Range<String.Index>]] = [:]
    var tags: [Range<String.Index>] = []
    for match in title.matches(of: tag) {
      if match.output.end.isEmpty {
        open[match.output.name, default: []].append(match.range)
      } else if let start = open[match.output.name]?.popLast() {
        tags += [start, match.range]
      }
    }
    var plain = ""
    var index = title.startIndex
    for tag in tags.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      plain += title[index..<tag.lowerBound]
      index = tag.upperBound
      let isExponent =
        title[tag].hasPrefix("<sup") && plain.last?.isASCIIDigit == true
        && title[index...].first?.isASCIIDigit == true
      if isExponent { plain += "^" }
    }
    return plain + title[index...]
  }
}
