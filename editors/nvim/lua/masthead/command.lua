--- `:Masthead`: questions to the program about the folder of the current article, as it is on the disk.

local binary = require('masthead.binary')
local folder = require('masthead.folder')

local M = {}

---@param message string
local function tell(message)
  vim.notify(vim.trim(message), vim.log.levels.WARN)
end

--- Asks the program, and goes on with what it prints. What it does not know, it says.
---@param arguments string[]
---@param desk string The folder to run in.
---@param show fun(lines: string[])
local function ask(arguments, desk, show)
  local program, problem = binary.find()
  if not program then
    return tell(problem --[[@as string]])
  end
  local command = vim.list_extend({ program.path }, arguments)
  vim.system(command, { cwd = desk, text = true }, vim.schedule_wrap(function(result)
    if result.code ~= 0 then
      return tell(result.stdout .. result.stderr)
    end
    show(vim.split(vim.trim(result.stdout), '\n'))
  end))
end

--- The folder of the current article. Where it has none, an article is looked for in the current folder.
---@return string
local function here()
  return folder.of(0) or vim.fn.getcwd()
end

--- What was typed behind the subcommand, else the word under the cursor.
---@param name string
---@return string?
local function meant(name)
  name = name ~= '' and name or vim.fn.expand('<cword>')
  if name ~= '' then
    return name
  end
  tell('Masthead: whom? Give a name, or put the cursor on one.')
end

---@param name string
local function who(name)
  local asked = meant(name)
  if not asked then
    return
  end
  local desk = here()
  ask({ 'who', '--in', desk, '--', asked }, desk, function(card)
    vim.lsp.util.open_floating_preview(card, '', { focus_id = 'masthead.who' })
  end)
end

--- A line of `masthead where` as Neovim counts. The program counts columns in characters, Neovim in bytes.
---@param line string
---@param desk string The folder that its path starts from.
---@param read fun(path: string): string[] The lines of a file.
---@return vim.quickfix.entry?
local function place(line, desk, read)
  local path, row, column, text = line:match('^(.-):(%d+):(%d+)%s+(.*)$')
  if not path then
    return nil
  end
  path = vim.fs.joinpath(desk, path)
  local written = read(path)[tonumber(row)] or ''
  local byte = vim.str_byteindex(written, 'utf-32', tonumber(column) - 1, false)
  return { filename = path, lnum = tonumber(row), col = byte + 1, text = text }
end

---@param name string
local function where(name)
  local asked = meant(name)
  if not asked then
    return
  end
  local desk = here()
  ask({ 'where', '--in', desk, '--', asked }, desk, function(lines)
    local texts = vim.defaulttable(vim.fn.readfile)
    local places = vim.iter(lines):map(function(line)
      return place(line, desk, function(path)
        return texts[path]
      end)
    end):totable()
    if #places == 0 then
      return tell(('No article here names “%s”.'):format(asked))
    end
    vim.fn.setqflist({}, ' ', { title = 'Masthead: ' .. asked, items = places })
    vim.cmd('botright copen')
  end)
end

local function names()
  ask({ 'names' }, here(), function(lines)
    vim.cmd('botright new')
    vim.api.nvim_buf_set_lines(0, 0, -1, false, lines)
    for option, value in pairs({ buftype = 'nofile', bufhidden = 'wipe', swapfile = false, modifiable = false }) do
      vim.bo[option] = value
    end
    vim.wo[0][0].wrap = false
    vim.keymap.set('n', 'q', '<Cmd>close<CR>', { buffer = true, desc = 'Close' })
  end)
end

--- Stops the server of every folder, and starts it anew for the articles that are open.
local function restart()
  local clients = vim.lsp.get_clients({ name = 'masthead' })
  local function stopped()
    return vim.iter(clients):all(function(client)
      return client:is_stopped()
    end)
  end
  vim.lsp.enable('masthead', false)
  -- A server that does not go when it is asked to is made to go.
  if not vim.wait(2000, stopped, 10) then
    for _, client in ipairs(clients) do
      client:stop(true)
    end
  end
  vim.lsp.enable('masthead')
end

--- Neovim keeps one log for all servers: the cursor goes to the last line about this one.
local function log()
  vim.cmd.tabedit(vim.fn.fnameescape(vim.lsp.log.get_filename()))
  vim.cmd('normal! G$')
  vim.fn.search('masthead', 'bcW')
end

--- What each subcommand does with the text behind it.
---@type table<string, fun(argument: string)>
local SUBCOMMANDS = { who = who, where = where, names = names, restart = restart, log = log }

--- Those that take a name.
local ASKS = { who = true, where = true }

--- The subcommands in the order in which help lists them.
local ORDER = { 'who', 'where', 'names', 'restart', 'log' }

--- Runs what was typed behind `:Masthead`.
---@param typed string
function M.run(typed)
  local word, argument = typed:match('^%s*(%S*)%s*(.-)%s*$')
  local subcommand = SUBCOMMANDS[word]
  if subcommand then
    return subcommand(argument)
  end
  tell('Masthead: one of these follows :Masthead: ' .. table.concat(ORDER, ', '))
end

--- Names that begin as `typed` does, from the server: it knows them already, with what is not saved yet.
---@param typed string
---@return string[]
local function known(typed)
  local client = vim.lsp.get_clients({ name = 'masthead', bufnr = 0 })[1]
  -- Nobody waits longer than this for a list of names.
  local answer = client and client:request_sync('workspace/symbol', { query = typed }, 500)
  local found = {}
  for _, symbol in ipairs(answer and answer.result or {}) do
    if vim.startswith(symbol.name:lower(), typed:lower()) then
      found[symbol.name] = true
    end
  end
  local sorted = vim.tbl_keys(found)
  table.sort(sorted)
  return sorted
end

--- What may follow.
---@param lead string The word at the cursor, so far.
---@param line string The whole line.
---@return string[]
function M.complete(lead, line)
  local word, argument = line:match('^.-Masthead!?%s+(%S+)%s+(.*)$')
  if not word then
    return vim.tbl_filter(function(name)
      return vim.startswith(name, lead)
    end, ORDER)
  end
  if not ASKS[word] then
    return {}
  end
  -- Neovim replaces the last word alone, and a name may have several.
  local before = #argument - #lead
  return vim.tbl_map(function(name)
    return name:sub(before + 1)
  end, known(argument))
end

return M
