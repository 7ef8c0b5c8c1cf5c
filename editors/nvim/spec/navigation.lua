-- Hover, places, and names changed in all articles.

local function eq(expected, actual)
  assert(vim.deep_equal(expected, actual), ('expected %s, not %s'):format(vim.inspect(expected), vim.inspect(actual)))
end

--- The name of the current file.
local function file(child)
  return vim.fs.basename(child:call('nvim_buf_get_name', 0))
end

--- The articles in the quickfix list.
local function listed(child)
  local names = child:wait('quickfix list', [[
    local seen = {}
    for _, entry in ipairs(vim.fn.getqflist()) do
      seen[vim.fs.basename(vim.api.nvim_buf_get_name(entry.bufnr))] = true
    end
    return next(seen) and vim.tbl_keys(seen)
  ]])
  table.sort(names)
  return names
end

return {
  {
    name = 'the server starts with the first article, for the folder of masthead.toml',
    check = function(child)
      eq({}, child:lua([[return vim.lsp.get_clients()]]))
      child:command('edit articles/note.lua')
      eq({}, child:lua([[return vim.lsp.get_clients()]]))
      child:open('articles/korea-joins.md')
      eq(child.folder, child:lua([[return vim.lsp.get_clients({ bufnr = 0 })[1].root_dir]]))
      child:open('articles/glasswing.txt')
      eq(1, child:lua([[return #vim.lsp.get_clients()]]))
    end,
  },
  {
    name = 'hover shows who a name is',
    check = function(child)
      child:open('articles/korea-joins.md')
      child:go_to('Ryu Je-myung')
      child:type('K')
      local card = child:float()
      for _, text in ipairs({ '류제명', 'person', 'second vice minister' }) do
        assert(card:find(text, 1, true), card)
      end
    end,
  },
  {
    name = 'definition leads to the article that introduces a name',
    check = function(child)
      child:open('articles/experts.txt')
      child:go_to('Glasswing')
      child:type('<C-]>')
      child:wait('another article', [[return not vim.api.nvim_buf_get_name(0):find('experts', 1, true)]])
      eq('two-track.md', file(child))
      local line, column = child:call('nvim_get_current_line'), child:call('nvim_win_get_cursor', 0)[2]
      assert(vim.startswith(line:sub(column + 1), 'Project Glasswing, the coalition'), line:sub(column + 1))
      child:type('<C-t>')
      child:wait('the way back', [[return vim.api.nvim_buf_get_name(0):find('experts', 1, true) and true]])
    end,
  },
  {
    name = 'declaration leads to the catalog',
    check = function(child)
      child:open('articles/two-track.md')
      child:go_to('GTAC')
      child:lua([[vim.lsp.buf.declaration()]])
      child:wait('the catalog', [[return vim.api.nvim_buf_get_name(0):find('programs.toml', 1, true) and true]])
      assert(child:call('nvim_get_current_line') ~= '')
    end,
  },
  {
    name = 'references list every article that names somebody, by any form',
    check = function(child)
      child:open('articles/korea-joins.md')
      child:go_to('KISA')
      child:type('grr')
      eq({
        'drill.md',
        'experts.txt',
        'glasswing.txt',
        'korea-joins.md',
        'two-track.md',
        'workshop.md',
      }, listed(child))
    end,
  },
  {
    name = 'symbols, highlights and tags',
    check = function(child)
      child:open('articles/korea-joins.md')
      child:lua([[vim.lsp.buf.document_symbol()]])
      child:wait('outline', [[return #vim.fn.getloclist(0) > 0]])
      child:command('lclose')
      child:go_to('KISA')
      child:lua([[vim.lsp.buf.document_highlight()]])
      child:wait('highlights', [[
        local namespace = vim.api.nvim_get_namespaces()['nvim.lsp.references']
        return namespace and #vim.api.nvim_buf_get_extmarks(0, namespace, 0, -1, {}) >= 4
      ]])
      child:go_to('Ryu Je-myung')
      child:wait('tag', [[
        local tags = vim.lsp.semantic_tokens.get_at_pos()
        return tags and tags[1] and tags[1].type == 'variable'
      ]])
    end,
  },
  {
    name = 'rename changes a form in all articles, as one step that can be undone',
    check = function(child)
      child:open('articles/korea-joins.md')
      child:go_to('KISA')
      child:type('grn')
      child:answer('<C-u>KINSA<CR>')
      -- What is said stays as it was said, and the person is told so.
      child:message('1 place in quotations and headlines')
      child:wait('new name', [[
        local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n')
        return text:find('KINSA will name', 1, true) and true
      ]])
      assert(child:text():find('“KISA가 실무를 맡는다,”', 1, true), child:text())
      child:command('edit articles/drill.md')
      assert(child:text():find('KINSA staff', 1, true) and not child:text():find('KISA', 1, true))
      child:command('edit catalog/organizations.toml')
      assert(child:text():find('"KINSA"', 1, true))
      child:command('buffer korea-joins')
      child:type('u')
      child:wait('old name', [[return not vim.bo.modified]])
      child:command('wall')
      local written = table.concat(vim.fn.readfile(child.folder .. '/articles/drill.md'), '\n')
      assert(written:find('KINSA staff', 1, true), written)
      eq('korea-joins.md', file(child))
    end,
  },
  {
    name = 'type definition leads from a person to the employer',
    check = function(child)
      child:open('articles/korea-joins.md')
      child:go_to('Jason Kwon')
      child:type('grt')
      child:wait('employer', [[
        return vim.api.nvim_get_current_line():sub(vim.fn.col('.')):find('^OpenAI') and true
      ]])
    end,
  },
  {
    name = 'hints and lenses that the desk asks for are shown, and a lens lists its places',
    with = {
      files = {
        ['masthead.toml'] = '[catalog]\nstarter = false\n[editor]\ninlay-hints = true\ncode-lens = true\n',
      },
    },
    check = function(child)
      child:open('articles/korea-joins.md')
      child:lua([[vim.lsp.inlay_hint.enable()]])
      child:wait('hints', [[return #vim.lsp.inlay_hint.get({ bufnr = 0 }) > 0]])
      child:lua([[vim.lsp.codelens.refresh({ bufnr = 0 })]])
      local line = child:wait('lens', [[
        local lenses = vim.lsp.codelens.get(0)
        -- What a lens says comes a little later than the lens.
        local told = vim.iter(lenses):all(function(lens) return lens.command end)
        return told and lenses[1] and lenses[1].range.start.line + 1
      ]])
      child:call('nvim_win_set_cursor', 0, { line, 0 })
      -- Several names may have their lens above one line.
      child:type(':lua vim.lsp.codelens.run()<CR>')
      child:answer('1<CR>')
      child:wait('places', [[return #vim.fn.getqflist() > 0 and vim.bo.buftype == 'quickfix']])
    end,
  },
  {
    name = 'hints that a person asks for are shown',
    with = {
      before = [[
        vim.lsp.config('masthead', { settings = { masthead = { editor = { inlayHints = true } } } })
      ]],
    },
    check = function(child)
      child:open('articles/korea-joins.md')
      child:lua([[vim.lsp.inlay_hint.enable()]])
      child:wait('hints', [[return #vim.lsp.inlay_hint.get({ bufnr = 0 }) > 0]])
    end,
  },
}
