/// Notes on a search, which name filters as options of the command line or as parameters of a
/// request.
enum ParameterNotes {
  /// `(include_unknown=true)` for `(--include-unknown)`, and `method=survey` for `--method survey`.
  static func forRequests(_ note: String) -> String {
    Parameter.limits.reduce(note) { note, parameter in
      note.replacing("(\(parameter.option))", with: "(\(parameter.name)=true)")
        .replacing(" \(parameter.option) ", with: " \(parameter.name)=")
    }
  }

  /// The opposite of ``forRequests(_:)``.
  static func forCommandLine(_ note: String) -> String {
    Parameter.limits.reduce(note) { note, parameter in
      note.replacing("(\(parameter.name)=true)", with: "(\(parameter.option))")
        .replacing(" \(parameter.name)=", with: " \(parameter.option) ")
    }
  }
}
