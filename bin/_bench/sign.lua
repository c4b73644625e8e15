-- Asks wrk to post signatures, each of a person of its own, and counts what was taken.
-- RUN marks this run's people; CAMPAIGN is the slug. The last line on the output: taken, refused, p50 and p99 in ms.
local campaign = os.getenv("CAMPAIGN")
local run = os.getenv("RUN")
local workers = {}

function setup(worker)
  worker:set("number", #workers + 1)
  workers[#workers + 1] = worker
end

function init()
  made, taken, refused, complaint = 0, 0, 0, ""
  path = "/api/v1/campaigns/" .. campaign .. "/signatures"
  headers = { ["Content-Type"] = "application/json" }
end

function request()
  made = made + 1
  local who = run .. "-" .. number .. "-" .. made
  return wrk.format("POST", path, headers,
    '{"name":"Hana Mori ' .. who .. '","email":"hana.' .. who .. '@example.org","country":"JP","region":"JP-13",' ..
    '"city":"Shinjuku","language":"en","disclosure":"FULL"}')
end

function response(status, _, body)
  if status == 202 then
    taken = taken + 1
  else
    refused = refused + 1
    complaint = status .. " " .. string.sub(body, 1, 200)
  end
end

function done(summary, latency)
  local all_taken, all_refused, said = 0, 0, ""
  for _, worker in ipairs(workers) do
    all_taken = all_taken + worker:get("taken")
    all_refused = all_refused + worker:get("refused")
    if worker:get("complaint") ~= "" then said = worker:get("complaint") end
  end
  if said ~= "" then print("refused, for instance: " .. said) end
  local seconds = summary.duration / 1e6
  print(string.format("rate %.0f taken %d refused %d p50 %.2f p99 %.2f", all_taken / seconds, all_taken, all_refused,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
