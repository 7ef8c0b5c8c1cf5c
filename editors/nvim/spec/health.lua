-- `:checkhealth masthead` and the help.

--- Runs the check; what it says.
local function checkhealth(child)
  child:command('checkhealth masthead')
  return child:wait('health', [[
    return vim.bo.filetype == 'checkhealth' and table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n')
  ]])
end

local function holds(text, ...)
  for _, part in ipairs({ ... }) do
    assert(text:find(part, 1, true), ('no “%s” in\n%s'):format(part, text))
  end
end

return {
  {
    name = ':checkhealth finds program, server, settings and catalogs',
    check = function(child)
      child:open('articles/ferry.md')
      local told = checkhealth(child)
      holds(told, 'OK masthead 0.', 'from MASTHEAD_PATH', 'with 1 open file', 'has a masthead.toml', 'no mistakes')
      assert(not told:find('ERROR') and not told:find('WARNING'), told)
    end,
  },
  {
    name = ':checkhealth shows a mistake in a catalog',
    with = { files = { ['catalog/broken.toml'] = '[[entity]]\nid = "x"\nkind = "planet"\nname = "X"\n' } },
    check = function(child)
      holds(checkhealth(child), 'ERROR Mistakes', 'broken.toml')
    end,
  },
  {
    name = ':checkhealth says what to do without the program',
    with = { env = { MASTHEAD_PATH = '/nowhere/masthead' } },
    check = function(child)
      holds(checkhealth(child), 'ERROR', '/nowhere/masthead')
    end,
  },
  {
    name = 'the help has its tags',
    check = function(child)
      child:command('helptags ALL')
      for _, tag in ipairs({ 'masthead', ':Masthead', 'masthead-install', 'g:masthead_path' }) do
        child:command('help ' .. tag)
        holds(child:call('nvim_buf_get_name', 0), 'masthead.txt')
        holds(child:call('nvim_get_current_line'), '*' .. tag .. '*')
      end
    end,
  },
}
