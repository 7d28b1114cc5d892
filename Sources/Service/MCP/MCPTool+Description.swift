import JSON

extension MCPTool {
  /// The description for clients.
  var json: JSONValue {
    [
      "name": .string(name), "title": .string(title), "description": .string(description),
      "inputSchema": ToolSchema.input(self), "outputSchema": ToolSchema.output(self),
      "annotations": ["readOnlyHint": true, "openWorldHint": false],
    ]
  }
}
