-- For wrk: sends the queries of a list to /search in turn, and prints one line of results.
--
--   wrk --latency -s search.lua URL -- FILE [PARAMETERS]
--
-- Each line of FILE has a query after a tab. PARAMETERS, such as &exact=true, are added to each.

local targets = {}
local place = 0

local function encode(text)
  return (text:gsub("[^%w%-%.~_]", function(c) return string.format("%%%02X", c:byte()) end))
end

function init(arguments)
  for line in io.lines(arguments[1]) do
    local text = line:match("^[^#\t]*\t(.*)$")
    if text then
      table.insert(targets, "/search?q=" .. encode(text) .. (arguments[2] or ""))
    end
  end
end

function request()
  place = place % #targets + 1
  return wrk.format("GET", targets[place])
end

function done(summary, latency, requests)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  print(string.format("%d requests a second, p50 %.1f ms, p99 %.1f ms, %d errors",
    summary.requests / (summary.duration / 1e6),
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, failed))
end
