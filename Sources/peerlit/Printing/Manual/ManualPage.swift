import Literature

/// The manual page in the format of man(7).
package struct ManualPage {
  private let version: String

  /// Creates a page for a version of the program.
  package init(version: String) {
    self.version = version
  }

  /// The page of a program.
  package func text(_ program: CommandHelp) -> String {
    let commands = (program.subcommands ?? []).filter {
      $0.shouldDisplay && $0.commandName != "help"
    }
    var lines = [
      ".TH PEERLIT 1 \"\" \"peerlit \(version)\" \"User Commands\"",
      ".SH NAME",
      "peerlit \\- \(Self.escaped(Self.phrase(program.abstract)))",
      ".SH SYNOPSIS",
      ".B peerlit", "[\\fIoptions\\fR] \\fIquery\\fR ...", ".br",
      ".B peerlit", "\\fIcommand\\fR [\\fIarguments\\fR]",
      ".SH DESCRIPTION",
    ]
    lines += Self.prose(program.discussion)
    lines.append(".SH COMMANDS")
    for command in commands {
      lines.append(".SS \"\(Self.escaped(Self.usage(command)))\"")
      lines += Self.prose(command.abstract) + [".PP"] + Self.prose(command.discussion)
      for argument in command.arguments ?? [] where argument.shouldDisplay {
        lines += Self.entry(argument)
      }
    }
    lines += Self.closing
    return lines.joined(separator: "\n")
  }

  private static let closing = [
    ".SH EXIT STATUS",
    ".TP", "0", "Success; something was found.",
    ".TP", "1", "Nothing was found.",
    ".TP", "2", "A problem with the index, a file or the system.",
    ".TP", "64", "Invalid arguments.",
    ".SH ENVIRONMENT",
    ".TP", "PEERLIT_CONFIG", "The settings file.",
    ".TP", "PEERLIT_INDEX, PEERLIT_LIBRARY, PEERLIT_UNIT, PEERLIT_LIMIT, PEERLIT_COLOUR,",
    ".TQ", "PEERLIT_SERVER, PEERLIT_SYNONYMS, PEERLIT_TIMEOUT",
    "Settings; they take precedence over the settings file.",
    ".TP", "PEERLIT_USER", "Your name in corrections without \\-\\-by.",
    ".TP", "PEERLIT_TOKEN",
    "The access token of a server: required by serve, sent by search \\-\\-server.",
    ".TP", "NO_COLOR", "If set, no colours are used.",
    ".SH FILES",
    ".TP", "$XDG_DATA_HOME/peerlit/library.sqlite (~/.local/share/peerlit/library.sqlite)",
    "The default index of an installed program.",
    ".TP", "index/peerlit.sqlite", "The default index of a checkout.",
    ".TP", "$XDG_CONFIG_HOME/peerlit/config.yaml (~/.config/peerlit/config.yaml)",
    "The settings file.",
  ]

  private static func usage(_ command: CommandHelp) -> String {
    let arguments = (command.arguments ?? []).filter { $0.kind == "positional" }.map {
      let name = "\($0.valueName ?? "argument")\($0.isRepeating ? " ..." : "")"
      return $0.isOptional ? "[\(name)]" : name
    }
    return (["peerlit", command.commandName] + arguments).joined(separator: " ")
  }

  private static func entry(_ argument: CommandHelp.ArgumentEntry) -> [String] {
    let names = (argument.names ?? []).map { "\\fB\(escaped($0.typed))\\fR" }
    let value = argument.kind == "flag" ? "" : "\\fI\(escaped(argument.valueName ?? "value"))\\fR"
    let head = [names.joined(separator: ", "), value].joinedNonEmpty(separator: " ")
    var text = argument.abstract ?? ""
    if let values = argument.allValues, !values.isEmpty {
      text += " One of \(values.joined(separator: ", "))."
    }
    if let standard = argument.defaultValue { text += " (default: \(standard))" }
    return [".TP", head] + prose(text)
  }

  /// Running text: paragraphs are filled, indented lines are kept.
  private static func prose(_ text: String?) -> [String] {
    var lines: [String] = []
    var isVerbatim = false
    for line in (text ?? "").split(separator: "\n", omittingEmptySubsequences: false) {
      let isIndented = line.hasPrefix(" ")
      if isIndented != isVerbatim {
        lines.append(isIndented ? ".nf" : ".fi")
        isVerbatim = isIndented
      }
      lines.append(line.isEmpty ? ".PP" : escaped(String(line)))
    }
    return lines + (isVerbatim ? [".fi"] : [])
  }

  /// The text without its initial capital and its full stop, as in the NAME section.
  private static func phrase(_ text: String?) -> String {
    var text = text ?? ""
    if text.hasSuffix(".") { text.removeLast() }
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  /// The text with roff commands escaped.
  private static func escaped(_ text: String) -> String {
    let text = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
      .replacing("\"", with: "\\(dq")
    return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }
}
