/// A term that feedback adds to a query.
struct FeedbackTerm {
  var term: UInt32
  var weight: Double
}
