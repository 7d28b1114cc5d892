import ArgumentParser
import Service

/// Whether tables may be opened in a spreadsheet, although their texts come from strangers.
struct SpreadsheetOption: ParsableArguments {
  @Flag(help: .of(.spreadsheetSafe))
  var spreadsheetSafe = false

  init() {}

  /// Refuses the option for other formats.
  ///
  /// - Parameters:
  ///   - isCSV: whether the output is CSV.
  ///   - choice: the option that makes it so.
  func check(isCSV: Bool, _ choice: String = "--format csv") throws {
    if spreadsheetSafe, !isCSV {
      throw ValidationError("--spreadsheet-safe is only for CSV; add \(choice).")
    }
  }
}
