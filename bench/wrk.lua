-- wrk's side of load.mjs: arguments are a file of JSON bodies, one a line, and the file for the report.

local requests = {}
local turn = 0

function init(args)
  wrk.method = "POST"
  wrk.headers["content-type"] = "application/json"
  for body in io.lines(args[1]) do
    requests[#requests + 1] = wrk.format(nil, nil, nil, body)
  end
  wrk.thread:set("report", args[2])
end

-- The whole requests are made in advance, so that sending one costs next to nothing.
function request()
  turn = turn % #requests + 1
  return requests[turn]
end

local thread

function setup(the_thread)
  thread = the_thread
end

function done(summary, latency)
  local errors = summary.errors
  local failures = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  local seconds = summary.duration / 1e6
  local report = io.open(thread:get("report"), "w")
  report:write(string.format(
    '{"requests": %d, "requestsPerSecond": %.3f, "p50": %.4f, "p99": %.4f, "failures": %d}\n',
    summary.requests, summary.requests / seconds, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, failures
  ))
  report:close()
end
