"""Tantivy behind a minimal HTTP server, for load tests: `serve_peer.py FOLDER PORT`.

It answers `GET /search?q=…` with the ids of the ten best passages, but without their text, which
peerlit returns. It uses one thread per connection, keeps connections alive, and needs only the
standard library.
"""

import json
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from tantivy_peer import Tantivy

folder, port = sys.argv[1], int(sys.argv[2])
threads = threading.local()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Send head and body in one packet; otherwise the second waits until the first is acknowledged.
    wbufsize = -1
    disable_nagle_algorithm = True

    def do_GET(self):
        if not hasattr(threads, "search"):
            threads.search = Tantivy().open(folder)
        text = parse_qs(urlsplit(self.path).query)["q"][0]
        body = json.dumps({"hits": threads.search("or", text, None)}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Server(ThreadingHTTPServer):
    request_queue_size = 128
    daemon_threads = True


Server(("127.0.0.1", port), Handler).serve_forever()
