import Service
import Testing

struct HealthRouteTests {
  @Test func `a server that runs is well`() throws {
    let response = try SeedService.get("/health")
    #expect(response.status == 200)
    #expect(
      try response.json == ["format_version": 1, "status": "ok", "version": "0.0.0"])
  }
}
