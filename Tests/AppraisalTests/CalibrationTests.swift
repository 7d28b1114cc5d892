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
    #expect(calibration.probability(logOdds: 2) == 0.5)
    #expect(calibration.probability(logOdds: -20) < 0.001)
    #expect(calibration.probability(logOdds: 30) > 0.999)
  }
}
