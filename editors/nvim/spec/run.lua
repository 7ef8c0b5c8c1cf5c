-- Runs all scenarios, or those whose name holds the first argument, and tells which failed:
--
--     editors/nvim/test.sh [WORD]

local here = vim.fs.dirname(vim.fs.abspath(debug.getinfo(1, 'S').source:sub(2)))
package.path = here .. '/?.lua;' .. package.path

local child = require('child')

local word = _G.arg[1] or ''
local passed, failed = 0, 0

--- Runs one scenario in a Neovim of its own.
local function run(scenario)
  local began = vim.uv.hrtime()
  local neovim
  local ok, problem = xpcall(function()
    neovim = child.start(scenario.with)
    scenario.check(neovim)
  end, function(problem)
    return debug.traceback(problem, 2)
  end)
  if neovim then
    neovim:stop()
  end
  local taken = (vim.uv.hrtime() - began) / 1e9
  io.write(('%s  %s (%.1f s)\n'):format(ok and 'ok  ' or 'FAIL', scenario.name, taken))
  if ok then
    passed = passed + 1
  else
    failed = failed + 1
    io.write('      ', (tostring(problem):gsub('\n', '\n      ')), '\n')
  end
end

for _, file in ipairs({ 'editing', 'navigation', 'commands', 'finding_the_program', 'health', 'session', 'speed' }) do
  for _, scenario in ipairs(require(file)) do
    if scenario.name:find(word, 1, true) then
      run(scenario)
    end
  end
end

io.write(('%d passed, %d failed\n'):format(passed, failed))
os.exit(failed == 0 and passed > 0 and 0 or 1)
