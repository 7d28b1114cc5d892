/// The apostrophe before a cell that a spreadsheet would run as a formula.
///
/// Titles and texts come from strangers, and a formula can send the contents of a sheet to any
/// address, or start a program. Source: OWASP, CSV Injection.
package enum FormulaMark {
  private static let mark = "'"

  /// The cell, with the mark if it begins like a formula.
  package static func marked(_ cell: String) -> String {
    isFormula(cell[...]) ? mark + cell : cell
  }

  /// The cell without the mark that ``marked(_:)`` adds.
  package static func unmarked(_ cell: String) -> String {
    cell.hasPrefix(mark) && isFormula(cell.dropFirst()) ? String(cell.dropFirst()) : cell
  }

  /// Whether a cell begins like a formula; a number such as -1.5 is not a formula.
  ///
  /// Spreadsheets may drop white space before a sign, and read wide signs as usual ones.
  private static func isFormula(_ cell: Substring) -> Bool {
    guard let first = cell.unicodeScalars.first else { return false }
    return switch first {
    case "=", "@", "\t", "\r", "\n", "＝", "＠": true
    case "+", "-", "＋", "－": Double(cell) == nil
    default: false
    }
  }
}
