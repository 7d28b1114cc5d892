"""Generates a client from /openapi.json and asks every route with it.

    openapi_client.py ADDRESS

The description is checked by openapi-spec-validator, and the client is made by openapi-python-client,
as a stranger would. Prints a line of JSON: the type and some content of each answer.
"""

import importlib
import json
import pathlib
import subprocess
import sys
import tempfile
import urllib.request

from openapi_spec_validator import validate


def generate(description, folder):
    """The generated package; a warning of the generator is an error."""
    source = folder / "openapi.json"
    source.write_text(json.dumps(description))
    subprocess.run(
        [sys.executable, "-m", "openapi_python_client", "generate", "--path", source, "--meta", "none", "--output-path",
         folder / "peerlit_client", "--fail-on-warning"],
        check=True, stdout=sys.stderr,
        env={"PATH": f"{pathlib.Path(sys.executable).parent}:/usr/bin:/bin"},
    )
    sys.path.insert(0, str(folder))
    return importlib.import_module("peerlit_client")


def main():
    address = sys.argv[1]
    with urllib.request.urlopen(address + "/openapi.json") as answer:
        description = json.load(answer)
    validate(description)
    operations = {
        operation["operationId"]: operation
        for path in description["paths"].values() for operation in path.values()
    }
    with tempfile.TemporaryDirectory() as name:
        package = generate(description, pathlib.Path(name))
        models = importlib.import_module("peerlit_client.models")
        client = package.Client(base_url=address + description["servers"][0]["url"])
        asked = {}

        def ask(operation, module, *arguments, **parameters):
            """The typed answer of an operation."""
            tag = operations[operation]["tags"][0]
            called = importlib.import_module(f"peerlit_client.api.{tag}.{module}")
            answer = called.sync_detailed(*arguments, client=client, **parameters)
            assert answer.status_code == 200, (operation, answer)
            assert answer.parsed is not None, f"{operation} has no typed answer"
            asked[operation] = type(answer.parsed).__name__
            return answer.parsed

        report = {}
        found = ask("search", "search", q="role clarity HCV", limit=3)
        report["titles"] = [hit.document.title for hit in found.hits]
        again = ask(
            "postSearch", "post_search",
            body=models.PostSearchBody(query="role clarity HCV", limit=3))
        assert [hit.document.id for hit in again.hits] == [hit.document.id for hit in found.hits]
        lines = ask(
            "runStrategy", "run_strategy",
            body=models.RunStrategyBody(strategy="1. peer\n2. hepatitis c\n3. 1 and 2"))
        report["lines"] = len(lines.lines)
        listed = ask("listDocuments", "list_documents", limit=2)
        report["total"] = listed.total
        first = found.hits[0].document.id
        document = ask("getDocument", "get_document", first)
        report["sections"] = len(document.sections)
        assert document.id == first and document.text
        report["similar"] = len(ask("getSimilar", "get_similar", first, limit=2).hits)
        corrected = ask(
            "correctDocument", "correct_document", first,
            body=models.CorrectDocumentBody(
                change=["sample_size=45"], by="J. Smith", note="table 1"))
        report["corrected"] = corrected.sample_size
        again = importlib.import_module("peerlit_client.api.documents.correct_document").sync_detailed(
            first, client=client, body=models.CorrectDocumentBody(change=["sample_size=many"]))
        report["refused_change"] = [again.parsed.error.code, again.parsed.error.hint]
        report["documents"] = ask("getFacets", "get_facets").documents
        report["rows"] = ask("getMap", "get_map").row_facet
        report["drawing"] = ask("drawMap", "draw_map", rows=models.DrawMapRows.SETTING)
        report["completions"] = ask("suggest", "suggest", q="hepat").completions
        for kind in models.ExportRecordsTo:
            report[f"records_{kind.value}"] = ask("exportRecords", "export_records", to=kind, limit=1)
        report["status"] = ask("getHealth", "get_health").status
        report["ready"] = ask("getReady", "get_ready").status
        report["metrics"] = "peerlit_requests_total" in ask("getMetrics", "get_metrics")
        report["openapi"] = ask("getDescription", "get_description")["openapi"]
        reply = ask(
            "postMessage", "post_message",
            body=models.JsonRpcRequest(jsonrpc="2.0", method="ping", id=1))
        report["id"] = reply.id
        refused = importlib.import_module("peerlit_client.api.search.search").sync_detailed(
            client=client, q="method:qualitativ")
        report["error"] = [refused.status_code.value, refused.parsed.error.code]
        assert set(asked) == set(operations), set(operations) - set(asked)
        print(json.dumps({"types": asked, **report}))


main()
