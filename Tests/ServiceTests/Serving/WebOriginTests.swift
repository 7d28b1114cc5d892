import Service
import Testing

struct WebOriginTests {
  @Test(arguments: [
    ("https://example.org", true), ("http://10.0.0.1:8080", true), ("http://[::1]:7700", true),
    ("http://localhost", true), ("chrome-extension://abcdefgh", true), ("null", false), ("", false),
    ("*", false), ("https://*", false), ("example.org", false), ("https://", false),
    ("://example.org", false), ("https://example.org/", false), ("https://example.org/a", false),
    ("https://Example.org", false), ("https://a b", false), ("https://a@b", false),
    ("https:example.org", false), ("https://é.example", false),
  ])
  func `only origins as browsers write them can be allowed`(text: String, isValid: Bool) {
    #expect(WebOrigin.isValid(text) == isValid)
  }

  @Test(arguments: [
    ("127.0.0.1", true), ("127.9.8.7", true), ("localhost", true), ("::1", true),
    ("127.example.org", false), ("127.0.0.1.example.org", false), ("127.+0.0.1", false),
    ("127.0.0.256", false), ("127.", false), ("0.0.0.0", false), ("10.0.0.1", false), ("", false),
  ])
  func `only addresses of this machine need no token`(host: String, isLocal: Bool) {
    #expect(ServiceConfiguration.Address.port(host: host, 7700).isLocal == isLocal)
  }
}
