import Answers
import Retrieval

/// The progress of indexing in one line: files, records, speed, time left.
package enum ProgressText {
  /// The time after which rates are shown; before, they are meaningless.
  private static let settled = Duration.seconds(2)

  /// The line.
  ///
  /// - Parameter elapsed: time since the start.
  package static func line(_ progress: IndexProgress, after elapsed: Duration) -> String {
    if progress.toEncode > 0 {
      return "encoding: \(NumberText.whole(progress.encoded)) of "
        + NumberText.counted(progress.toEncode, "document")
    }
    var parts = [files(progress), NumberText.counted(progress.records, "record")]
    let seconds = elapsed / .seconds(1)
    let rate = seconds > 0 ? Double(progress.bytesRead) / seconds : 0
    if elapsed >= settled, progress.stage == nil {
      parts.append("\(NumberText.fixed(rate / 1e6, 1)) MB/s")
      if let total = progress.totalBytes, rate > 0 {
        parts.append("\(left(Double(max(0, total - progress.bytesRead)) / rate)) left")
      }
    }
    let name = progress.path.split(separator: "/").last.map(String.init) ?? ""
    parts.append(progress.stage?.rawValue ?? name)
    return parts.joined(separator: ", ")
  }

  private static func files(_ progress: IndexProgress) -> String {
    progress.totalFiles.map {
      "\(NumberText.whole(progress.files)) of \(NumberText.counted($0, "file"))"
    }
      ?? NumberText.counted(progress.files, "file")
  }

  /// A time in a suitable unit: "20 s", "3 min", "2 h 5 min".
  private static func left(_ seconds: Double) -> String {
    switch Int(seconds.rounded(.up)) {
    case let seconds where seconds < 60: "\(seconds) s"
    case let seconds where seconds < 3600: "\((seconds + 59) / 60) min"
    case let seconds where seconds < 360_000: "\(seconds / 3600) h \(seconds % 3600 / 60) min"
    default: "days"
    }
  }
}
