import Foundation
import Synchronization

/// The time in the format of the header `Date`: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, 5.6.7).
enum HTTPDate {
  private static let latest = Mutex((second: 0, text: ""))

  /// The current time, formatted at most once per second.
  static func now() -> String {
    let second = time(nil)
    return latest.withLock { latest in
      if latest.second != second {
        latest = (second, Date(timeIntervalSince1970: Double(second)).formatted(style))
      }
      return latest.text
    }
  }

  private static let style = Date.VerbatimFormatStyle(
    format: """
      \(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \(year: .padded(4)) \
      \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\
      \(second: .twoDigits) GMT
      """,
    locale: Locale(identifier: "en_US_POSIX"), timeZone: .gmt,
    calendar: Calendar(identifier: .gregorian))
}
