-- How long a writer waits: from a key to its finding in Neovim, as Neovim itself sees it.

--- Keys that are measured.
local KEYS = 100

--- Runs inside the Neovim that is measured: what asks from outside would take time of its own.
local MEASURE = [[
  local keys = ...
  local typed, pressed
  _G.taken = {}

  --- The last letter of a wrong name makes the finding, and its going ends it.
  local function press()
    typed = typed == '<BS>' and 'y' or '<BS>'
    pressed = vim.uv.hrtime()
    vim.api.nvim_input(typed)
  end

  vim.api.nvim_create_autocmd('DiagnosticChanged', {
    callback = function()
      local there = vim.iter(vim.diagnostic.get(0)):any(function(found) return found.code == 'avoided-name' end)
      if not pressed or there ~= (typed == 'y') then
        return
      end
      table.insert(_G.taken, (vim.uv.hrtime() - pressed) / 1e6)
      pressed = nil
      if #_G.taken < keys then
        -- As long as the quickest writers let pass: without a pause Neovim would gather the keys.
        vim.defer_fn(press, 50)
      end
    end,
  })
  press()
]]

return {
  {
    name = 'a hundred keys, each with its finding',
    check = function(child)
      child:open('articles/korea-joins.md')
      child:finding('avoided-name')
      child:go_to('Security Agency')
      child:type('ea')
      child:lua(MEASURE, KEYS)
      local taken = child:wait('findings', 'return #_G.taken == ... and _G.taken', KEYS)
      table.sort(taken)
      local median, slow = taken[KEYS / 2], taken[math.ceil(KEYS * 0.95)]
      local told = '      key to finding: median %.1f ms, 95th percentile %.1f ms, over %d keys\n'
      io.write(told:format(median, slow, KEYS))
    end,
  },
}
