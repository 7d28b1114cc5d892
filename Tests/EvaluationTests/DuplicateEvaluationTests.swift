import Foundation
import TestSupport
import Testing
import peerlit_evaluate

struct DuplicateEvaluationTests {
  @Test func `both members of a group are counted`() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    func record(_ number: Int, _ title: String, _ caption: String) -> String {
      """
      <record><rec-number>\(number)</rec-number><ref-type name="Journal Article">17</ref-type>
      <contributors><authors><author>Lee, A.</author></authors></contributors>
      <titles><title>\(title)</title></titles><dates><year>2019</year></dates>
      <caption>\(caption)</caption></record>
      """
    }
    let xml =
      "<xml><records>"
      + record(1, "Peer workers in hepatitis C care", "Duplicate")
      + record(2, "Peer Worker in Hepatitis C care.", "Duplicate")
      + record(3, "Something else in another field", "Duplicate")
      + record(4, "An only record of its own", "") + "</records></xml>"
    let library = try temporary.file("library.xml", xml)
    let evaluation = try DuplicateEvaluation(library: library.path)
    #expect(evaluation.records == 4)
    #expect(evaluation.marked == 3)
    #expect(evaluation.found == 2)
    #expect(evaluation.precision == 1)
    #expect(abs(evaluation.recall - 2.0 / 3) < 1e-9)
    #expect(evaluation.documents == 3)
    #expect(evaluation.mistakes == ["marked, not found: Something else in another field"])
  }

  @Test(
    .enabled(
      if: FileManager.default.fileExists(
        atPath: "../shared/formats/endnote-xml/tafenoquine.xml"), "../shared is absent"))
  func `duplicates of a marked library are found`() throws {
    let evaluation = try DuplicateEvaluation(
      library: "../shared/formats/endnote-xml/tafenoquine.xml")
    #expect(evaluation.records == 179)
    #expect(evaluation.marked == 114)
    #expect(evaluation.precision >= 0.99)
    #expect(evaluation.recall >= 0.98)
    #expect(evaluation.documents <= 106)
  }
}
