/// A match of an expression in a storage, with its weight.
struct ShardMatch {
  var number: UInt32
  var weight: UInt32
}
