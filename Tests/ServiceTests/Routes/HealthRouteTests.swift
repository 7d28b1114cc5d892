import Service
import Testing

struct HealthRouteTests {
  @Test func `a running server reports that it is healthy`() throws {
    let response = try SeedService.get("/health")
    #expect(response.status == 200)
    #expect(
      try response.json == ["format_version": 1, "status": "ok", "version": "0.0.0"])
  }
}
