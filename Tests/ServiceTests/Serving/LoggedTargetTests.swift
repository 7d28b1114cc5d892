import Service
import Testing

struct LoggedTargetTests {
  @Test(arguments: [
    ("/search?q=peer", "/search?q=peer"),
    ("/search?q=peer&token=abc", "/search?q=peer&token=***"),
    ("/search?Access-Token=abc&q=peer", "/search?Access-Token=***&q=peer"),
    ("/search?api_key=abc", "/search?api_key=***"), ("/search?%74oken=abc", "/search?%74oken=***"),
    ("/search?token", "/search?token"), ("/search?token=", "/search?token=***"),
    ("/search?q=s3cret", "/search?q=***"), ("/search?q=a+s3cret+b", "/search?q=a+***+b"),
    ("/search?q=s%33cret", "/search?***"), ("/s3cret", "/***"), ("/a/s3cret/b", "/a/***/b"),
    ("/search?q=%", "/search?q=%"), ("/search?", "/search"), ("/search?&&q=a", "/search?&&q=a"),
  ])
  func `secrets in an address are not logged`(target: String, logged: String) {
    #expect(LoggedTarget(token: "s3cret").text(ServiceRequest("GET", target)) == logged)
  }

  @Test(arguments: [nil, ""] as [String?])
  func `without a token only named secrets are hidden`(token: String?) {
    let request = ServiceRequest("GET", "/search?q=peer&password=x")
    #expect(LoggedTarget(token: token).text(request) == "/search?q=peer&password=***")
  }
}
