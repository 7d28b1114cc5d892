import ArgumentParser

/// Whether text output has colours.
package enum ColourChoice: String, Sendable, CaseIterable, ExpressibleByArgument {
  /// On a terminal, unless NO_COLOR is set.
  case auto
  /// Also in a pipe.
  case always
  case never
}
