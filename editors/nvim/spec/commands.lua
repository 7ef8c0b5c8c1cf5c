-- `:Masthead` and its subcommands.

local function eq(expected, actual)
  assert(vim.deep_equal(expected, actual), ('expected %s, not %s'):format(vim.inspect(expected), vim.inspect(actual)))
end

return {
  {
    name = ':Masthead who shows the card of a name',
    check = function(child)
      child:open('articles/ferry.md')
      child:type(':Masthead who second vice minister science<CR>')
      local card = child:float()
      assert(card:find('Ryu Je-myung (류제명) · person', 1, true), card)
      -- Once more leads into the window, as with hover; q closes it.
      child:type(':Masthead who second vice minister science<CR>')
      child:wait('cursor in the window', [[return vim.api.nvim_win_get_config(0).relative ~= '']])
      child:type('q')
      child:wait('closed window', [[return #vim.api.nvim_list_wins() == 1]])
    end,
  },
  {
    name = ':Masthead who asks for the word under the cursor',
    check = function(child)
      child:open('articles/glasswing.txt')
      child:go_to('KISA')
      child:type(':Masthead who<CR>')
      assert(child:float():find('Korea Internet & Security Agency', 1, true))
    end,
  },
  {
    name = ':Masthead who says when nobody is called so',
    check = function(child)
      child:open('articles/ferry.md')
      child:type(':Masthead who --nobody<CR>')
      child:message('No one is called “--nobody”')
    end,
  },
  {
    name = ':Masthead where lists every mention, at its column',
    with = { files = { ['articles/emoji.md'] = '😀 “류제명” met KISA.\n' } },
    check = function(child)
      child:open('articles/ferry.md')
      child:type(':Masthead where Korea Internet & Security Agency<CR>')
      local places = child:wait('quickfix list', [[
        local places = vim.fn.getqflist()
        return #places > 0 and vim.tbl_map(function(place)
          vim.fn.bufload(place.bufnr)
          local line = vim.api.nvim_buf_get_lines(place.bufnr, place.lnum - 1, place.lnum, true)[1]
          return { vim.fs.basename(vim.api.nvim_buf_get_name(place.bufnr)), line:sub(place.col) }
        end, places)
      ]])
      assert(#places > 10)
      local articles = {}
      for _, place in ipairs(places) do
        articles[place[1]] = true
        assert(place[2]:find('^KISA') or place[2]:find('^Korea Internet'), place[2])
      end
      assert(articles['emoji.md'] and articles['drill.md'])
      eq('quickfix', child:lua([[return vim.bo.buftype]]))
      child:command('cclose')
      child:type(':Masthead where Nobody Inc<CR>')
      child:message('No one is called “Nobody Inc”')
    end,
  },
  {
    name = ':Masthead names lists the names of the folder',
    check = function(child)
      child:open('articles/ferry.md')
      child:type(':Masthead names<CR>')
      child:wait('list of names', [[
        local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n')
        return text:find('Korea Internet & Security Agency', 1, true) and vim.bo.buftype == 'nofile'
      ]])
      child:type('q')
      child:wait('closed window', [[return #vim.api.nvim_list_wins() == 1]])
    end,
  },
  {
    name = ':Masthead restart starts the server anew for the open articles',
    check = function(child)
      child:open('articles/korea-joins.md')
      child:finding('avoided-name')
      local before = child:lua([[return vim.lsp.get_clients({ bufnr = 0 })[1].id]])
      child:type(':Masthead restart<CR>')
      child:wait('another server', [[
        local clients = vim.lsp.get_clients({ bufnr = 0 })
        return #clients == 1 and clients[1].id ~= ... and clients[1].initialized
      ]], before)
      child:finding('avoided-name')
      eq(1, child:lua([[return #vim.lsp.get_clients()]]))
    end,
  },
  {
    name = ':Masthead log opens the log',
    check = function(child)
      child:open('articles/korea-joins.md')
      child:type(':Masthead log<CR>')
      child:wait('log', [[return vim.api.nvim_buf_get_name(0) == vim.lsp.log.get_filename()]])
    end,
  },
  {
    name = ':Masthead completes subcommands and names',
    check = function(child)
      child:open('articles/korea-joins.md')
      local function completed(line)
        return child:call('nvim_call_function', 'getcompletion', { line, 'cmdline' })
      end
      eq({ 'who', 'where', 'names', 'restart', 'log' }, completed('Masthead '))
      eq({ 'who', 'where' }, completed('Masthead wh'))
      eq({ 'Ryu Je-myung' }, completed('Masthead who ryu'))
      eq({ 'Je-myung' }, completed('Masthead who Ryu Je'))
      eq({}, completed('Masthead restart K'))
      child:type(':Masthead wo<CR>')
      child:message('who, where, names, restart, log')
    end,
  },
}
