import Foundation
import JSON
import Literature

/// A session of the Model Context Protocol: messages in, messages out, over any transport.
///
/// Source: the specification of 2025-11-25, modelcontextprotocol.io/specification/2025-11-25.
public struct MCPSession: Sendable {
  /// The revision that was negotiated; `nil` before that.
  public private(set) var version: MCPVersion?
  private let context: ServiceContext
  private let tools: [MCPTool]
  private let pages: String?

  /// Maximum number of messages in a batch.
  private static let batchLimit = 32

  /// Begins a session.
  ///
  /// - Parameters:
  ///   - version: the revision, if it was negotiated before.
  ///   - pages: the address of the server's pages, for documents that have no other; `nil` if there
  ///     is no server.
  public init(
    _ context: ServiceContext, version: MCPVersion? = nil, pages: String? = nil,
    tools: [MCPTool] = MCPTool.standard
  ) {
    self.context = context
    self.version = version
    self.tools = tools
    self.pages = pages
  }

  /// The reply to a line.
  public mutating func answer(_ line: MessageLines.Line) -> MCPReply {
    switch line {
    case .message(let bytes): answer(bytes)
    case .tooLong: MCPReply(JSONRPCError(.parseError, "The line is too long; it was skipped."))
    }
  }

  /// The reply to the bytes of a line, or of the body of a request.
  public mutating func answer(_ bytes: some Collection<UInt8>) -> MCPReply {
    do throws(JSONRPCError) {
      let json = try Self.parsed(bytes)
      guard case .array(let messages) = json else { return answer(try JSONRPCMessage(json)) }
      return try answer(batch: messages)
    } catch {
      return MCPReply(error)
    }
  }

  private static func parsed(_ bytes: some Collection<UInt8>) throws(JSONRPCError) -> JSONValue {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw JSONRPCError(.parseError, "The message is not UTF-8.")
    }
    do {
      return try JSONValue(strictly: bytes)
    } catch {
      throw JSONRPCError(.parseError, error.problem)
    }
  }

  private mutating func answer(batch messages: [JSONValue]) throws(JSONRPCError) -> MCPReply {
    guard version?.hasBatches == true else {
      throw JSONRPCError(
        .invalidRequest, "Batches are not supported; send one message at a time.")
    }
    guard (1...Self.batchLimit).contains(messages.count) else {
      throw JSONRPCError(
        .invalidRequest, "A batch must have from 1 to \(Self.batchLimit) messages.")
    }
    var whole = MCPReply()
    for message in messages {
      do throws(JSONRPCError) {
        let message = try JSONRPCMessage(message)
        if case .request(let id, "initialize", _) = message {
          throw JSONRPCError(.invalidRequest, "“initialize” must not be in a batch.", id: id)
        }
        whole.add(answer(message))
      } catch {
        whole.add(MCPReply(error))
      }
    }
    return whole.list
  }

  private mutating func answer(_ message: JSONRPCMessage) -> MCPReply {
    // Notifications and responses get no reply.
    guard case .request(let id, let method, let params) = message else { return MCPReply() }
    do throws(JSONRPCError) {
      switch method {
      case "initialize": return MCPReply(id, try initialize(params))
      case "ping": return MCPReply(id, [:])
      case "tools/list": return MCPReply(id, try list(params))
      case "tools/call": return try MCPCall(params, tools).answer(id, context, pages: pages)
      default:
        throw JSONRPCError(.methodNotFound, "Unknown method “\(method.shortened)”.")
      }
    } catch {
      var error = error
      error.id = id
      return MCPReply(error)
    }
  }

  private mutating func initialize(_ params: [String: JSONValue]) throws(JSONRPCError) -> JSONValue
  {
    guard case .string(let asked)? = params["protocolVersion"] else {
      throw JSONRPCError(
        .invalidParams, "“protocolVersion” must be a string, such as \(MCPVersion.latest.rawValue)."
      )
    }
    let agreed = MCPVersion(rawValue: asked) ?? .latest
    version = agreed
    return [
      "protocolVersion": .string(agreed.rawValue), "capabilities": ["tools": [:]],
      "serverInfo": [
        "name": "peerlit", "title": "peerlit", "version": .string(context.version),
      ],
      "instructions": .string(Self.instructions),
    ]
  }

  private func list(_ params: [String: JSONValue]) throws(JSONRPCError) -> JSONValue {
    // The list has one page, so there are no cursors.
    guard params["cursor"] == nil || params["cursor"] == .null else {
      throw JSONRPCError(.invalidParams, "Unknown cursor: the list has only one page.")
    }
    return ["tools": .array(tools.map(\.json))]
  }

  private static let instructions = """
    peerlit searches a collection of literature on peer support on the user's machine: search \
    finds documents with their best passages, get_document reads a document in pages or by \
    section, fetch returns the whole text of one, similar finds similar documents, list_facets and \
    evidence_map count documents by \(FacetDefinition.filters.inWords). Facets that were extracted \
    from the text may be wrong; get_document returns the text that supports them. Cite each \
    passage with the citation of its result, and report what query.notes says was left out.
    """
}
