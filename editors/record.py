#!/usr/bin/env python3
"""Stands in for masthead, and writes down what an editor and the server say to each other.

Give this file to the editor as the program to run, and say where the real one is and where to write:

    export RECORD_OF=/path/to/masthead RECORD_TO=tests/protocol/sessions/nvim.jsonl
    MASTHEAD_PATH=$PWD/editors/record.py editors/nvim/test.sh "a short session"   # or editors/vscode/test.sh

Use a small folder: its files are the first line, so that `cargo test sessions` can play the session again. Each other
line is one message, of the client or of the server; a line with the files stands before the message that tells of a
change on disk. The folder's path becomes {folder}, and the editor's process number goes. A file of several sessions in
a row is of no use: an existing one is written anew.
"""

import json
import os
import subprocess
import sys
import threading
import urllib.parse
from pathlib import Path

# More than this is no small folder.
MOST_FILES = 20

# What an editor sends when files are others than before.
CHANGES_ON_DISK = ("textDocument/didSave", "workspace/didChangeWatchedFiles")


def read_message(stream):
    """The next message as bytes, or None at the end."""
    length = 0
    while line := stream.readline():
        if not line.strip():
            return stream.read(length)
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length":
            length = int(value)
    return None


class Record:
    """The file that is written, line by line, so that nothing is lost when the editor kills the process."""

    def __init__(self, path):
        self.file = open(path, "w", encoding="utf-8")
        self.lock = threading.Lock()
        self.folder = None
        self.files = None

    def write(self, line):
        text = json.dumps(line, ensure_ascii=False, separators=(",", ":"))
        if self.folder:
            text = text.replace(str(self.folder), "{folder}")
        self.file.write(text + "\n")
        self.file.flush()

    def message(self, speaker, body):
        message = json.loads(body)
        message.pop("jsonrpc", None)
        with self.lock:
            if message.get("method") == "initialize":
                self.begin(message["params"])
            if message.get("method") in CHANGES_ON_DISK:
                self.write_files()
            self.write({speaker: message})

    def begin(self, params):
        params["processId"] = None
        folders = params.get("workspaceFolders") or []
        uri = folders[0]["uri"] if folders else params["rootUri"]
        self.folder = Path(urllib.parse.unquote(urllib.parse.urlparse(uri).path.rstrip("/")))
        self.write_files()

    def write_files(self):
        files = sorted(path for path in self.folder.rglob("*") if path.is_file() and ".git" not in path.parts)
        if len(files) > MOST_FILES:
            sys.exit(f"record.py: {self.folder} has {len(files)} files; record a session in a small folder")
        texts = {path.relative_to(self.folder).as_posix(): path.read_text(encoding="utf-8") for path in files}
        if texts != self.files:
            self.files = texts
            self.write({"folder": texts})


def pass_on(speaker, source, target, record):
    """Hands messages from one to the other until the first falls silent."""
    while (body := read_message(source)) is not None:
        record.message(speaker, body)
        target.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        target.flush()
    target.close()


def main():
    program = os.environ["RECORD_OF"]
    if sys.argv[1:2] != ["lsp"]:
        os.execv(program, [program, *sys.argv[1:]])
    record = Record(os.environ["RECORD_TO"])
    server = subprocess.Popen([program, *sys.argv[1:]], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    from_client = ("client", sys.stdin.buffer, server.stdin, record)
    threading.Thread(target=pass_on, args=from_client, daemon=True).start()
    pass_on("server", server.stdout, sys.stdout.buffer, record)
    return server.wait()


if __name__ == "__main__":
    sys.exit(main())
