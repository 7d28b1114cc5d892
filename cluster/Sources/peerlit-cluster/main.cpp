// SPDX-License-Identifier: GPL-2.0-or-later
//
// peerlit-cluster: reads and writes the shards of a cluster for peerlit, on Xapian.
//
//   peerlit-cluster search TIMEOUT SERVERS…   one argument for each shard: HOST:PORT[,HOST:PORT…]
//   peerlit-cluster create FOLDER SHARDS      writes new shards from messages
//   peerlit-cluster update FOLDER SHARDS      changes existing shards
//
// peerlit starts it and exchanges messages with it through standard input and output.
#include <xapian.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <sstream>

#include "Searching.h"
#include "Shards.h"
#include "Wire.h"
#include "Writing.h"

static std::vector<Address> readServers(const std::string& text) {
  std::vector<Address> servers;
  std::istringstream parts(text);
  std::string part;
  while (std::getline(parts, part, ',')) {
    size_t colon = part.rfind(':');
    if (colon == std::string::npos) throw std::runtime_error("A server is HOST:PORT.");
    servers.push_back({part.substr(0, colon), unsigned(std::stoul(part.substr(colon + 1)))});
  }
  if (servers.empty()) throw std::runtime_error("A shard has no server.");
  return servers;
}

/// An answer: 0, the state of the shards, the missing ones, the contents; or 1 and the message of an
/// error.
static std::string succeeded(const Shards& shards, const std::string& contents) {
  Writer answer;
  answer.number(uint8_t(0));
  answer.number(shards.state());
  auto missing = shards.missing();
  answer.number(uint32_t(missing.size()));
  for (uint32_t shard : missing) answer.number(shard);
  answer.bytes += contents;
  return answer.bytes;
}

static std::string failed(const std::string& message) {
  Writer answer;
  answer.number(uint8_t(1));
  answer.text(message);
  return answer.bytes;
}

static std::string respond(Shards& shards, Searching& searching, const std::string& request) {
  // A server that fails is replaced by another, and the request is sent again.
  bool mustReopen = false, mustReconnect = false;
  for (int attempt = 0;; attempt++) {
    try {
      if (mustReopen) shards.reopen();
      if (mustReconnect) shards.reconnect();
      mustReopen = mustReconnect = false;
      shards.refresh();
      return succeeded(shards, searching.answer(request));
    } catch (const Xapian::DatabaseModifiedError& error) {
      if (attempt == 3) return failed(error.get_description());
      mustReopen = true;
    } catch (const Xapian::NetworkError& error) {
      if (attempt == 3) return failed(error.get_description());
      mustReconnect = true;
    } catch (const Xapian::Error& error) {
      return failed(error.get_description());
    } catch (const std::exception& error) {
      return failed(error.what());
    }
  }
}

static void search(unsigned timeout, const std::vector<std::vector<Address>>& servers) {
  Shards shards(servers, timeout);
  Searching searching(shards);
  std::string request;
  while (readMessage(request)) writeMessage(respond(shards, searching, request));
}

int main(int count, char** arguments) {
  signal(SIGPIPE, SIG_IGN);
  try {
    std::string command = count > 1 ? arguments[1] : "";
    if (command == "search" && count > 3) {
      std::vector<std::vector<Address>> servers;
      for (int shard = 3; shard < count; shard++) servers.push_back(readServers(arguments[shard]));
      search(unsigned(std::stoul(arguments[2])), servers);
      return 0;
    }
    // With the changes of each update, xapian-replicate need not copy whole databases.
    if (command == "update") setenv("XAPIAN_MAX_CHANGESETS", "16", 1);
    if ((command == "create" || command == "update") && count == 4) {
      writeShards(arguments[2], unsigned(std::stoul(arguments[3])), command == "create");
      return 0;
    }
    if (command == "--version") {
      printf("peerlit-cluster, with Xapian %s\n", Xapian::version_string());
      return 0;
    }
    fprintf(stderr, "peerlit starts this program: see docs/scale-out.md.\n");
    return 64;
  } catch (const Xapian::Error& error) {
    fprintf(stderr, "peerlit-cluster: %s\n", error.get_description().c_str());
  } catch (const std::exception& error) {
    fprintf(stderr, "peerlit-cluster: %s\n", error.what());
  }
  return 1;
}
