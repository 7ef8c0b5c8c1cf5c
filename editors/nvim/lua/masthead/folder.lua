--- The folder whose articles belong together.

local M = {}

--- What makes a folder a desk.
local SETTINGS = 'masthead.toml'

--- The nearest folder with a masthead.toml, else the one with a .git, else the buffer's own, else (for a text
--- without a file) the same for the current folder. Nil where that would be somebody's home or a folder above
--- it: all that a person has is not a folder of articles.
---@param bufnr integer
---@return string?
function M.of(bufnr)
  local name = vim.api.nvim_buf_get_name(bufnr)
  local is_file = name ~= '' and vim.bo[bufnr].buftype == ''
  local start = is_file and vim.fs.dirname(name) or vim.fn.getcwd()
  local desk = vim.fs.root(start, SETTINGS)
  if desk then
    return desk
  end
  local folder = vim.fs.root(start, '.git') or start
  local home = vim.uv.os_homedir()
  if home and vim.fs.relpath(folder, home) then
    return nil
  end
  return folder
end

--- True for a folder that has settings of its own.
---@param path string?
---@return boolean
function M.is_desk(path)
  return path ~= nil and vim.uv.fs_stat(vim.fs.joinpath(path, SETTINGS)) ~= nil
end

return M
