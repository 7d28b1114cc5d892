/// Comparison of secrets in a time that does not depend on how much of a guess is right.
enum SecretText {
  /// Whether a guess is a secret.
  static func isEqual(_ guess: [UInt8], _ secret: [UInt8]) -> Bool {
    var difference = UInt(guess.count ^ secret.count)
    for (index, byte) in guess.enumerated() {
      difference |= UInt(byte ^ secret[index % max(1, secret.count)])
    }
    return difference == 0 && !secret.isEmpty
  }
}
