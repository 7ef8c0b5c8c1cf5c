-- How long a writer waits: from a key to the findings in Neovim, as Neovim itself sees it.

--- Keys that are measured.
local KEYS = 100

return {
  {
    name = 'a hundred keys, each with its finding',
    check = function(child)
      child:open('articles/korea-joins.md')
      child:finding('avoided-name')
      -- The last letter of a wrong name makes the finding, and its going ends it.
      child:lua([[
        _G.taken = {}
        vim.api.nvim_create_autocmd('DiagnosticChanged', {
          callback = function()
            local there = vim.iter(vim.diagnostic.get(0)):any(function(found) return found.code == 'avoided-name' end)
            if _G.pressed and there == _G.awaited then
              table.insert(_G.taken, (vim.uv.hrtime() - _G.pressed) / 1e6)
              _G.pressed = nil
            end
          end,
        })
        vim.on_key(function()
          _G.pressed = vim.uv.hrtime()
        end)
      ]])
      child:go_to('Security Agency')
      child:type('ea')
      for key = 1, KEYS do
        -- A pause as between keys: without it Neovim would gather them.
        vim.uv.sleep(30)
        local typed = key % 2 == 1 and '<BS>' or 'y'
        child:lua('_G.awaited = ...', typed == 'y')
        child:type(typed)
        child:wait('finding after key ' .. key, 'return #_G.taken >= ...', key)
      end
      local taken = child:lua('return _G.taken')
      assert(#taken == KEYS, #taken)
      table.sort(taken)
      io.write(
        ('      key to finding: median %.1f ms, 95th percentile %.1f ms, over %d keys\n'):format(
          taken[KEYS / 2],
          taken[math.ceil(KEYS * 0.95)],
          KEYS
        )
      )
    end,
  },
}
