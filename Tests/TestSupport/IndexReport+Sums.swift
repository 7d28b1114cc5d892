import Answers

extension IndexReport.Records {
  /// Whether the numbers add up.
  package var addUp: Bool {
    seen == added + updated + unchanged + duplicate + skipped + failed
  }
}
