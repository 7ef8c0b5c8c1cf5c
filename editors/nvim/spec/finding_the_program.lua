-- Which program is run: the person's choice, never the folder's.

local function eq(expected, actual)
  assert(vim.deep_equal(expected, actual), ('expected %s, not %s'):format(vim.inspect(expected), vim.inspect(actual)))
end

--- What the plugin finds: path and source, or the message.
local function found(child)
  return child:lua([[
    local program, problem = require('masthead.binary').find()
    return program and { program.path, program.source } or problem
  ]])
end

return {
  {
    name = 'vim.g.masthead_path comes before MASTHEAD_PATH, and that before PATH',
    check = function(child)
      local program = vim.env.SPEC_MASTHEAD
      eq({ program, 'MASTHEAD_PATH' }, found(child))
      child:lua([[vim.g.masthead_path = '~/masthead']])
      vim.uv.fs_symlink(program, vim.fs.dirname(child.folder) .. '/masthead')
      eq('vim.g.masthead_path', found(child)[2])
      child:lua([[
        vim.g.masthead_path = nil
        vim.env.MASTHEAD_PATH = nil
        vim.env.PATH = vim.env.HOME .. ':' .. vim.env.PATH
      ]])
      eq('PATH', found(child)[2])
    end,
  },
  {
    name = 'a program in the folder is not run, whatever PATH says',
    with = { env = { MASTHEAD_PATH = '', PATH = '.:articles::/bin' } },
    check = function(child)
      for _, folder in ipairs({ '', 'articles/' }) do
        vim.uv.fs_symlink(vim.env.SPEC_MASTHEAD, vim.fs.joinpath(child.folder, folder .. 'masthead'))
      end
      child:command('edit articles/ferry.md')
      child:message('no program masthead is on your PATH')
      child:lua([[vim.g.masthead_path = './masthead']])
      assert(found(child):find('where no program is', 1, true), found(child))
      eq(0, child:lua([[return #vim.lsp.get_clients()]]))
    end,
  },
  {
    name = 'without the program one message says what to do',
    with = { env = { MASTHEAD_PATH = '/nowhere/masthead' } },
    check = function(child)
      child:command('edit articles/ferry.md')
      child:command('edit articles/drill.md')
      local told = child:message('MASTHEAD_PATH is “/nowhere/masthead”')
      eq(2, #vim.split(told, 'where no program is', { plain = true }))
      child:command('messages clear')
      child:command('Masthead who KISA')
      child:message('where no program is')
    end,
  },
  {
    name = 'vim.g.masthead_enabled = false leaves the server out and the commands in',
    with = { before = 'vim.g.masthead_enabled = false' },
    check = function(child)
      child:command('edit articles/ferry.md')
      child:command('Masthead who KISA')
      child:float()
      eq(0, child:lua([[return #vim.lsp.get_clients()]]))
    end,
  },
  {
    name = 'the folder is that of masthead.toml, else of .git, else the file\'s, and never a home',
    with = {
      files = {
        ['../loose/a.md'] = 'One.',
        ['../repository/.git/HEAD'] = '',
        ['../repository/deep/b.md'] = 'Two.',
        ['../c.md'] = 'Three.',
        ['articles/deep/d.md'] = 'Four.',
      },
    },
    check = function(child)
      local home = vim.fs.dirname(child.folder)
      local function of(path)
        child:command('edit ' .. vim.fn.fnameescape(vim.fs.joinpath(home, path)))
        return child:lua([[return require('masthead.folder').of(0)]])
      end
      eq(child.folder, of('desk/articles/deep/d.md'))
      eq(home .. '/repository', of('repository/deep/b.md'))
      eq(home .. '/loose', of('loose/a.md'))
      eq(vim.NIL, of('c.md'))
      -- Outside a folder the starter catalog answers.
      child:wait('server', [[return #vim.lsp.get_clients({ bufnr = 0 }) == 1]])
    end,
  },
}
