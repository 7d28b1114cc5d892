import Foundation

/// The dates of a workbook, which cells store as numbers of days (ECMA-376, part 1, sections
/// 18.8.30 and 18.17.4.1).
///
/// Only the number format of a cell shows that its number is a date.
struct XLSXDates {
  /// The parts of a date that a number format shows.
  private enum Kind {
    case date, year
  }

  /// The kinds by the index of a cell's style.
  private let kinds: [Kind?]
  /// Days count from 1904, as in old workbooks from Macintosh.
  private let beginsIn1904: Bool

  /// The formats that need no definition: dates and dates with a time.
  private static let builtIn = Set([14, 15, 16, 17, 22] + Array(27...36) + Array(50...58))

  /// Reads the number formats of a workbook.
  ///
  /// - Parameter beginsIn1904: whether days count from 1904.
  init(_ members: PackedText, beginsIn1904: Bool) throws(ReadError) {
    let kinds = try members.xml("xl/styles.xml") { styles -> [Kind?] in
      var formats: [Int: String] = [:]
      for format in styles.child("numFmts")?.children("numFmt") ?? [] {
        guard let number = format.attribute("numFmtId").flatMap({ Int($0) }) else { continue }
        formats[number] = format.attribute("formatCode")
      }
      return (styles.child("cellXfs")?.children("xf") ?? []).map { style in
        guard let number = style.attribute("numFmtId").flatMap({ Int($0) }) else { return nil }
        return formats[number].map(Self.kind(of:)) ?? (Self.builtIn.contains(number) ? .date : nil)
      }
    }
    self.kinds = kinds ?? []
    self.beginsIn1904 = beginsIn1904
  }

  /// The date of a number in a cell: "2020-05-17", or "2020" if only the year is shown; `nil` if it
  /// is not a date.
  func text(_ value: String, style: String?) -> String? {
    guard let style = style.flatMap({ Int($0) }), kinds.indices.contains(style),
      let kind = kinds[style], let number = Double(value), number >= 1, number < 2_958_466
    else { return nil }
    // Excel counts a 29 February 1900 that did not exist.
    let days = Int(number) + (beginsIn1904 ? 1462 : number < 60 ? 1 : 0)
    // Day 25,569 is 1 January 1970.
    let date = Date(timeIntervalSince1970: Double(days - 25_569) * 86_400)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let parts = calendar.dateComponents([.year, .month, .day], from: date)
    guard let year = parts.year, let month = parts.month, let day = parts.day else { return nil }
    let isYear = kind == .year
    return CalendarDate(year: year, month: isYear ? nil : month, day: isYear ? nil : day).text
  }

  /// The kind of a format such as `dd/mm/yyyy`; `nil` if it shows no year or no day.
  private static func kind(of code: String) -> Kind? {
    var letters = ""
    var rest = code.lowercased().prefix { $0 != ";" }
    while let first = rest.first {
      rest.removeFirst()
      switch first {
      // Literal text, escaped characters and colours.
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "[": rest = rest.drop { $0 != "]" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case _ where first.isLetter: letters.append(first)
      default: break
      }
    }
    guard letters.allSatisfy({ "ymdhsapgeb".contains($0) }) else { return nil }
    if letters.contains("y") || letters.contains("e") {
      return letters.contains("m") || letters.contains("d") ? .date : .year
    }
    return letters.contains("d") && letters.contains("m") ? .date : nil
  }
}
