"""Calls peerlit's MCP server with the official client of the protocol.

    mcp_client.py http URL
    mcp_client.py stdio PROGRAM ARGUMENT...

The client validates every structured result against the output schema of its tool. Prints a line of
JSON: the information about the server, and the result of each call.
"""

import asyncio
import json
import sys

from mcp import Client, StdioServerParameters
from mcp.shared.exceptions import MCPError


async def outcome(client, tool, arguments):
    """The structured content of a result, the text of an error result, or the code of an error."""
    try:
        result = await client.call_tool(tool, arguments)
    except MCPError as error:
        return {"refused": error.error.code, "message": error.error.message}
    text = result.content[0].text
    if result.is_error:
        return {"failed": text}
    return {"answer": result.structured_content, "text": text}


async def talk(server):
    async with Client(server, read_timeout_seconds=30) as client:
        await client.send_ping()
        tools = (await client.list_tools()).tools
        search = await outcome(client, "search", {"query": "role clarity HCV", "limit": "3"})
        first = search["answer"]["results"][0]["id"]
        return {
            "protocol": client.protocol_version,
            "server": client.server_info.name,
            "tools": [tool.name for tool in tools],
            "search": search,
            "offsets": await outcome(client, "search", {"q": "peer", "offsets": True}),
            "fetch": await outcome(client, "fetch", {"id": first}),
            "document": await outcome(client, "get_document", {"id": first, "limit": 500}),
            "section": await outcome(client, "get_document", {"id": first, "section": "1"}),
            "empty": await outcome(client, "search", {"query": "peer", "min_sample": 999999}),
            "similar": await outcome(client, "similar", {"id": first, "limit": 2}),
            "facets": await outcome(client, "list_facets", {}),
            "map": await outcome(client, "evidence_map", {"rows": "setting"}),
            "unknown_code": await outcome(client, "search", {"q": "peer", "method": ["qualitativ"]}),
            "unknown_document": await outcome(client, "get_document", {"id": "no such id"}),
            "unknown_argument": await outcome(client, "search", {"query": "peer", "limits": 3}),
            "unknown_tool": await outcome(client, "delete_everything", {}),
        }


def main():
    kind, place, *rest = sys.argv[1:]
    server = place if kind == "http" else StdioServerParameters(command=place, args=rest)
    print(json.dumps(asyncio.run(talk(server))))


main()
