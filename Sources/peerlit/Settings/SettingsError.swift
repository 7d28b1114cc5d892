/// A mistake in the settings file or in an environment variable.
package struct SettingsError: Error, CustomStringConvertible, Equatable {
  /// The problem, then the fix.
  package let description: String

  init(_ description: String) { self.description = description }
}
