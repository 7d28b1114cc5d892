import ArgumentParser
import Literature

/// The output of `peerlit export --to`: records of a format, or a SQLite file.
enum ExportTarget: ExpressibleByArgument, Equatable {
  case records(ExportFormat)
  case sqlite

  init?(argument: String) {
    if argument == "sqlite" {
      self = .sqlite
    } else if let format = ExportFormat(rawValue: argument) {
      self = .records(format)
    } else {
      return nil
    }
  }

  static var allValueStrings: [String] { ExportFormat.allCases.map(\.rawValue) + ["sqlite"] }

  static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}
