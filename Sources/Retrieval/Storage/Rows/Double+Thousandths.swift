extension Double {
  /// A confidence as it is stored, in thousandths.
  ///
  /// It is at least 1, because a possible value is stored as a negative number, and zero has
  /// no sign.
  var thousandths: Int { max(1, Int((self * 1000).rounded())) }
}
