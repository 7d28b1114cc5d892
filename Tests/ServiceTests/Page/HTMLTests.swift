import Service
import Testing

struct HTMLTests {
  @Test(arguments: [
    ("plain", "plain"), ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
    ("\"double\" 'single'", "&quot;double&quot; &#39;single&#39;"),
    ("</script><b>", "&lt;/script&gt;&lt;b&gt;"), ("&amp;", "&amp;amp;"), ("互助 🧑🏽‍⚕️", "互助 🧑🏽‍⚕️"),
    ("a\u{0}b\u{1B}c\u{7F}\u{85}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}\u{FFFD}"), ("a\n\tb", "a\n\tb"),
    ("", ""),
  ])
  func `text is escaped`(text: String, markup: String) {
    let html: HTML = "<p title=\"\(text)\">\(text)</p>"
    #expect(html.text == "<p title=\"\(markup)\">\(markup)</p>")
    #expect(HTML.text(text).text == markup)
  }

  @Test func `markup within markup stays`() {
    let inner: HTML = "<b>\("<")</b>"
    let missing: HTML? = nil
    let html: HTML = "<p>\(inner)\(missing)\([inner, inner])\(7)</p>"
    #expect(html.text == "<p><b>&lt;</b><b>&lt;</b><b>&lt;</b>7</p>")
  }
}
