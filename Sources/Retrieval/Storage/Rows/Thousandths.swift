extension Double {
  /// A confidence as it is stored: in thousandths, and at least one, so that a possible value always
  /// has a sign.
  var thousandths: Int { max(1, Int((self * 1000).rounded())) }
}
