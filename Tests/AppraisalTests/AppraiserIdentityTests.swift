import Appraisal
import Foundation
import Testing

struct AppraiserIdentityTests {
  @Test func `the identity covers every table of the appraisers`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Appraisal/Resources").standardizedFileURL
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".tsv") }
    // The codes are a table of Literature.
    #expect(Set(names + ["facets.tsv"]) == Set(Appraiser.tables))
    #expect(Appraiser.identity.count == 16)
  }
}
