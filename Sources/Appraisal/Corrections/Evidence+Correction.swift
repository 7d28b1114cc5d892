import Literature

extension Evidence {
  /// Whether the evidence says who entered or removed a value, when and why, instead of quoting the
  /// document.
  public var isCorrection: Bool { rule == Correction.rule || rule == Correction.removal }
}
