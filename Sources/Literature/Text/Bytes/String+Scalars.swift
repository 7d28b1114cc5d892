extension String {
  /// The text of some Unicode scalars.
  ///
  /// Built from bytes, because appending scalars one by one takes ten times as long.
  @inlinable package init(scalars: some Collection<Unicode.Scalar>) {
    if scalars.allSatisfy({ $0.isASCII }) {
      self.init(unsafeUninitializedCapacity: scalars.count) { bytes in
        var count = 0
        for scalar in scalars {
          bytes[count] = UInt8(truncatingIfNeeded: scalar.value)
          count += 1
        }
        return count
      }
      return
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.count)
    for scalar in scalars {
      if scalar.isASCII {
        bytes.append(UInt8(scalar.value))
      } else {
        bytes.append(contentsOf: String(scalar).utf8)
      }
    }
    self.init(decoding: bytes, as: UTF8.self)
  }
}
