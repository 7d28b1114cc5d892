/// Tags of HTML and JATS in titles: "the RESPECT<sup>TM</sup> scale".
enum TitleMarkup {
  private static var tags: some RegexComponent {
    /<\/?(?:i|b|em|strong|sub|sup|italic|bold|sc|scp|u|span|p|jats:(?:italic|bold|sub|sup|sc))(?:\s[^<>]*)?>/
  }

  /// The text without tags.
  static func removed(from text: String) -> String {
    text.holds(0x3C) ? text.replacing(tags, with: "") : text
  }
}
