/// A store of rows of posting lists, such as an index file.
package protocol PostingRowSource: AnyObject {
  /// The bytes of a row, valid until the next call; `nil` if the row does not exist.
  func row(_ id: Int64) -> UnsafeRawBufferPointer?

  /// Whether a cursor has already checked the last returned row, whose bytes have not changed
  /// since.
  ///
  /// A source that does not keep rows always says no.
  var isChecked: Bool { get set }
}
