import Literature
import Testing

struct DOITests {
  @Test(arguments: [
    (
      "10.1002/1529-0131(200005)43:5<978::aid-anr4>3.0.co;2-0",
      "10.1002/1529-0131(200005)43:5<978::aid-anr4>3.0.co;2-0"
    ),
    (
      "see doi:10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2.",
      "10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2"
    ),
    (
      "https://doi.org/10.1175/1520-0477(1996)077%3C0437:TNYRP%3E2.0.CO;2",
      "10.1175/1520-0477(1996)077<0437:tnyrp>2.0.co;2"
    ),
    (
      "10.1002/1097-4679(199111)47:6&lt;783::aid-jclp2270470611&gt;3.0.co;2-i)",
      "10.1002/1097-4679(199111)47:6<783::aid-jclp2270470611>3.0.co;2-i"
    ),
    (
      "10.1890/0012-9658(2000)081[0001:TIOAT]2.0.CO;2",
      "10.1890/0012-9658(2000)081[0001:tioat]2.0.co;2"
    ),
    (
      "10.1659/0276-4741(2002)022 [ 0328:HDOCIT]2.0.CO;2",
      "10.1659/0276-4741(2002)022[0328:hdocit]2.0.co;2"
    ),
    (
      "10.1659/0276-4741(2002)022 [0122:LCDSTI] 2.0.CO;2 [doi]",
      "10.1659/0276-4741(2002)022[0122:lcdsti]2.0.co;2"
    ),
    (
      "10.1175/1520-0477(1996)077 &lt;0437:TNYRP&gt; 2.0.CO; 2",
      "10.1175/1520-0477(1996)077<0437:tnyrp>2.0.co;2"
    ),
    ("10.1000/abc [see note: page 3]; 2", "10.1000/abc"),
    ("10.1061/(ASCE)0733-9399(2001)127:7(635)", "10.1061/(asce)0733-9399(2001)127:7(635)"),
    ("10.1016/0140-6736(91)91234-5", "10.1016/0140-6736(91)91234-5"),
    ("<b>10.1000/abc</b>", "10.1000/abc"), ("10.1000/abc<sup>2</sup>", "10.1000/abc"),
    ("“10.1000/abc”, he said", "10.1000/abc"), ("10.1000/abc\u{A0}next", "10.1000/abc"),
    ("https%3A%2F%2Fdoi.org%2F10.1000%2Fabc", "10.1000/abc"),
    ("http://onlinelibrary.wiley.com/store/10.1002/a.219/asset/a219.pdf?v=1&t=i4", "10.1002/a.219"),
    ("https://www.tandfonline.com/doi/pdf/10.1080/a.2014.93/full", "10.1080/a.2014.93"),
    ("https://x.org/content/10.1000/abc.pdf#page=2", "10.1000/abc"),
    ("https://doi.org/10.1000/a?b", "10.1000/a?b"), ("10.1000/full", "10.1000/full"),
    ("(10.1000/a(b)c)", "10.1000/a(b)c"), ("10.1000/a]", "10.1000/a"), ("10.1000/é’", "10.1000/é"),
  ])
  func `a DOI is taken whole`(text: String, doi: String) {
    #expect(Identifier(.doi, parsing: text)?.value == doi)
  }

  @Test(arguments: [
    "10.1659/0276-4741(2002)022", "10.1659/0276-4741(2002)022 [ 0328:HDO",
    "https://doi.org/10.1002/1097-4679(199111)47:6",
  ])
  func `a DOI that ends before the page and the title is none`(text: String) {
    #expect(Identifier(.doi, parsing: text) == nil)
  }

  @Test(arguments: ["10.1000/", "10.1/x", "110.1000/x", "10.1000", "", "10.1000/)))", "10.abcd/x"])
  func `a text without a DOI`(text: String) {
    #expect(Identifier(.doi, parsing: text) == nil)
  }
}
