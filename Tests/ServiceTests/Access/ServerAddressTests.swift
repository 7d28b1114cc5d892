import Service
import Testing

struct ServerAddressTests {
  @Test(arguments: [
    ("http://127.0.0.1:7700", ServerAddress.port(host: "127.0.0.1", port: 7700)),
    ("http://localhost:1/", .port(host: "localhost", port: 1)),
    ("http://example.org", .port(host: "example.org", port: 80)),
    ("http://[::1]:7700", .port(host: "::1", port: 7700)),
    ("unix:/tmp/s", .socket(path: "/tmp/s")), ("unix:s", .socket(path: "s")),
  ])
  func `addresses are read`(text: String, address: ServerAddress) throws {
    #expect(try ServerAddress(text) == address)
  }

  @Test(arguments: [
    "", "unix:", "localhost:7700", "https://localhost", "http://", "http://:1", "http://a:0",
    "http://a:65536", "http://a:x", "http://a/b", "http://[::1", "ftp://a",
  ])
  func `anything but an address is an error`(text: String) {
    #expect(throws: ServerError.self) { try ServerAddress(text) }
  }
}
