/// A line of a tagged format.
package enum TaggedLine {
  /// A tag and the offset at which its value begins.
  case field(TaggedRecord.Tag, valueAt: Int)
  /// A continuation of the last value, from an offset on.
  case more(from: Int)
  /// The end of the record.
  case end
  /// An empty line.
  case blank
}
