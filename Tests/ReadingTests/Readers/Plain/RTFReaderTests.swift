import Literature
import Testing

struct RTFReaderTests {
  private func read(_ text: String) -> Document? {
    ReadDocuments(contents: Array(text.utf8), name: "a.rtf").documents.first
  }

  @Test func `paragraphs, characters, tables and properties`() throws {
    let document = try #require(
      read(
        #"""
        {\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\*\generator Word;}{\info{\title Peer caf\'e9}
        {\author Ann Lee}}\pard Staff\emdash all \'93peers\'94 \u8364?5 and \b bold\b0  text.\par
        \trowd\intbl Role\cell WTE\cell\row\trowd\intbl Worker\cell 45\cell\row\pard
        {\pict\bin3 {}{ffff}Last {\field{\*\fldinst HYPERLINK "http://x"}{\fldrslt link}} here.\par}
        """#))
    #expect(document.title == "Peer café")
    #expect(document.authors == ["Lee, Ann"])
    #expect(
      document.text == "Staff—all “peers” €5 and bold text.\n\nRole | WTE\n\nWorker | 45\n\n"
        + "Last link here.")
  }

  @Test func `deleted and hidden text is not read, and that of shapes is`() {
    let text = #"""
      {\rtf1\ansi Peers {\deleted lost}{\revised won}\v secret\v0  pay{\v too}\plain .\par
      {\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt In a box.\par}}{\shprslt In a box.\par}}
      {\header{\shp{\*\shpinst{\shptxt In the header.\par}}}}End.\par}
      """#
    #expect(read(text)?.text == "Peers won pay.\n\nIn a box.\n\nEnd.")
  }

  @Test func `other character sets`() {
    #expect(
      read(#"{\rtf1\ansi\ansicpg1251 \'cf\'e5\'f0\'e5 one two three four.\par}"#)?.text
        == "Пере one two three four.")
  }

  @Test(
    arguments: [
      ("{\\rtf1", nil), ("{\\rtf1 {{{", nil), ("{\\rtf1 a\\'", "a"),
      ("{\\rtf1 \\u", "\u{FFFD}"), ("{\\rtf1 }}}} x", "x"), ("{\\rtf1 \\bin99 x", nil),
    ] as [(String, String?)])
  func `damaged files give the text before the damage`(_ text: String, expected: String?) {
    #expect(read(text)?.text == expected)
  }

  @Test func `deep nesting ends`() {
    let deep = "{\\rtf1 " + String(repeating: "{", count: 200_000) + "Some text of it."
    #expect(read(deep)?.text == "Some text of it.")
  }
}
