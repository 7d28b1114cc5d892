/// Tags of HTML and JATS in titles: "Forums for <i>anorexia nervosa</i>".
///
/// Zotero and many databases write such tags into titles, whatever the format. These are removed:
/// italics, bold, underlining, small capitals, subscripts and superscripts by their names in HTML
/// or JATS, `span`, which mostly keeps the case of a word, and `p`. Anything else in angle brackets
/// is text: "p <.05", "<untitled>".
package enum TitleMarkup {
  private static let tag =
    SharedRegex(
      #/<(?<end>\/?)(?<name>(?:jats:)?(?:i|b|em|strong|sub|sup|italic|bold|sc|scp|u|span|p))(?:\s[^<>]*)?>/#
    )

  private struct TitleTag {
    let range: Range<String.Index>
    let name: Substring
    let isEnd: Bool
  }

  /// A title without pairs of tags; a tag without its counterpart may be text, so it stays.
  package static func pairsRemoved(from title: String) -> String {
    guard title.holds("</") else { return title }
    var open: [Substring: [TitleTag]] = [:]
    var pairs: [TitleTag] = []
    for tag in tags(in: title) {
      if !tag.isEnd {
        open[tag.name, default: []].append(tag)
      } else if let start = open[tag.name]?.popLast() {
        pairs += [start, tag]
      }
    }
    return removed(pairs.sorted { $0.range.lowerBound < $1.range.lowerBound }, from: title)
  }

  /// A title without any tags, for comparing and citing it: a tag without its counterpart mostly
  /// comes from a title that was cut off.
  package static func allRemoved(from title: String) -> String {
    title.holds(0x3C) ? removed(tags(in: title), from: title) : title
  }

  private static func tags(in title: String) -> [TitleTag] {
    title.matches(of: tag).map { match in
      TitleTag(range: match.range, name: match.output.name, isEnd: !match.output.end.isEmpty)
    }
  }

  /// The title without some tags, and with "^" between a number and its exponent.
  private static func removed(_ tags: [TitleTag], from title: String) -> String {
    var plain = ""
    var index = title.startIndex
    for tag in tags {
      plain += title[index..<tag.range.lowerBound]
      index = tag.range.upperBound
      if !tag.isEnd, tag.name.hasSuffix("sup"), plain.last?.isASCIIDigit == true,
        beginsWithInteger(title[index...])
      {
        plain += "^"
      }
    }
    return plain + title[index...]
  }

  private static func beginsWithInteger(_ text: Substring) -> Bool {
    let isSigned = text.first.map { "+-–−".contains($0) } ?? false
    return text.dropFirst(isSigned ? 1 : 0).first?.isASCIIDigit == true
  }
}
