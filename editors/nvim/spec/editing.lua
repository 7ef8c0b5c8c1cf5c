-- Writing, with findings as they come and go.

local WRONG = 'Korea Internet and Security Agency'
local RIGHT = 'Korea Internet & Security Agency'

local function eq(expected, actual)
  assert(vim.deep_equal(expected, actual), ('expected %s, not %s'):format(vim.inspect(expected), vim.inspect(actual)))
end

--- Neovim counts in UTF-8 with a server that can; other servers in the buffer may make it count in UTF-16.
local function counting_in(encoding)
  return ([[
    vim.lsp.config('masthead', { capabilities = { general = { positionEncodings = { '%s' } } } })
  ]]):format(encoding)
end

--- A finding, hover and definition behind letters of two, three and four bytes.
local function check_columns(child, encoding)
  child:open('articles/new.md')
  child:type('i😀 “류제명” and Müller met the ' .. WRONG .. ' (KISA).<Esc>')
  local found = child:finding('avoided-name')
  eq(encoding, child:lua([[return vim.lsp.get_clients({ bufnr = 0 })[1].offset_encoding]]))
  eq(WRONG, found.text)
  child:type('u')
  child:no_finding('avoided-name')
  child:type('<C-r>')
  child:finding('avoided-name')
  child:go_to('KISA')
  child:type('K')
  assert(child:float():find('Internet', 1, true))
end

return {
  {
    name = 'a wrong name is found while it is typed, and the finding goes with it',
    check = function(child)
      child:open('articles/new.md')
      child:type('iThe ' .. WRONG .. ' said so')
      local found = child:finding('avoided-name')
      eq({ rule = 'avoided-name', line = 1, column = 5, text = WRONG }, found)
      child:type('<Esc>u')
      child:no_finding('avoided-name')
      eq('', child:text())
      child:type('<C-r>')
      child:finding('avoided-name')
    end,
  },
  {
    name = 'a text without a name is taken up when it is saved under one',
    check = function(child)
      child:command('set filetype=markdown')
      child:type('iThe ' .. WRONG .. ' said so<Esc>')
      child:command('write articles/new.md')
      eq(WRONG, child:finding('avoided-name').text)
      child:command('file articles/newer.md')
      child:command('write')
      child:type('o한글<Esc>')
      child:go_to('and Sec')
      child:type('cw&<Esc>')
      child:no_finding('avoided-name')
    end,
  },
  {
    name = 'after edits of every kind the server has the text that Neovim has',
    check = function(child)
      child:open('articles/korea-joins.md')
      local before = child:settled()
      -- Lines are deleted, put elsewhere, joined, indented, changed as a block; letters of all widths come in.
      local edits = { 'ggdd', '5jp', 'J', 'Vj>', 'gg<C-v>3jI- <Esc>' }
      vim.list_extend(edits, { 'Go한글 😀 Ryu Je-myong<Esc>', 'ggOx<CR>y<Esc>' })
      for _, keys in ipairs(edits) do
        child:type(keys)
      end
      -- A new server is sent the whole text; the old one was sent the edits.
      child:command('Masthead restart')
      child:read()
      local fresh = child:settled()
      child:type(('u'):rep(#edits))
      child:wait('the text as it was', 'return not vim.bo.modified')
      child:findings_become(before)
      child:type(('<C-r>'):rep(#edits))
      child:wait('the edits', 'return vim.bo.modified')
      child:findings_become(fresh)
      assert(not vim.deep_equal(before, fresh), vim.inspect(fresh))
    end,
  },
  {
    name = 'columns are right behind emoji, umlauts and Hangul (UTF-8)',
    check = function(child)
      check_columns(child, 'utf-8')
    end,
  },
  {
    name = 'columns are right behind emoji, umlauts and Hangul (UTF-16)',
    with = { before = counting_in('utf-16') },
    check = function(child)
      check_columns(child, 'utf-16')
    end,
  },
  {
    name = 'a quick fix replaces the words',
    check = function(child)
      child:open('articles/korea-joins.md')
      child:finding('avoided-name')
      child:go_to(WRONG)
      child:type('gra')
      child:answer('1<CR>')
      child:no_finding('avoided-name')
      assert(child:text():find('falls to the ' .. RIGHT .. ' (KISA), which', 1, true))
      child:type('u')
      child:finding('avoided-name')
    end,
  },
  {
    name = 'a name that was begun is completed in the form that fits',
    check = function(child)
      child:open('articles/new.md')
      child:type('i😀 류제명: Ryu J<C-x><C-o>')
      child:wait('list', [[return vim.fn.pumvisible() == 1]])
      child:type('<C-y><Esc>')
      child:wait('name', [[return vim.api.nvim_get_current_line() == '😀 류제명: Ryu Je-myung']])
    end,
  },
  {
    name = 'a finding explains itself',
    check = function(child)
      child:open('articles/korea-joins.md')
      child:finding('avoided-name')
      child:go_to(WRONG)
      child:lua([[
        vim.lsp.buf.code_action({
          apply = true,
          filter = function(action) return vim.startswith(action.title, 'Explain') end,
        })
      ]])
      child:message('avoided-name')
    end,
  },
  {
    name = 'settings are heeded once they are written',
    check = function(child)
      child:open('articles/korea-joins.md')
      child:finding('avoided-name')
      child:command('split masthead.toml')
      child:go_to('[rules]')
      child:type('oavoided-name = "off"<Esc>')
      child:type(':write | close<CR>')
      child:no_finding('avoided-name')
    end,
  },
  {
    name = 'settings and catalogs are completed and explained while they are written',
    check = function(child)
      child:open('masthead.toml')
      child:go_to('[rules]')
      child:type('ounused-ac<C-x><C-o>')
      child:wait('rule', [[return vim.api.nvim_get_current_line() == 'unused-acronym = ']])
      child:type('"of<C-x><C-o>')
      child:wait('severity', [[return vim.api.nvim_get_current_line() == 'unused-acronym = "off"']])
      child:type('<Esc>0K')
      assert(child:float():find('never used again', 1, true))
      child:command('silent write')
      child:open('catalog/new.toml')
      child:type('i[[entity]]<CR>relations = [{ type = "run-by", target = "Korea Int<C-x><C-o>')
      child:wait('id', [[
        return vim.endswith(vim.api.nvim_get_current_line(), 'target = "kisa"')
      ]])
    end,
  },
  {
    name = 'a mistake in a catalog is found while it is typed, and a name added there is known in the articles',
    with = { files = { ['articles/a.md'] = 'The Nordhaven Line Trust came.' } },
    check = function(child)
      child:open('articles/a.md')
      child:command('split catalog/places.toml')
      child:type('Go[[entity]]<CR>id = "nordhaven-line-trust"<CR>kind = "planet"<Esc>')
      eq('"planet"', child:finding('catalog').text)
      child:type('ccname = "Nordhaven Line Trust"<CR>kind = "organization"<CR>about = "Runs the ferries."<Esc>')
      child:no_finding('catalog')
      child:type('<C-w>p')
      child:go_to('Nordhaven')
      child:wait('known name', [[
        local here = vim.lsp.util.make_position_params(0, 'utf-8')
        local answer = vim.lsp.buf_request_sync(0, 'textDocument/hover', here, 2000)
        local _, hover = next(answer)
        return hover and hover.result and hover.result.contents.value:find('Runs the ferries', 1, true) and true
      ]])
    end,
  },
}
