import Ranking

/// A text as sent to the program that writes shards: its terms, values and data.
struct ShardText {
  private let shard: Int
  private let number: UInt32
  private var terms: [UInt8] = []
  private var count = 0
  var values: [(slot: Int, value: UInt32)] = []
  var data: [UInt8] = []

  /// - Parameter number: the number in the shard, from 1.
  init(shard: Int, number: UInt32) {
    self.shard = shard
    self.number = number
  }

  /// Adds a term; one without an impact only filters.
  mutating func add(_ term: String, impact: UInt8 = 0, positions: [UInt32] = []) {
    count += 1
    terms.append(little: UInt32(term.utf8.count))
    terms.append(contentsOf: term.utf8)
    terms.append(impact)
    terms.append(little: UInt32(positions.count))
    for position in positions { terms.append(little: position) }
  }

  var message: ClusterMessage {
    var message = ClusterMessage("A")
    message.append(count: shard)
    message.append(number)
    message.append(count: count)
    message.append(raw: terms)
    message.append(count: values.count)
    for value in values {
      message.append(count: value.slot)
      message.append(value.value)
    }
    message.append(data: data)
    return message
  }
}
