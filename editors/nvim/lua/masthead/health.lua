--- `:checkhealth masthead`

local binary = require('masthead.binary')
local folder = require('masthead.folder')
local health = vim.health

local M = {}

--- Runs the program to its end.
---@param program masthead.Program
---@param arguments string[]
---@return boolean # It went well.
---@return string # What it printed.
local function run(program, arguments)
  local command = vim.list_extend({ program.path }, arguments)
  local ok, process = pcall(vim.system, command, { text = true })
  if not ok then
    return false, process --[[@as string]]
  end
  -- Reading a very large folder takes a few seconds; a program that hangs must not hang the editor.
  local result = process:wait(20000)
  return result.code == 0, vim.trim(result.stdout .. result.stderr)
end

---@return masthead.Program?
local function check_program()
  health.start('Program')
  local program, problem = binary.find()
  if not program then
    health.error(problem --[[@as string]])
    return nil
  end
  local ok, version = run(program, { '--version' })
  if not ok then
    health.error(('%s (from %s) does not run: %s'):format(program.path, program.source, version))
    return nil
  end
  health.ok(('%s: %s (from %s)'):format(version, program.path, program.source))
  return program
end

---@param clients vim.lsp.Client[]
local function check_server(clients)
  health.start('Server')
  if not vim.lsp.is_enabled('masthead') then
    health.info('Not enabled: vim.g.masthead_enabled is false. `:Masthead restart` starts it.')
  end
  for _, client in ipairs(clients) do
    local count = vim.tbl_count(client.attached_buffers)
    local place = client.root_dir or 'no folder'
    health.ok(('running for %s, with %d open %s'):format(place, count, count == 1 and 'file' or 'files'))
  end
  if #clients > 0 then
    return
  end
  local open = vim.iter(vim.api.nvim_list_bufs()):any(function(bufnr)
    local is_file = vim.api.nvim_buf_is_loaded(bufnr) and vim.bo[bufnr].buftype == ''
    return is_file and vim.list_contains({ 'markdown', 'text' }, vim.bo[bufnr].filetype)
  end)
  if open then
    health.warn('Articles are open and no server runs.', {
      'Try `:Masthead restart`.',
      'See why it stopped: `:Masthead log`.',
    })
  else
    health.info('It starts with the first article that you open.')
  end
end

--- Settings and catalogs of the folders in use.
---@param program masthead.Program
---@param clients vim.lsp.Client[]
local function check_folders(program, clients)
  health.start('Folders')
  local desks = {}
  for _, client in ipairs(clients) do
    for bufnr in pairs(client.attached_buffers) do
      desks[folder.of(bufnr) or vim.fn.getcwd()] = true
    end
  end
  if vim.tbl_isempty(desks) then
    desks[folder.of(0) or vim.fn.getcwd()] = true
  end
  for desk in vim.spairs(desks) do
    if folder.is_desk(desk) then
      health.ok(('%s has a masthead.toml'):format(desk))
    else
      health.info(('%s has no masthead.toml: only warnings are shown. `masthead init` makes one.'):format(desk))
    end
    local ok, told = run(program, { 'catalog', 'check', desk })
    if ok then
      health.ok(told)
    else
      health.error('Mistakes in masthead.toml or a catalog:\n' .. told)
    end
  end
end

--- Tells what is in order and how to mend what is not.
function M.check()
  local program = check_program()
  local clients = vim.lsp.get_clients({ name = 'masthead' })
  check_server(clients)
  if program then
    check_folders(program, clients)
  end
end

return M
