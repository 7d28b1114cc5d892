import Synchronization

/// Compares tokens, and counts wrong ones by the address of the client, so that the token can't be
/// found by trying.
///
/// After ten wrong tokens an address must wait before another one is compared, each time twice as
/// long. Meanwhile not even the right token is accepted, because its answer would distinguish it
/// from the wrong ones. The exception is an address that has sent the right token before, so that a
/// program with an old token does not lock out others who share the address. If such an
/// address sends so many wrong tokens that someone must be guessing, it is treated like any other
/// for the rest of the hour.
///
/// Memory is bounded. If very many addresses send wrong tokens, all further addresses share one
/// count.
final class TokenAttempts: Sendable {
  private struct Count {
    var wrong = 0
    var last: ContinuousClock.Instant
    /// When the next token is compared.
    var end: ContinuousClock.Instant

    mutating func add(_ now: ContinuousClock.Instant) {
      if now - last > TokenAttempts.memory { wrong = 0 }
      wrong += 1
      last = now
      guard wrong >= TokenAttempts.free else { return }
      let doublings = min(wrong - TokenAttempts.free, 10)
      end = now + min(TokenAttempts.longest, .seconds(1 << doublings))
    }
  }

  /// The trust in an address that has sent the right token.
  private struct Trust {
    var end: ContinuousClock.Instant
    /// The wrong tokens that it has sent within an hour, and when the hour began.
    var wrong = 0
    var start: ContinuousClock.Instant

    /// Whether the right token is accepted at once.
    func holds(_ now: ContinuousClock.Instant) -> Bool {
      now < end && (wrong <= TokenAttempts.tolerance || now - start >= TokenAttempts.memory)
    }

    mutating func add(_ now: ContinuousClock.Instant) {
      if now - start >= TokenAttempts.memory { (wrong, start) = (0, now) }
      wrong += 1
    }
  }

  private struct State {
    var counts: [String: Count] = [:]
    /// The addresses that have sent the right token.
    var known: [String: Trust] = [:]
    var cleared: ContinuousClock.Instant?
  }

  /// Number of wrong tokens without a wait.
  private static let free = 10
  /// The longest wait.
  private static let longest = Duration.seconds(300)
  /// How long wrong tokens are counted.
  private static let memory = Duration.seconds(3600)
  /// How long an address is trusted after it has sent the right token.
  private static let trust = Duration.seconds(30 * 24 * 3600)
  /// Number of wrong tokens that a trusted address may send within an hour: one each second.
  ///
  /// After that, it must wait like any other.
  private static let tolerance = 3600
  /// Maximum number of addresses with a count of their own, and of those that are trusted.
  private static let most = (counts: 4096, known: 1000)
  /// The key of the count that all other addresses share.
  private static let others = ""

  private let token: [UInt8]
  private let now: @Sendable () -> ContinuousClock.Instant
  private let state = Mutex(State())

  /// Begins without wrong tokens.
  ///
  /// - Parameters:
  ///   - token: the token of the server.
  ///   - now: the present time.
  init(
    token: String,
    now: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now }
  ) {
    self.token = Array(token.utf8)
    self.now = now
  }

  /// Whether a request carries the right token; a wrong one is counted.
  ///
  /// - Throws: ``ServiceError`` of the code ``ServiceError/Code/tooManyAttempts`` if the client
  ///   must wait before its token is compared.
  func accepts(_ guess: String, in request: ServiceRequest) throws(ServiceError) -> Bool {
    let isRight = SecretText.isEqual(Array(guess.utf8), token)
    let wait = wait(isRight: isRight, from: ClientAddress.of(request))
    if let wait { throw .tooManyAttempts(seconds: Int((wait / .seconds(1)).rounded(.up))) }
    return isRight
  }

  /// How long an address must wait before its token is compared; `nil` if it need not wait.
  ///
  /// In that case a wrong token is counted.
  private func wait(isRight: Bool, from address: String) -> Duration? {
    let now = now()
    return state.withLock { state -> Duration? in
      let key = Self.key(address, &state, now)
      let isTrusted = state.known[address]?.holds(now) ?? false
      // A trusted address learns that a token is wrong even while it must wait.
      if isTrusted, !isRight { state.known[address]?.add(now) }
      if let end = state.counts[key]?.end, now < end, !(isRight && isTrusted) {
        return end - now
      }
      if isRight {
        Self.remember(address, &state, now)
      } else {
        state.counts[key, default: Count(last: now, end: now)].add(now)
      }
      return nil
    }
  }

  /// The key of the count of an address: itself while there is room.
  private static func key(
    _ address: String, _ state: inout State, _ now: ContinuousClock.Instant
  ) -> String {
    if state.counts[address] != nil || state.counts.count < most.counts { return address }
    // Looking at all counts for every request would take too long.
    if state.cleared.map({ now - $0 > .seconds(60) }) ?? true {
      state.cleared = now
      state.counts = state.counts.filter { now - $0.value.last <= memory }
    }
    return state.counts.count < most.counts ? address : others
  }

  /// Trusts an address that has sent the right token.
  private static func remember(
    _ address: String, _ state: inout State, _ now: ContinuousClock.Instant
  ) {
    if state.known[address] == nil, state.known.count >= most.known,
      let first = state.known.min(by: { $0.value.end < $1.value.end })
    {
      state.known[first.key] = nil
    }
    state.known[address, default: Trust(end: now, start: now)].end = now + trust
  }
}

extension ServiceError {
  /// The error of a token that is not compared because of wrong ones before.
  static func tooManyAttempts(seconds: Int) -> ServiceError {
    var error = ServiceError(
      .tooManyAttempts, "Too many wrong tokens came from this address.",
      hint: "Check the token, and try again in \(seconds) second\(seconds == 1 ? "" : "s").")
    error.retryAfter = seconds
    return error
  }
}
