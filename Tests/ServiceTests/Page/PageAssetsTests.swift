import Foundation
import Service
import Testing

struct PageAssetsTests {
  @Test(arguments: [
    ("", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
    ("abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE="
    ),
  ])
  func `digests are those of FIPS 180-4`(text: String, digest: String) {
    #expect(SHA256.base64(text) == digest)
  }

  @Test func `digests of every length of a block`() {
    let digests = (50...140).map { SHA256.base64(String(repeating: "a", count: $0)) }
    #expect(Set(digests).count == digests.count)
    // 64 bytes: one full block and one of padding.
    #expect(digests[14] == "/+BU/nrgy23GXDr5th1SCfQ5hR20PQulmXM33xVGaOs=")
  }

  @Test func `the policy lets nothing else run`() {
    #expect(PageAssets.policy.hasPrefix("default-src 'none'; script-src 'sha256-"))
    #expect(!PageAssets.policy.contains("unsafe"))
    #expect(!PageAssets.policy.contains("*"))
  }

  @Test func `script and style hold nothing that would end their elements`() {
    #expect(!PageAssets.script.lowercased().contains("</script"))
    #expect(!PageAssets.script.contains("<!--"))
    #expect(!PageAssets.style.lowercased().contains("</style"))
    for text in [PageAssets.script, PageAssets.style] {
      #expect(!text.contains("http://") && !text.contains("https://") && !text.contains("url("))
    }
  }

  /// Text on its ground: 4.5 to 1; edges of fields and what marks a choice: 3 to 1 (WCAG 2.2,
  /// 1.4.3 and 1.4.11).
  @Test(arguments: [
    ("ink", "paper", 4.5), ("ink", "sheet", 4.5), ("ink", "sunk", 4.5), ("ink", "hover", 4.5),
    ("ink", "passage", 4.5), ("soft", "paper", 4.5), ("soft", "sheet", 4.5), ("soft", "sunk", 4.5),
    ("accent", "paper", 4.5), ("accent", "sheet", 4.5), ("accent", "sunk", 4.5),
    ("accent", "hover", 4.5), ("accent", "passage", 4.5), ("on-accent", "accent", 4.5),
    ("on-mark", "mark", 4.5), ("method", "method-ground", 4.5), ("setting", "setting-ground", 4.5),
    ("condition", "condition-ground", 4.5), ("size", "size-ground", 4.5), ("ink", "shade-1", 4.5),
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

  /// The relative luminance of a colour of the style sheet.
  private func luminance(_ name: String, isDark: Bool) throws -> Double {
    let pattern = try Regex(
      "--\(name): light-dark\\(#([0-9a-f]{6}), #([0-9a-f]{6})\\)",
      as: (Substring, Substring, Substring).self)
    let match = try #require(try pattern.firstMatch(in: PageAssets.style), "no colour \(name)")
    let number = try #require(UInt32(isDark ? match.output.2 : match.output.1, radix: 16))
    let parts = [16, 8, 0].map { shift -> Double in
      let part = Double(number >> UInt32(shift) & 255) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
