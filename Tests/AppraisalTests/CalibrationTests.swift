import Appraisal
import Testing

struct CalibrationTests {
  @Test func `without weights, a probability is unknown`() {
    #expect(Calibration([:]) == nil)
    #expect(Calibration(["threshold": 0.5, "calibration.offset": 1]) == nil)
  }

  @Test func `a probability increases with the log-odds`() throws {
    let calibration = try #require(
      Calibration(["calibration.slope": 0.5, "calibration.offset": -1]))
    #expect(calibration.probability(logOdds: Float(2)) == 0.5)
    #expect(calibration.probability(logOdds: Float(-20)) < 0.001)
    #expect(calibration.probability(logOdds: Float(30)) > 0.999)
    #expect(calibration.probability(logOdds: Double(2)) == 0.5)
    #expect(calibration.probability(logOdds: Double(-20)) < 0.001)
    #expect(calibration.probability(logOdds: Double(30)) > 0.999)
  }
}
