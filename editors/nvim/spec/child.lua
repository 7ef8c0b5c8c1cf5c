--- A Neovim of its own for each scenario, driven as a person drives it: keys go in, and what is on the screen,
--- in the buffers and on the disk comes out. Nothing of the developer's own configuration is seen.

local M = {}

--- Nothing in these scenarios takes so long, even on a busy machine; in milliseconds.
local PATIENCE = 30000

---@class Child
---@field folder string The folder that it works in.
---@field private channel integer
---@field private watchdog uv.uv_timer_t
local Child = {}
Child.__index = Child

---@class ChildOptions
---@field env? table<string, string> More of the environment.
---@field before? string Lua that runs before any plugin does, as a person's init.lua.
---@field files? table<string, string> Files that are put into the folder, by their path in it.
---@field empty? boolean There is nothing but `files` in the folder.

---@param folder string
---@param files table<string, string>
local function put(folder, files)
  for path, text in pairs(files) do
    local whole = vim.fs.joinpath(folder, path)
    vim.fn.mkdir(vim.fs.dirname(whole), 'p')
    vim.fn.writefile(vim.split(text, '\n'), whole, 'b')
  end
end

---@param from string
---@param to string
local function copy(from, to)
  local result = vim.system({ 'cp', '-R', from, to }, { text = true }):wait()
  assert(result.code == 0, result.stderr)
end

--- A new Neovim, in a new copy of the seed folder unless it is to be empty.
---@param options? ChildOptions
---@return Child
function M.start(options)
  options = options or {}
  local home = vim.fn.tempname()
  -- Installed as a person installs it: a package that is there at startup.
  local packages = vim.fs.joinpath(home, 'data/nvim/site/pack/masthead/start')
  for _, folder in ipairs({ packages, home .. '/config/nvim', home .. '/state', home .. '/cache' }) do
    vim.fn.mkdir(folder, 'p')
  end
  copy(vim.env.SPEC_PLUGIN, packages .. '/masthead')
  vim.fn.writefile(vim.split(options.before or '', '\n'), home .. '/config/nvim/init.lua')
  local folder = vim.fs.joinpath(vim.uv.fs_realpath(home), 'desk')
  if not options.empty then
    copy(vim.env.SPEC_SEEDS, folder)
  end
  put(folder, options.files or {})
  local env = vim.tbl_extend('force', {
    HOME = home,
    XDG_CONFIG_HOME = home .. '/config',
    XDG_DATA_HOME = home .. '/data',
    XDG_STATE_HOME = home .. '/state',
    XDG_CACHE_HOME = home .. '/cache',
    MASTHEAD_PATH = vim.env.SPEC_MASTHEAD,
  }, options.env or {})
  local command = { vim.v.progpath, '--embed', '--headless', '-n', '-i', 'NONE' }
  local channel = vim.fn.jobstart(command, { rpc = true, cwd = folder, env = env })
  assert(channel > 0, 'Neovim does not start')
  local child = setmetatable({ folder = folder, channel = channel, watchdog = vim.uv.new_timer() }, Child)
  -- A Neovim that answers nothing any more must not keep the others from their turn.
  local process = vim.fn.jobpid(channel)
  child.watchdog:start(2 * PATIENCE, 0, function()
    vim.uv.kill(process, 'sigkill')
  end)
  child:call('nvim_ui_attach', 120, 40, {})
  -- A message of several lines would wait for a key, and Neovim would answer nothing until it comes.
  child:call('nvim_set_option_value', 'messagesopt', 'wait:0,history:500', {})
  -- A server shows progress while it reads the folder; whatever spans articles it knows thereafter.
  child:lua([[
    _G.has_read = {}
    vim.api.nvim_create_autocmd('LspProgress', {
      pattern = 'end',
      callback = function(event)
        _G.has_read[event.data.client_id] = true
      end,
    })
  ]])
  return child
end

--- Calls a function of Neovim's API.
function Child:call(name, ...)
  return vim.rpcrequest(self.channel, name, ...)
end

--- Runs Lua, and gives what it returns.
function Child:lua(code, ...)
  return self:call('nvim_exec_lua', code, { ... })
end

--- Types keys, in the notation of mappings.
---@param keys string
function Child:type(keys)
  self:call('nvim_input', keys)
end

--- Runs a command.
---@param command string
function Child:command(command)
  self:call('nvim_command', command)
end

--- Waits until the Lua code returns something but nil and false, and gives that.
---@param what string What is awaited, for the one who reads that it did not come.
---@param code string
function Child:wait(what, code, ...)
  local given = { ... }
  local value
  local came = vim.wait(PATIENCE, function()
    -- While it waits for a key, as in a prompt, it answers nothing else.
    if self:call('nvim_get_mode').blocking then
      return false
    end
    value = self:lua(code, unpack(given))
    return value ~= nil and value ~= vim.NIL and value ~= false
  end, 10)
  if not came then
    local mode = self:call('nvim_get_mode')
    local told = mode.blocking and 'waits for a key' or self:lua([[return vim.fn.execute('messages')]])
    error(('no %s; last: %s\n%s'):format(what, vim.inspect(value), told), 2)
  end
  return value
end

--- Waits for a prompt, and answers it.
---@param keys string
function Child:answer(keys)
  local asks = vim.wait(PATIENCE, function()
    return self:call('nvim_get_mode').mode == 'c'
  end, 10)
  assert(asks, 'no prompt')
  self:type(keys)
end

--- Opens a file of the folder, and waits until the server has read the folder.
---@param path string
function Child:open(path)
  self:command('edit ' .. vim.fn.fnameescape(path))
  self:read()
end

--- Waits until the server of the current buffer has read the folder.
function Child:read()
  self:wait('server that has read the folder', [[
    local client = vim.lsp.get_clients({ name = 'masthead', bufnr = 0 })[1]
    return client and _G.has_read[client.id]
  ]])
end

--- The diagnostics of the current buffer: rule, line and column from 1 (bytes), and the text under each.
function Child:findings()
  return self:lua([[
    return vim.tbl_map(function(found)
      -- A finding may be older than the text, and its place be gone.
      local ok, text = pcall(vim.api.nvim_buf_get_text, 0, found.lnum, found.col, found.end_lnum, found.end_col, {})
      text = ok and table.concat(text, '\n') or nil
      return { rule = found.code, line = found.lnum + 1, column = found.col + 1, text = text }
    end, vim.diagnostic.get(0))
  ]])
end

--- Waits for a finding of a rule in the current buffer.
---@param rule string
function Child:finding(rule)
  self:wait('finding of ' .. rule, [[
    local rule = ...
    return vim.iter(vim.diagnostic.get(0)):any(function(found) return found.code == rule end)
  ]], rule)
  return vim.iter(self:findings()):find(function(found)
    return found.rule == rule
  end)
end

--- Waits until the current buffer has no finding of a rule.
---@param rule string
function Child:no_finding(rule)
  self:wait('end of ' .. rule, [[
    local rule = ...
    return not vim.iter(vim.diagnostic.get(0)):any(function(found) return found.code == rule end)
  ]], rule)
end

--- The findings once they stay the same for a while: those that come of other articles come later.
function Child:settled()
  local last
  for _ = 1, PATIENCE / 500 do
    local now = self:findings()
    if #now > 0 and vim.deep_equal(now, last) then
      return now
    end
    last = now
    vim.uv.sleep(500)
  end
  error('findings that never stay the same', 2)
end

--- Waits until the findings are these, and no others.
function Child:findings_become(expected)
  local last
  local came = vim.wait(PATIENCE, function()
    last = self:findings()
    return vim.deep_equal(expected, last)
  end, 20)
  assert(came, ('expected %s, not %s'):format(vim.inspect(expected), vim.inspect(last)))
end

--- The text of the current buffer.
---@return string
function Child:text()
  return table.concat(self:call('nvim_buf_get_lines', 0, 0, -1, true), '\n')
end

--- Puts the cursor on the first place of a text, as a search does.
---@param text string
function Child:go_to(text)
  local found = self:lua([[
    vim.api.nvim_win_set_cursor(0, { 1, 0 })
    return vim.fn.search('\\V' .. ..., 'c')
  ]], text)
  assert(found > 0, ('“%s” is not in the article'):format(text))
end

--- Waits for a floating window; its text.
---@return string
function Child:float()
  return self:wait('floating window', [[
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then
        return table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, true), '\n')
      end
    end
  ]])
end

--- Waits for a message that holds a text.
---@param text string
---@return string
function Child:message(text)
  return self:wait(('message “%s”'):format(text), [[
    local messages = vim.fn.execute('messages')
    return messages:find(..., 1, true) and messages
  ]], text)
end

--- Quits as a person does, and waits until it is gone.
function Child:quit()
  vim.rpcnotify(self.channel, 'nvim_command', 'quitall')
  assert(vim.fn.jobwait({ self.channel }, PATIENCE)[1] == 0, 'Neovim does not quit')
end

--- Ends it, if it has not ended.
function Child:stop()
  self.watchdog:close()
  vim.fn.jobstop(self.channel)
  vim.fn.jobwait({ self.channel }, 2000)
end

return M
