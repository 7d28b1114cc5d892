import Foundation
import Literature
import Query
import Service
import Testing

struct PageAssetsTests {
  private func text(_ asset: PageAssets) -> String { String(decoding: asset.bytes, as: UTF8.self) }

  @Test func `the policy lets nothing run but files of this server`() {
    #expect(PageAssets.policy.hasPrefix("default-src 'none'; script-src 'self'; style-src 'self';"))
    #expect(!PageAssets.policy.contains("unsafe"))
    #expect(!PageAssets.policy.contains("*"))
  }

  @Test func `no asset loads anything from elsewhere`() {
    for asset in [PageAssets.script, .style] {
      let text = text(asset)
      #expect(!text.contains("http://") && !text.contains("https://") && !text.contains("url("))
    }
  }

  @Test func `the script has the limits of the server`() throws {
    guard case .text(let query) = Parameter.query.kind else {
      Issue.record("the query is not text")
      return
    }
    #expect(
      text(.script).contains(
        "{ address: \(ServiceLimits().target), link: \(PageAddress.mostLinkable), "
          + "query: \(query), breaks: \(StrategyReader.mostPastedLines) }"))
  }

  @Test(arguments: PageAssets.allCases)
  func `an asset is sent once, then confirmed`(asset: PageAssets) throws {
    let first = try SeedService.get(asset.href)
    #expect(first.status == 200)
    #expect(first["content-type"] == asset.type)
    #expect(first.body == asset.bytes)
    let tag = try #require(first["etag"])
    let second = try SeedService.get(asset.href, headers: ["if-none-match": tag])
    #expect(second.status == 304)
    #expect(second.body.isEmpty)
  }

  @Test(arguments: ["/assets/", "/assets/page.html", "/assets/..%2Fpage.css", "/assets/schema"])
  func `nothing else is an asset`(target: String) throws {
    #expect(try SeedService.get(target).status == 404)
  }

  /// Contrast of text with its background: 4.5 to 1; of borders of fields and marks of a selection:
  /// 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11).
  @Test(arguments: [
    ("ink", "paper", 4.5), ("ink", "sheet", 4.5), ("ink", "sunk", 4.5), ("ink", "hover", 4.5),
    ("ink", "passage", 4.5), ("soft", "paper", 4.5), ("soft", "sheet", 4.5), ("soft", "sunk", 4.5),
    ("soft", "hover", 4.5),
    ("accent", "paper", 4.5), ("accent", "sheet", 4.5), ("accent", "sunk", 4.5),
    ("accent", "hover", 4.5), ("accent", "passage", 4.5), ("on-accent", "accent", 4.5),
    ("on-mark", "mark", 4.5), ("badge-1", "badge-1-ground", 4.5),
    ("badge-2", "badge-2-ground", 4.5),
    ("badge-3", "badge-3-ground", 4.5), ("badge-4", "badge-4-ground", 4.5),
    ("badge-5", "badge-5-ground", 4.5), ("badge-6", "badge-6-ground", 4.5),
    ("size", "size-ground", 4.5), ("ink", "shade-1", 4.5),
    ("ink", "shade-2", 4.5), ("ink", "shade-3", 4.5), ("dark-shade", "shade-4", 4.5),
    ("dark-shade", "shade-5", 4.5), ("edge", "sheet", 3), ("edge", "paper", 3), ("bar", "sheet", 3),
    ("bar", "paper", 3),
  ])
  func `contrasts suffice`(text: String, ground: String, least: Double) throws {
    for isDark in [false, true] {
      let pair = try [text, ground].map { try luminance($0, isDark: isDark) }.sorted()
      let contrast = (pair[1] + 0.05) / (pair[0] + 0.05)
      #expect(contrast >= least, "\(text) on \(ground), \(isDark ? "dark" : "light"): \(contrast)")
    }
  }

  @Test func `facets of codes have badges of different colours`() throws {
    let classes = try FacetDefinition.codes.map { facet in
      try #require(
        FacetLabels.badge(facet.name).split(separator: " ").first { $0.hasPrefix("codes-") })
    }
    #expect(Set(classes).count == classes.count)
    for name in classes { #expect(text(.style).contains(".\(name) { background")) }
  }

  /// The relative luminance of a colour of the style sheet.
  private func luminance(_ name: String, isDark: Bool) throws -> Double {
    let pattern = try Regex(
      "--\(name): light-dark\\(#([0-9a-f]{6}), #([0-9a-f]{6})\\)",
      as: (Substring, Substring, Substring).self)
    let match = try #require(try pattern.firstMatch(in: text(.style)), "no colour \(name)")
    let number = try #require(UInt32(isDark ? match.output.2 : match.output.1, radix: 16))
    let parts = [16, 8, 0].map { shift -> Double in
      let part = Double(number >> UInt32(shift) & 255) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
