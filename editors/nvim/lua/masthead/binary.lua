--- Where the program `masthead` is. A folder of articles never has a say in it: nothing is looked for in the
--- current folder, nor in a folder of PATH that is given relative to it.

local M = {}

local NAME = vim.fn.has('win32') == 1 and 'masthead.exe' or 'masthead'

---@class masthead.Program
---@field path string Absolute.
---@field source string Where it was named: "vim.g.masthead_path", "MASTHEAD_PATH" or "PATH".

--- True for a program. Vim's `executable()` is not asked: it may look for "/masthead" along PATH.
---@param path string
---@return boolean
local function runs(path)
  local found = vim.fn.isabsolutepath(path) == 1 and vim.uv.fs_stat(path)
  return found and found.type == 'file' and vim.uv.fs_access(path, 'X') == true
end

--- The program, or nil and a sentence for the person who has to help.
---@return masthead.Program?
---@return string?
function M.find()
  local chosen = {
    { source = 'vim.g.masthead_path', path = vim.g.masthead_path },
    { source = 'MASTHEAD_PATH', path = vim.env.MASTHEAD_PATH },
  }
  for _, choice in ipairs(chosen) do
    if choice.path and choice.path ~= '' then
      local path = vim.fs.normalize(tostring(choice.path))
      if runs(path) then
        return { path = path, source = choice.source }
      end
      return nil,
        ('Masthead: %s is “%s”, where no program is. Give its full path.'):format(choice.source, path)
    end
  end
  -- Neovim's own search would take a program from the current folder on Windows, and wherever PATH holds ".".
  local separator = vim.fn.has('win32') == 1 and ';' or ':'
  for _, folder in ipairs(vim.split(vim.env.PATH or '', separator, { plain = true, trimempty = true })) do
    local path = vim.fs.joinpath(folder, NAME)
    if vim.fn.isabsolutepath(folder) == 1 and runs(path) then
      return { path = path, source = 'PATH' }
    end
  end
  return nil,
    'Masthead: no program masthead is on your PATH. See :help masthead-install.'
end

return M
