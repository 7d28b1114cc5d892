import ArgumentParser
import Foundation
import JSON

/// `peerlit config`: the settings and what set them.
package struct ConfigCommand: PrintingCommand {
  package static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Show the settings and where each was set.",
    discussion: """
      Options take precedence over environment variables, and variables over the settings file. The \
      settings file is $PEERLIT_CONFIG, or config.yaml in \
      $XDG_CONFIG_HOME/peerlit or ~/.config/peerlit, with lines such as “limit: 20”.

      Examples:
        peerlit config
        peerlit config index
        peerlit config --library hepatitis

      Exit status: 0 success, 2 error, 64 invalid arguments.
      """)

  @Argument(
    help: ArgumentHelp("Print only the value of this setting.", valueName: "setting"),
    completion: .list(Setting.allCases.map(\.rawValue)))
  var setting: Setting?

  @Option(help: "Output format.")
  var format = ReportFormat.text

  @OptionGroup var index: IndexOption
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func run(on console: Console) throws -> ExitStatus {
    var settings = index.settings(console)
    if let colour = output.colourChoice {
      settings.set(.colour, colour.rawValue, .option(Setting.colour.option))
    }
    if format == .json {
      try console.print(JSONText.pretty(SettingsJSON(settings, only: setting)))
    } else if let setting {
      try console.print(settings[setting].text)
    } else {
      for line in SettingsText().lines(settings) { try console.print(line) }
    }
    return .found
  }
}

extension Setting: ExpressibleByArgument {}
