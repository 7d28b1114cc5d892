import Literature
import Testing

/// The year that a web page or another text states of itself.
struct StatedYearTests {
  /// A page whose main text begins with these lines.
  private static func year(_ lines: String..., head: String = "", title: String = "Peer work")
    -> Int?
  {
    let body = lines.map { "<p>\($0)</p>" }.joined()
    let page = """
      <html><head><title>\(title)</title>\(head)</head><body><main><h1>\(title)</h1>\(body)
      <p>Peer workers use their experience of recovery to support others who are in crisis.</p>
      </main></body></html>
      """
    return ReadDocuments(contents: Array(page.utf8), name: "page.html").documents.first?.year
  }

  @Test(arguments: [
    ("Journal of Peer Work, vol. 4 (2018)", 2018), ("Volume 12, Issue 3, March 2018", 2018),
    ("J Ment Health 2018; 24(3): 33–40", 2018),
    ("Psychiatr Serv. 2018 Apr 1; 65(4): 429–441.", 2018),
    ("Vol. 12(3), pp. 45–60, March 2018", 2018), ("2018, Vol. 4, No. 2, 33–40", 2018),
    ("JMIR Ment Health 2018 | vol. 7 | iss. 6 | e15572", 2018),
    ("Volume 5 | Issue 2 | 2018", 2018), ("Published on 12/05/2019", 2019),
    ("Posted on May 12, 2019 by Ann", 2019), ("Published online: 2019 May 12", 2019),
    ("© American Psychological Association, 2017", 2017), ("Published: 12 May 2019", 2019),
    ("Year: 2019", 2019),
    ("Published online 12 May 2019", 2019), ("First published 2019", 2019),
    ("Published in 2019 by the foundation", 2019), ("Publication date: 2019-05", 2019),
    ("Date of publication: May 12th, 2019", 2019), ("Available online 3 June 2019", 2019),
    ("© 2017", 2017), ("© The Author(s) 2017", 2017), ("Copyright (c) 2017 Mind", 2017),
    ("© Crown copyright 2017", 2017), ("May 2016", 2016), ("12 May 2016", 2016),
    ("2016-05-12T10:30", 2016), ("10:30, 12 May 2016", 2016), ("12 May 2016, 10.30 am", 2016),
    ("Version 2, March 2016", 2016), ("Last updated: 2016", 2016),
    ("Received 3 May 2014; accepted 4 June 2015", 2015), ("Accepted: 4 June 2015", 2015),
    ("Cite this article as: Lee J (2020) Peer work since 2012. J Peer 3:1", 2020),
  ])
  func `a line states the year`(line: String, year: Int) {
    #expect(Self.year(line) == year)
  }

  @Test(arguments: [
    "In a trial that was published in 2015, peers were paid.", "© 2009–2025 Mind",
    "Accessed 4 March 2020", "Next review date: March 2030",
    "[3] Lee J. Peer support. J Ment Health 2015; 24(3): 33.",
    "Lee, J., &amp; Poe, K. (2015). Peer support. J Ment Health, 24(3), 33.",
    "Lee J, Poe K. Peer support in prisons. J Ment Health 2015;24:33.",
    "Peers have worked here since 2011 (Smith, 2015).",
  ])
  func `a line with another year states none`(line: String) {
    #expect(Self.year(line) == nil)
  }

  @Test(arguments: [
    (["© 2017 The Authors", "Published: 12 May 2019"], 2019),
    (["Received 3 May 2014; accepted 4 June 2015", "Published: 12 May 2016"], 2016),
    (["Published online: 12 December 2018", "Journal of Peer Work, vol. 4 (2019)"], 2019),
    (["Accepted: 4 June 2015", "© 2016 The Authors"], 2016),
    (["References", "Published: 12 May 2019"], nil),
  ])
  func `the most trusted line counts`(lines: [String], year: Int?) {
    #expect(Self.year(lines[0], lines[1]) == year)
  }

  @Test(arguments: [
    #"<meta name="date" content="2019-05-12">"#,
    #"<meta name="citation_publication_date" content="2019/05/12">"#,
    #"<meta name="DC.Date" content="12 May 2019">"#, #"<meta name="dc.date" content="2019">"#,
    #"<meta property="article:published_time" content="2019-05-12T08:00:00Z">"#,
    #"<meta name="bepress_citation_date" content="2019">"#,
    #"<meta itemprop="datePublished" content="2019-05-12">"#,
    #"<meta name="citation_date" content="n.d."><meta name="date" content="2019-05-12">"#,
    #"<meta name="date" content="2021-01-01"><meta name="citation_date" content="2019">"#,
    #"<meta name="dcterms.modified" content="2023"><meta name="dcterms.created" content="2019">"#,
  ])
  func `a tag in the head states the year`(head: String) {
    #expect(Self.year("© 2017", head: head) == 2019)
  }

  @Test func `a time element states the year, a date of change does not`() {
    #expect(Self.year(#"<time itemprop="datePublished" datetime="2019-05-12">May</time>"#) == 2019)
    #expect(
      Self.year("x", head: #"<meta property="article:modified_time" content="2023-01-01">"#) == nil)
  }

  @Test func `a year in the title counts if no line states one`() {
    #expect(Self.year("Text.", title: "Annual report of peer work 2014") == 2014)
    #expect(Self.year("© 2015 Mind", title: "Annual report of peer work 2014") == 2015)
  }
}
