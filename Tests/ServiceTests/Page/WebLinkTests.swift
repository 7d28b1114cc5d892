import Service
import Testing

struct WebLinkTests {
  @Test(arguments: [
    ("https://example.org/a?b=c", true), ("HTTP://example.org", true),
    ("javascript:alert(1)", false),
    (" javascript:alert(1)", false), ("java\nscript:alert(1)", false), ("data:text/html,x", false),
    ("https://example.org/a b", false), ("//example.org", false), ("/search", false), ("", false),
  ])
  func `only addresses of the web are links`(address: String, isSafe: Bool) {
    #expect(WebLink.safe(address) == (isSafe ? address : nil))
  }

  @Test(arguments: [
    ("10.1000/xyz", "https://doi.org/10.1000/xyz"),
    ("10.1002/(SICI)1<1::AID\"x>3.0", "https://doi.org/10.1002/%28SICI%291%3C1%3A%3AAID%22x%3E3.0"),
  ])
  func `names have their resolver`(doi: String, address: String) {
    #expect(WebLink.doi(doi) == address)
  }
}
